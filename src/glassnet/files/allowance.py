"""What a run file may have made for it beyond what it stores: a small file must not ask for a large machine."""

from collections.abc import Mapping
from math import prod
from typing import Any

from glassnet.base.errors import RunFileError
from glassnet.data.made_shape import READS_FILES, made_shape

FREE = 256 * 2**20
"""Bytes that any file may ask for: the data of the lessons many times over."""
TIMES_STORED = 8
"""How many times its own size it may ask for besides."""
BYTES_PER_NUMBER = 8


class Allowance:
    """The memory that one file and the files inside it may ask for, and whether they may open others.

    Arguments:
        path: the file, for messages.
        stored: its size in bytes.
        trust: whether there is no limit.

    >>> Allowance("a.glass", 4000, trust=False).take(10**10, "its first weights")
    Traceback (most recent call last):
    glassnet.base.errors.RunFileError: a.glass has 4,000 bytes, but asks for 10,000 MB for its first weights. If you \
know where it comes from, pass trust=True (--trust).
    """

    def __init__(self, path: str, stored: int, *, trust: bool) -> None:
        self.path, self.stored, self.trust = path, stored, trust
        self._left = FREE + TIMES_STORED * stored

    def take(self, size: int, what: str) -> None:
        """Count that many bytes, or refuse them before anything is made."""
        self.check(size, what)
        self._left -= size

    def check(self, size: int, what: str) -> None:
        """Refuse that many bytes if they are too many."""
        if size > self._left and not self.trust:
            raise RunFileError(
                f"{self.path} has {self.stored:,} bytes, but asks for {size / 1e6:,.0f} MB for {what}. If you know "
                "where it comes from, pass trust=True (--trust)."
            )

    def check_data(self, described: Mapping[str, Any]) -> None:
        """Refuse data that a generator would have to fetch, or that are larger than the file's description of them."""
        source = described["source"]
        name = source["generator"]
        if name in READS_FILES and not self.trust:
            where = f"the folder {source['directory']!r}" if source.get("directory") else "the network"
            raise RunFileError(
                f"{self.path} was trained on {name}, which it would read from {where}. Pass the data: "
                f"gn.load(path, gn.data.{name}(…)); or, if you know where the file comes from, trust=True (--trust)."
            )
        shape = made_shape(source)
        told = (sum(described["samples"].values()), *described["input_shape"])
        if shape != told:
            raise ValueError(f"{name} makes data of shape {shape} with these settings, but the run had {told}")
        self.take(BYTES_PER_NUMBER * prod(shape), "its data")
