"""The IDX file format of MNIST: a header with the shape, then the bytes."""

import gzip
import math
import struct
import zlib
from pathlib import Path

import numpy as np

from glassnet.base.arrays import Array
from glassnet.base.errors import DataError

UNSIGNED_BYTE = 0x08
GZIP = b"\x1f\x8b"
MOST_PACKED = 1032
"""Bytes that gzip can make of one."""


def read_idx(path: Path) -> Array:
    """Return the array of whole numbers 0 … 255 in an IDX file, plain or compressed with gzip.

    Raises:
        DataError: the file is missing, truncated, or not an IDX file of bytes.
    """
    try:
        content = _content(path)
    except (OSError, EOFError, zlib.error) as error:
        raise DataError(f"Cannot read {path}: {error}. Is the download complete?") from None
    if len(content) < 4 or content[:2] != b"\0\0" or content[2] != UNSIGNED_BYTE:
        raise DataError(
            f"{path} is not an IDX file of bytes (it starts with {content[:4].hex() or 'nothing'}, not 000008)."
        )
    rank = content[3]
    start = 4 + 4 * rank
    if len(content) < start:
        raise DataError(f"{path} is truncated: the header alone needs {start} bytes, the file has {len(content)}.")
    shape = struct.unpack(f">{rank}I", content[4:start])
    expected = start + math.prod(shape)
    if len(content) != expected:
        raise DataError(
            f"{path} is damaged: its header promises {expected:,} bytes, it has {len(content):,}. Download it again."
        )
    return np.frombuffer(content, np.uint8, offset=start).reshape(shape)


def _content(path: Path) -> bytes:
    """Return a file's bytes, unpacked, but no more of them than its header promises, and one."""
    with path.open("rb") as packed:
        if packed.read(2) != GZIP:
            packed.seek(0)
            return packed.read()
    with gzip.open(path) as file:
        head = file.read(4)
        head += file.read(4 * head[-1]) if len(head) == 4 else b""
        shape = struct.unpack(f">{len(head) // 4 - 1}I", head[4:]) if len(head) >= 4 and not len(head) % 4 else ()
        promised = math.prod(shape)
        if promised > MOST_PACKED * path.stat().st_size:
            raise EOFError(f"its header promises {promised:,} numbers, more than such a file can hold")
        return head + file.read(promised + 1)
