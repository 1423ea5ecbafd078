"""A small table of numbers as coloured squares."""

import numpy as np

from glassnet.base.arguments import checked
from glassnet.base.arrays import Array
from glassnet.base.errors import DataError, SettingError
from glassnet.figures.checks import finite
from glassnet.figures.palette import BLUE, ORANGE
from glassnet.figures.still import Still
from glassnet.figures.svg import drawing, words

MAX_OPACITY = 0.9
"""The opacity of the largest value."""
SQUARE = 30
ROUNDING = 1e-9
"""How far below 0, as a fraction of the largest, rounding may take a value."""


@checked
def number_grid(
    values: Array, *, label: str, title: str, unit: str = "", chosen: tuple[int, int] | None = None
) -> Still:
    """Draw a small table of numbers as squares, bluer for larger values, with a frame around the chosen one.

    Below it are a title and the colour scale, from 0 to the largest value.

    Arguments:
        values: shape (rows, columns), at least 0.
        label: alternative text: what the figure shows.
        title: the text below it.
        unit: the unit of the values.
        chosen: row and column of the framed square.

    Raises:
        DataError: a value is negative.

    >>> number_grid([[0.0, 2.0]], label="two numbers", title="t", unit="m").count('fill-opacity="0.90"')
    1
    >>> number_grid([[-1.0]], label="one number", title="t")
    Traceback (most recent call last):
    glassnet.base.errors.DataError: A number grid needs values of at least 0; the smallest is -1.
    """
    values = finite("values", values, "(rows, columns)")
    rows, columns = values.shape
    if values.min() < -ROUNDING * abs(values).max():
        raise DataError(f"A number grid needs values of at least 0; the smallest is {values.min():g}.")
    if chosen is not None and not (0 <= chosen[0] < rows and 0 <= chosen[1] < columns):
        raise SettingError(f"chosen must be a row and a column of a {rows} × {columns} grid; got {chosen!r}.")
    values = values.clip(min=0)
    most = float(values.max()) or 1.0
    parts = [
        _square(row, column, MAX_OPACITY * float(values[row, column]) / most)
        for row, column in np.ndindex(rows, columns)
    ]
    if chosen is not None:
        parts.append(
            f'<rect x="{chosen[1] * SQUARE}" y="{chosen[0] * SQUARE}" width="{SQUARE}" height="{SQUARE}" '
            f'fill="none" stroke="{ORANGE}" stroke-width="3"/>'
        )
    middle, low = columns * SQUARE / 2, rows * SQUARE
    parts.append(words(middle, low + 20, title) + _ramp(middle, low + 30, f"{most:.2f} {unit}".strip()))
    return drawing("".join(parts), columns * SQUARE, low + 48, label, grows=1.4)


def _square(row: int, column: int, fraction: float) -> str:
    return (
        f'<rect x="{column * SQUARE + 1}" y="{row * SQUARE + 1}" width="{SQUARE - 2}" height="{SQUARE - 2}" '
        f'fill="{BLUE}" fill-opacity="{fraction:.2f}" stroke="currentColor" stroke-opacity="0.2"/>'
    )


def _ramp(middle: float, top: float, most: str) -> str:
    """Return the colour scale."""
    steps, width = 30, 3
    x = middle - steps * width / 2
    squares = "".join(
        f'<rect x="{x + place * width:.1f}" y="{top:g}" width="{width}" height="12" fill="{BLUE}" '
        f'shape-rendering="crispEdges" fill-opacity="{MAX_OPACITY * (place + 0.5) / steps:.2f}"/>'
        for place in range(steps)
    )
    frame = f'<rect x="{x:.1f}" y="{top:g}" width="{steps * width}" height="12" class="frame"/>'
    return squares + frame + words(x - 8, top + 10, "0", "end") + words(x + steps * width + 8, top + 10, most, "start")
