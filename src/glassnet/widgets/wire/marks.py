"""What a declared field accepts, beyond its type: written beside it in `Annotated`."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from glassnet.base.errors import SettingError

LARGEST = 2**53
"""Whole numbers beyond this are not exact on a page."""


@dataclass(frozen=True)
class Limits:
    """The numbers that a field takes.

    Arguments:
        minimum, maximum: the ends, taken too.
        above: every number is larger than this.
    """

    minimum: float = -math.inf
    maximum: float = math.inf
    above: float = -math.inf

    def __post_init__(self) -> None:
        if not (self.minimum <= self.maximum and self.above < self.maximum):
            raise SettingError(f"{self} leaves no number; the maximum must be above the other limits.")

    @property
    def whole(self) -> tuple[int, int]:
        """The smallest and the largest whole number within them.

        >>> Limits(above=0, maximum=10.5).whole
        (1, 10)
        """
        smallest = max(self.minimum, math.floor(self.above) + 1 if math.isfinite(self.above) else -LARGEST, -LARGEST)
        return math.ceil(smallest), math.floor(min(self.maximum, LARGEST))


@dataclass(frozen=True)
class OneOf:
    """The names that a field takes.

    Arguments:
        kind: what they name, for the message about an unknown one.
        names: the names, or a registry.
    """

    kind: str
    names: Iterable[str]


@dataclass(frozen=True)
class Longest:
    """How many characters a text may have."""

    characters: int


@dataclass(frozen=True)
class Length:
    """How many items a list may have."""

    minimum: int = 0
    maximum: int = 10_000


@dataclass(frozen=True)
class As:
    """A field that holds JSON of a declared shape, read or written elsewhere.

    Arguments:
        shape: the dataclass that declares it.
        partial: whether any of its fields may be missing.
    """

    shape: type
    partial: bool = False
