"""Pictures from files that nobody vouches for."""

import io
import warnings
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image, ImageOps, UnidentifiedImageError

from glassnet.base.errors import DataError
from glassnet.widgets.image_to_numbers.source import Source
from glassnet.widgets.uploads import checked_size, plain_name, spaced

FORMATS = ("PNG", "JPEG", "GIF", "BMP", "WEBP")
MOST_PIXELS = 64_000_000
"""More than any telephone's camera takes; a file's header tells before anything is decoded."""

SIDE = 448
"""Pixels along each side that are kept: many times more than are ever shown as numbers."""


def read_picture(data: bytes, name: str) -> Source:
    """Return the picture in a file's bytes, turned as its note says and cut to the square in its middle.

    What is transparent becomes white; of a moving picture the first one is taken.

    Arguments:
        data: the whole file, in one of `FORMATS`.
        name: what the file is called in messages.

    Raises:
        DataError: no picture, a damaged one, or one with more than `MOST_PIXELS` pixels.
    """
    name = plain_name(name)
    try:
        with (
            warnings.catch_warnings(action="ignore"),  # of notes inside the file; its size is checked here
            Image.open(io.BytesIO(data), formats=FORMATS) as picture,
        ):
            width, height = _checked(picture.size, name)
            square = _square(picture)
    except DataError:
        raise
    except UnidentifiedImageError:
        raise DataError(f"{name} is no picture that can be read here; choose a {_listed()} file.") from None
    except Image.DecompressionBombError:
        raise DataError(
            f"{name} has far too many pixels; at most {MOST_PIXELS // 10**6} million can be read."
        ) from None
    except (OSError, ValueError, SyntaxError, EOFError, IndexError, TypeError, KeyError, OverflowError) as error:
        # Damaged files raise whatever the line that trips over them raises.
        raise DataError(f"{name} is damaged or cut off ({error or type(error).__name__}); choose another.") from None
    cut = "" if width == height else ", its middle cut to a square"
    return Source(square, f"{name}, {spaced(width)} × {spaced(height)} pixels{cut}")


def read_picture_file(path: str | Path) -> Source:
    """Return the picture in a file.

    >>> read_picture_file("nowhere.png")
    Traceback (most recent call last):
    glassnet.base.errors.DataError: There is no picture nowhere.png (No such file or directory); check its path.

    Raises:
        DataError: there is no such file, or it holds no picture that can be read.
    """
    path = Path(path)
    try:
        checked_size(path.name, path.stat().st_size)
        data = path.read_bytes()
    except OSError as error:
        raise DataError(f"There is no picture {path} ({error.strerror or error}); check its path.") from None
    return read_picture(data, path.name)


def _checked(size: tuple[int, int], name: str) -> tuple[int, int]:
    width, height = size
    if width * height > MOST_PIXELS:
        raise DataError(
            f"{name} is {width:,} × {height:,} pixels, too many: at most {MOST_PIXELS // 10**6} million can be read. "
            "Make it smaller."
        )
    return width, height


def _square(picture: Any) -> Any:
    """Return the middle of a picture, (side, side, 3), at most `SIDE` pixels wide."""
    picture.draft(None, (2 * SIDE, 2 * SIDE))  # a large JPEG is decoded smaller
    upright = _in_colours(ImageOps.exif_transpose(picture))
    width, height = upright.size
    side = min(width, height)
    left, top = (width - side) // 2, (height - side) // 2
    small = min(side, SIDE)
    cut = upright.resize((small, small), Image.Resampling.BOX, box=(left, top, left + side, top + side))
    return np.asarray(cut)


def _in_colours(picture: Any) -> Any:
    """Return a picture in red, green and blue, on white where it is transparent."""
    if picture.mode.startswith("I"):  # 16 bits a pixel: the upper 8 are kept
        return Image.fromarray((np.asarray(picture, np.int64) >> 8).astype(np.uint8)).convert("RGB")
    if "transparency" in picture.info or picture.mode in ("LA", "La", "PA", "RGBA", "RGBa"):
        over = picture.convert("RGBA")
        return Image.alpha_composite(Image.new("RGBA", over.size, "white"), over).convert("RGB")
    return picture.convert("RGB")


def _listed() -> str:
    return f"{', '.join(FORMATS[:-1])} or {FORMATS[-1]}"
