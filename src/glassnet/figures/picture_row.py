"""Small greyscale images in a row, each with a caption."""

from collections.abc import Sequence
from html import escape

import numpy as np

from glassnet.base.arguments import checked
from glassnet.base.arrays import Array
from glassnet.base.checks import whole_number
from glassnet.figures.checks import finite, same_length
from glassnet.figures.palette import BLUE, FAINT, TEXT_SIZES, WHITE
from glassnet.figures.png import tinted
from glassnet.figures.still import Still


@checked
def picture_row(pictures: Array, captions: Sequence[str], *, size: int = 64) -> Still:
    """Draw small greyscale images side by side, each with a caption below.

    Arguments:
        pictures: images, shape (images, rows, columns), from 0 for no ink to 1 for full ink.
        captions: one for each image; screen readers read it, too.
        size: width of an image in CSS pixels.

    Raises:
        ShapeError: the images have another shape, or there is not one caption per image.

    >>> picture_row(np.zeros((1, 8, 8)), ["an empty one"]).count("<img")
    1
    """
    grey, size = finite("pictures", pictures, "(images, rows, columns)"), whole_number("size", size, minimum=1)
    same_length("captions", len(captions), "pictures", len(grey))
    figures = [
        f'<figure style="margin: 0; width: {size}px">'
        f'<img src="{tinted(BLUE, 255 * np.clip(picture, 0, 1))}" alt="" width="{size}" height="{size}" '
        f'style="image-rendering: pixelated; border: 1px solid {FAINT}; background: {WHITE}; margin: 0">'
        f'<figcaption style="font-size: {TEXT_SIZES["small"]}px; text-align: center; line-height: 1.3">'
        f"{escape(caption)}</figcaption>"
        "</figure>"
        for picture, caption in zip(grey, captions, strict=True)
    ]
    return Still(f'<div style="display: flex; flex-wrap: wrap; gap: 12px; margin: 8px 0">{"".join(figures)}</div>')
