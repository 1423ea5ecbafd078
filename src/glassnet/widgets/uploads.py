"""Files that a page sends in pieces, as text: any message of any notebook carries them, however large the file."""

import base64
import binascii
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Annotated

from glassnet.base.checks import whole_number
from glassnet.base.errors import DataError
from glassnet.widgets.wire import Limits, Reply, Request

MOST_BYTES = 20_000_000
"""The largest file that is taken; the page checks this too, and sends nothing larger."""

LONGEST_NAME = 60


@dataclass(frozen=True)
class Upload(Request):
    """One piece of a file: where it begins in the file of that size, and its bytes as base64."""

    size: Annotated[int, Limits(0)]
    name: str | None = None
    begin: Annotated[int, Limits(0)] = 0
    data: str = ""


@dataclass(frozen=True)
class Received(Reply):
    """How many bytes are there, whether that is all, and then what the file is called for readers."""

    received: int
    done: bool
    words: str | None = None


class FileInPieces:
    """One file on its way: nothing is kept beyond its announced size, nor after it has come.

    >>> file = FileInPieces()
    >>> file.take(Upload(4, "a.txt", 0, "Z2xh"))
    >>> file.take(Upload(4, "a.txt", 3, "cw=="))
    ('a.txt', b'glas')
    """

    def __init__(self) -> None:
        self._announced: tuple[str, int] = ("", 0)
        self._pieces = bytearray()

    @property
    def received(self) -> int:
        """How many bytes of the present file are there."""
        return len(self._pieces)

    def take(self, piece: Upload) -> tuple[str, bytes] | None:
        """Take one piece; return name and bytes when it was the last.

        Raises:
            DataError: an empty or too large file, pieces that do not follow one another, or no base64.
        """
        name = plain_name(piece.name)
        size, begin = checked_size(name, piece.size), piece.begin
        if begin == 0:
            self._announced, self._pieces = (name, size), bytearray()
        data = _bytes(name, piece.data)
        if self._announced != (name, size) or begin != len(self._pieces) or begin + len(data) > size:
            self._pieces = bytearray()
            raise DataError(f"The pieces of {name} came in disorder; choose the file again.")
        self._pieces += data
        if len(self._pieces) < size:
            return None
        whole, self._pieces, self._announced = bytes(self._pieces), bytearray(), ("", 0)
        return name, whole


def plain_name(value: object) -> str:
    """Return a file's name as it may stand in a message: without folders, of printable characters, not too long.

    >>> plain_name("a/b.png"), plain_name(None)
    ('b.png', 'the file')
    """
    last = PurePosixPath(value.replace("\\", "/")).name if isinstance(value, str) else ""
    return "".join(filter(str.isprintable, last))[:LONGEST_NAME] or "the file"


def spaced(number: int) -> str:
    r"""Return a whole number as a page writes it, with thin spaces between its thousands.

    >>> spaced(48000).split("\N{NARROW NO-BREAK SPACE}")
    ['48', '000']
    """
    return f"{number:,}".replace(",", "\u202f")


def checked_size(name: str, value: object) -> int:
    """Return the size of a file in bytes.

    >>> checked_size("a.png", 0)
    Traceback (most recent call last):
    glassnet.base.errors.DataError: a.png is empty: it holds 0 bytes. Choose another file.
    """
    size = whole_number("size", value, minimum=0)
    if size == 0:
        raise DataError(f"{name} is empty: it holds 0 bytes. Choose another file.")
    if size > MOST_BYTES:
        raise DataError(
            f"{name} is too large: {size / 1e6:,.1f} MB; at most {MOST_BYTES / 1e6:.0f} MB can be read here. "
            "Make it smaller, or choose another."
        )
    return size


def _bytes(name: str, data: str) -> bytes:
    if len(data) > 4 * MOST_BYTES // 3 + 4:
        raise DataError(f"A piece of {name} is not base64 text; choose the file again.")
    try:
        return base64.b64decode(data, validate=True)
    except (binascii.Error, ValueError):
        raise DataError(f"A piece of {name} is not base64 text; choose the file again.") from None
