"""One reply as one binary message: a head as JSON, then buffers."""

import json
import struct
from collections.abc import Sequence
from typing import Any


def pack(head: dict[str, Any], buffers: Sequence[bytes]) -> bytes:
    """Return `u32 length of head | head | u32 n | n × u32 buffer lengths | buffers`, little-endian.

    >>> pack({"id": 1}, [b"ab"]).hex(" ", -4)
    '08000000 7b226964 223a317d 01000000 02000000 6162'
    """
    text = json.dumps(head, allow_nan=False, separators=(",", ":")).encode()
    lengths = struct.pack(f"<{len(buffers) + 1}I", len(buffers), *map(len, buffers))
    return b"".join([struct.pack("<I", len(text)), text, lengths, *buffers])


def unpack(message: bytes) -> tuple[dict[str, Any], list[bytes]]:
    """Undo `pack`.

    >>> unpack(pack({"id": 1}, [b"ab", b""]))
    ({'id': 1}, [b'ab', b''])
    """
    (size,) = struct.unpack_from("<I", message)
    head = json.loads(message[4 : 4 + size])
    (count,) = struct.unpack_from("<I", message, 4 + size)
    lengths = struct.unpack_from(f"<{count}I", message, 8 + size)
    buffers, begin = [], 8 + size + 4 * count
    for length in lengths:
        buffers.append(message[begin : begin + length])
        begin += length
    return head, buffers
