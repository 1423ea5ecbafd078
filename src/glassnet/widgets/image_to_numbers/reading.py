"""Images from untrusted files."""

from pathlib import Path

from glassnet.base.errors import DataError
from glassnet.data.image_file import FORMATS as FORMATS
from glassnet.data.image_file import read_square
from glassnet.widgets.image_to_numbers.source import Source
from glassnet.widgets.uploads import checked_size, plain_name, spaced


def read_image(data: bytes, name: str) -> Source:
    """Return the image in a file's bytes, rotated according to its metadata and cropped to the central square.

    Arguments:
        data: the whole file, in one of `FORMATS`.
        name: the file's name in messages.

    Raises:
        DataError: not an image, a damaged one, or one with too many pixels.
    """
    name = plain_name(name)
    square = read_square(data, name)
    cut = "" if square.width == square.height else ", cropped to a square"
    return Source(square.rgb, f"{name}, {spaced(square.width)} × {spaced(square.height)} pixels{cut}")


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
