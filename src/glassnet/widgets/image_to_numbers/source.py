"""An image in full, and its reduction to a few pixels."""

import base64
import io
from dataclasses import dataclass

from PIL import Image

from glassnet.base.arrays import Array
from glassnet.data.image_file import levels

GREY_WEIGHTS = (0.299, 0.587, 0.114)
"""Weights of red, green and blue in perceived brightness (ITU-R BT.601, as in Pillow)."""


@dataclass(frozen=True)
class Source:
    """A square image.

    Arguments:
        rgb: (side, side, 3), whole numbers from 0 to 255.
        words: what it shows or where it is from, for the reader.
    """

    rgb: Array
    words: str

    def levels(self, size: int, colour: str) -> Array:
        """Return (size, size, channels), 0 to 255: each pixel is the mean of the area it covers.

        >>> import numpy as np
        >>> half = Source(np.repeat(np.array([[[0], [255]]], np.uint8), 3, axis=2).repeat(2, axis=0), "half black")
        >>> half.levels(1, "grey").tolist()
        [[[128]]]
        """
        return levels(self.rgb, size, colour)

    def address(self) -> str:
        """Return the full image as a data URL of a PNG."""
        file = io.BytesIO()
        Image.fromarray(self.rgb).save(file, "PNG", compress_level=1)
        return "data:image/png;base64," + base64.b64encode(file.getvalue()).decode()
