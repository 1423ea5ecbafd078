"""Figures side by side."""

from glassnet.base.errors import DataError
from glassnet.figures.still import Still


def side_by_side(*figures: str) -> Still:
    """Put figures side by side where there is room, otherwise one below the other.

    >>> side_by_side(Still("<svg></svg>"), Still("<svg></svg>")).count("<svg>")
    2
    """
    if not figures:
        raise DataError("side_by_side needs at least one figure; got none.")
    return Still(f'<div class="glassnet-pictures">{"".join(figures)}</div>')
