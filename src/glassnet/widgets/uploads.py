"""Files that a page uploads in pieces as text, which any notebook's messages can carry, however large the file."""

import base64
import binascii
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Annotated

from glassnet.base.checks import whole_number
from glassnet.base.errors import DataError
from glassnet.widgets.wire import Limits, Reply, Request

MAX_BYTES = 20_000_000
"""The largest accepted file; the page checks this too and sends nothing larger."""

MAX_NAME_LENGTH = 60


@dataclass(frozen=True)
class Upload(Request):
    """One piece of a file: its offset in a file of `size` bytes, and its bytes as base64."""

    size: Annotated[int, Limits(0)]
    name: str | None = None
    begin: Annotated[int, Limits(0)] = 0
    data: str = ""


@dataclass(frozen=True)
class Received(Reply):
    """The bytes received so far, whether that is all and, if so, the file's description."""

    received: int
    done: bool
    words: str | None = None


class FileInPieces:
    """One file being uploaded: nothing is kept beyond its announced size, nor after it is complete.

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
        """Bytes received of the current file."""
        return len(self._pieces)

    def take(self, piece: Upload) -> tuple[str, bytes] | None:
        """Add one piece; return name and bytes if it was the last.

        Raises:
            DataError: an empty or too large file, pieces out of order, or invalid base64.
        """
        name = plain_name(piece.name)
        size, begin = checked_size(name, piece.size), piece.begin
        if begin == 0:
            self._announced, self._pieces = (name, size), bytearray()
        data = _bytes(name, piece.data)
        if self._announced != (name, size) or begin != len(self._pieces) or begin + len(data) > size:
            self._pieces = bytearray()
            raise DataError(f"The pieces of {name} arrived out of order; choose the file again.")
        self._pieces += data
        if len(self._pieces) < size:
            return None
        whole, self._pieces, self._announced = bytes(self._pieces), bytearray(), ("", 0)
        return name, whole


def plain_name(value: object) -> str:
    """Return a file's name for messages: without folders, printable characters only, not too long.

    >>> plain_name("a/b.png"), plain_name(None)
    ('b.png', 'the file')
    """
    last = PurePosixPath(value.replace("\\", "/")).name if isinstance(value, str) else ""
    return "".join(filter(str.isprintable, last))[:MAX_NAME_LENGTH] or "the file"


def spaced(number: int) -> str:
    r"""Return a whole number with thin spaces as thousands separators, as on the page.

    >>> spaced(48000).split("\N{NARROW NO-BREAK SPACE}")
    ['48', '000']
    """
    return f"{number:,}".replace(",", "\u202f")


def checked_size(name: str, value: object) -> int:
    """Return the size of a file in bytes.

    >>> checked_size("a.png", 0)
    Traceback (most recent call last):
    glassnet.base.errors.DataError: a.png is empty (0 bytes). Choose another file.
    """
    size = whole_number("size", value, minimum=0)
    if size == 0:
        raise DataError(f"{name} is empty (0 bytes). Choose another file.")
    if size > MAX_BYTES:
        raise DataError(
            f"{name} is too large: {size / 1e6:,.1f} MB; the limit is {MAX_BYTES / 1e6:.0f} MB. "
            "Make it smaller, or choose another file."
        )
    return size


def _bytes(name: str, data: str) -> bytes:
    if len(data) > 4 * MAX_BYTES // 3 + 4:
        raise DataError(f"A piece of {name} is not base64 text; choose the file again.")
    try:
        return base64.b64decode(data, validate=True)
    except (binascii.Error, ValueError):
        raise DataError(f"A piece of {name} is not base64 text; choose the file again.") from None
