"""Images from untrusted files."""

from pathlib import Path

from glassnet.base.errors import DataError
from glassnet.data.image_file import FORMATS as FORMATS
from glassnet.data.image_file import read_square
from glassnet.widgets.image_to_numbers.source import Source
from glassnet.widgets.uploads import checked_size, plain_name, spaced


def read_picture(data: bytes, name: str) -> Source:
    """Return the image in a file's bytes, turned as its EXIF note says and cut to the square in its middle.

    Arguments:
        data: the whole file, in one of `FORMATS`.
        name: what the file is called in messages.

    Raises:
        DataError: no image, a damaged one, or one with too many pixels.
    """
    name = plain_name(name)
    square = read_square(data, name)
    cut = "" if square.width == square.height else ", its middle cut to a square"
    return Source(square.rgb, f"{name}, {spaced(square.width)} × {spaced(square.height)} pixels{cut}")


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
