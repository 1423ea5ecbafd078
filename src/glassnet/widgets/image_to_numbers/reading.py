"""Images from untrusted files."""

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
MAX_PIXELS = 64_000_000
"""More than any phone camera takes; read from the header before anything is decoded."""

SIDE = 448
"""Pixels per side that are kept: many more than are ever shown as numbers."""


def read_image(data: bytes, name: str) -> Source:
    """Return the image in a file's bytes, rotated according to its metadata and cropped to the central square.

    Transparency becomes white; of an animation, the first frame is used.

    Arguments:
        data: the whole file, in one of `FORMATS`.
        name: the file's name in messages.

    Raises:
        DataError: not an image, a damaged one, or one with more than `MAX_PIXELS` pixels.
    """
    name = plain_name(name)
    try:
        with (
            warnings.catch_warnings(action="ignore"),  # about metadata in the file; its size is checked here
            Image.open(io.BytesIO(data), formats=FORMATS) as image,
        ):
            width, height = _checked(image.size, name)
            square = _square(image)
    except DataError:
        raise
    except UnidentifiedImageError:
        raise DataError(f"{name} can't be read as an image; choose a {_listed()} file.") from None
    except Image.DecompressionBombError:
        raise DataError(f"{name} has far too many pixels; the limit is {MAX_PIXELS // 10**6} million.") from None
    except (OSError, ValueError, SyntaxError, EOFError, IndexError, TypeError, KeyError, OverflowError) as error:
        # Damaged files can raise any of these, depending on where decoding fails.
        raise DataError(
            f"{name} is damaged or incomplete ({error or type(error).__name__}); choose another file."
        ) from None
    cut = "" if width == height else ", cropped to a square"
    return Source(square, f"{name}, {spaced(width)} × {spaced(height)} pixels{cut}")


def read_image_file(path: str | Path) -> Source:
    """Return the image in a file.

    >>> read_image_file("nowhere.png")
    Traceback (most recent call last):
    glassnet.base.errors.DataError: Can't open the image nowhere.png (No such file or directory); check its path.

    Raises:
        DataError: there is no such file, or it can't be read as an image.
    """
    path = Path(path)
    try:
        checked_size(path.name, path.stat().st_size)
        data = path.read_bytes()
    except OSError as error:
        raise DataError(f"Can't open the image {path} ({error.strerror or error}); check its path.") from None
    return read_image(data, path.name)


def _checked(size: tuple[int, int], name: str) -> tuple[int, int]:
    width, height = size
    if width * height > MAX_PIXELS:
        raise DataError(
            f"{name} is {width:,} × {height:,} pixels; the limit is {MAX_PIXELS // 10**6} million. Make it smaller."
        )
    return width, height


def _square(image: Any) -> Any:
    """Return the central square of an image, (side, side, 3), at most `SIDE` pixels wide."""
    image.draft(None, (2 * SIDE, 2 * SIDE))  # a large JPEG is decoded smaller
    upright = _to_rgb(ImageOps.exif_transpose(image))
    width, height = upright.size
    side = min(width, height)
    left, top = (width - side) // 2, (height - side) // 2
    small = min(side, SIDE)
    cut = upright.resize((small, small), Image.Resampling.BOX, box=(left, top, left + side, top + side))
    return np.asarray(cut)


def _to_rgb(image: Any) -> Any:
    """Return an image in red, green and blue, on white where it is transparent."""
    if image.mode.startswith("I"):  # 16 bits per pixel: the upper 8 are kept
        return Image.fromarray((np.asarray(image, np.int64) >> 8).astype(np.uint8)).convert("RGB")
    if "transparency" in image.info or image.mode in ("LA", "La", "PA", "RGBA", "RGBa"):
        over = image.convert("RGBA")
        return Image.alpha_composite(Image.new("RGBA", over.size, "white"), over).convert("RGB")
    return image.convert("RGB")


def _listed() -> str:
    return f"{', '.join(FORMATS[:-1])} or {FORMATS[-1]}"
