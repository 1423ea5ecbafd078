"""Small grey pictures in a row, each with its caption."""

from collections.abc import Sequence
from html import escape

import numpy as np

from glassnet.base.arrays import Array
from glassnet.base.checks import whole_number
from glassnet.figures.checks import as_many, finite
from glassnet.figures.palette import BLUE, FAINT, TEXT_SIZES, WHITE
from glassnet.figures.png import inked
from glassnet.figures.still import Still


def picture_row(pictures: Array, captions: Sequence[str], *, size: int = 64) -> Still:
    """Draw small grey pictures beside each other, each with its caption below.

    Arguments:
        pictures: shape (pictures, rows, columns), 0 for paper and 1 for ink.
        captions: one for each picture; it is what a screen reader says of it, too.
        size: width of a picture in pixels of the page.

    Raises:
        ShapeError: the pictures have another shape, or the captions are not as many.

    >>> picture_row(np.zeros((1, 8, 8)), ["an empty one"]).count("<img")
    1
    """
    grey, size = finite("pictures", pictures, "(pictures, rows, columns)"), whole_number("size", size, minimum=1)
    as_many("captions", len(captions), "pictures", len(grey))
    figures = [
        f'<figure style="margin: 0; width: {size}px">'
        f'<img src="{inked(BLUE, 255 * np.clip(picture, 0, 1))}" alt="" width="{size}" height="{size}" '
        f'style="image-rendering: pixelated; border: 1px solid {FAINT}; background: {WHITE}; margin: 0">'
        f'<figcaption style="font-size: {TEXT_SIZES["small"]}px; text-align: center; line-height: 1.3">'
        f"{escape(caption)}</figcaption>"
        "</figure>"
        for picture, caption in zip(grey, captions, strict=True)
    ]
    return Still(f'<div style="display: flex; flex-wrap: wrap; gap: 12px; margin: 8px 0">{"".join(figures)}</div>')
