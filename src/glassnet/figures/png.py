"""Arrays of colours as PNG images in data URLs."""

import base64
import struct
import zlib

import numpy as np

from glassnet.base.arrays import Array
from glassnet.figures.svg import rgb


def png(rgba: Array) -> str:
    """Return an image, bytes of shape (rows, columns, 4), as a data URL of a PNG.

    >>> png(np.zeros((1, 1, 4), np.uint8))[:30]
    'data:image/png;base64,iVBORw0K'
    """
    rows, columns, _ = rgba.shape

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    lines = b"".join(b"\x00" + line.tobytes() for line in rgba)
    header = struct.pack(">IIBBBBB", columns, rows, 8, 6, 0, 0, 0)
    content = chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(lines)) + chunk(b"IEND", b"")
    return "data:image/png;base64," + base64.b64encode(b"\x89PNG\r\n\x1a\n" + content).decode()


def tinted(ink: str, alpha: Array) -> str:
    """Return one colour with varying opacity as a data URL of a PNG.

    Arguments:
        ink: "#rrggbb".
        alpha: opacity from 0 to 255, shape (rows, columns).
    """
    colours = np.broadcast_to(np.array(rgb(ink)), (*alpha.shape, 3))
    return png(np.concatenate([colours, np.round(alpha).reshape(*alpha.shape, 1)], axis=-1).astype(np.uint8))
