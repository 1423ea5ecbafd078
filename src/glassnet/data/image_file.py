"""Image files as numbers: the one reader for folders of images and for the page."""

import io
import warnings
from typing import Any, NamedTuple

import numpy as np

from glassnet.base.arrays import Array
from glassnet.base.errors import DataError
from glassnet.data.file_kinds import unreadable_kind

FORMATS = ("PNG", "JPEG", "GIF", "BMP", "WEBP", "TIFF")  # whatever the ending says, nothing else is opened
MODES = {"grey": "L", "rgb": "RGB"}
MAX_PIXELS = 16_000_000
"""A file's header tells before anything is decoded, which takes up to 27 bytes a pixel, however small the file is."""

MAX_JPEG_PIXELS = 64_000_000
"""More than telephones' cameras take; a JPEG is made smaller while it is decoded."""

LIMIT = f"the limit is {MAX_PIXELS // 10**6} million (JPEG: {MAX_JPEG_PIXELS // 10**6} million)"

KEPT_SIDE = 448
"""Pixels per side that are kept at first."""


class Square(NamedTuple):
    """The middle of an image.

    Fields:
        rgb: (side, side, 3), whole numbers from 0 to 255.
        width, height: of the whole image, in pixels.
    """

    rgb: Array
    width: int
    height: int


def read_square(data: bytes, name: str, side: int = KEPT_SIDE) -> Square:
    """Return the middle of the image in a file's bytes, turned as its EXIF note says.

    What is transparent becomes white. Of 16 bits per colour the upper 8 are kept; pixels with a fraction go from 0 to
    1. Of several images in one file the first is taken.

    Arguments:
        data: the whole file, in one of `FORMATS`.
        name: what the file is called in messages.
        side: pixels per side that are kept at most.

    Raises:
        DataError: no image, a damaged one, one of another kind, or one with too many pixels.
    """
    from PIL import Image, UnidentifiedImageError  # only images need it

    try:
        with (
            warnings.catch_warnings(action="ignore"),  # of notes inside the file; its size is checked here
            Image.open(io.BytesIO(data), formats=FORMATS) as image,
        ):
            width, height = _checked(image, name)
            return Square(_square(image, side, name), width, height)
    except DataError:
        raise
    except UnidentifiedImageError:
        raise DataError(_unreadable(data, name)) from None
    except Image.DecompressionBombError:
        raise DataError(f"{name} has far too many pixels; {LIMIT}.") from None
    except (OSError, ValueError, SyntaxError, EOFError, IndexError, TypeError, KeyError, OverflowError) as error:
        # Damaged files can raise any of these, depending on where decoding fails.
        raise DataError(
            f"{name} is damaged or incomplete ({error or type(error).__name__}); choose another file."
        ) from None


def levels(rgb: Array, size: int, colour: str) -> Array:
    """Return (size, size, channels), 0 to 255: each pixel is the mean of the part of the image that it covers.

    >>> half = np.repeat(np.array([[[0], [255]]], np.uint8), 3, axis=2).repeat(2, axis=0)
    >>> levels(half, 1, "grey").tolist()
    [[[128]]]
    """
    from PIL import Image  # only images need it

    small = Image.fromarray(rgb).resize((size, size), Image.Resampling.BOX).convert(MODES[colour])
    return np.asarray(small).reshape(size, size, -1)


def _checked(image: Any, name: str) -> tuple[int, int]:
    width, height = image.size
    if width * height > (MAX_JPEG_PIXELS if image.format in ("JPEG", "MPO") else MAX_PIXELS):
        raise DataError(f"{name} is {width:,} × {height:,} pixels; {LIMIT}. Make it smaller.")
    return width, height


def _unreadable(data: bytes, name: str) -> str:
    found = unreadable_kind(data)
    if found is None:
        return f"{name} can't be read as an image; choose a {', '.join(FORMATS[:-1])} or {FORMATS[-1]} file."
    _, kind, advice = found
    return f"{name} is {kind}, which can't be read here; {advice}."


def _square(image: Any, side: int, name: str) -> Array:
    """Return the middle of an image, (side, side, 3), at most `side` pixels wide."""
    from PIL import Image, ImageOps  # only images need it

    image.draft(None, (2 * side, 2 * side))  # a large JPEG is decoded smaller
    upright = _in_colours(ImageOps.exif_transpose(image), name)
    width, height = upright.size
    shorter = min(width, height)
    left, top = (width - shorter) // 2, (height - shorter) // 2
    small = min(shorter, side)
    box = (left, top, left + shorter, top + shorter)
    return np.asarray(upright.resize((small, small), Image.Resampling.BOX, box=box))


def _in_colours(image: Any, name: str) -> Any:
    """Return an image in red, green and blue, on white where it is transparent."""
    from PIL import Image  # only images need it

    if image.mode == "F" or image.mode.startswith("I"):
        return Image.fromarray(_in_bytes(np.asarray(image), name)).convert("RGB")
    if "transparency" in image.info or image.mode in ("LA", "La", "PA", "RGBA", "RGBa"):
        over = image.convert("RGBA")
        return Image.alpha_composite(Image.new("RGBA", over.size, "white"), over).convert("RGB")
    return image.convert("RGB")


def _in_bytes(values: Array, name: str) -> Array:
    """Return numbers of 16 bits, or from 0 to 1, as bytes."""
    if not np.isfinite(values).all():
        raise DataError(f"{name} contains pixels that are NaN or infinite; save it again.")
    low, high = values.min(), values.max()
    if values.dtype.kind == "f" and low >= 0 and high <= 1:
        return np.rint(values * 255).astype(np.uint8)
    if values.dtype.kind in "iu" and low >= 0 and high < 2**16:
        return (values.astype(np.int64) >> 8).astype(np.uint8)
    wanted = "from 0 to 1" if values.dtype.kind == "f" else "from 0 to 65,535"
    raise DataError(
        f"{name} has pixels from {low:g} to {high:g}, where {wanted} is expected; scale them, or save it with 8 bits "
        "per colour."
    )
