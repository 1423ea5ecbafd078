"""Constraints of a declared field beyond its type, given in `Annotated`."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from glassnet.base.errors import SettingError

MAX_WHOLE_NUMBER = 2**53
"""Whole numbers beyond this are not exact on a page."""


@dataclass(frozen=True)
class Limits:
    """The range of a number.

    Arguments:
        minimum, maximum: the ends, included.
        above: a lower bound, excluded.
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
        beyond = math.floor(self.above) + 1 if math.isfinite(self.above) else -math.inf
        smallest = max(self.minimum, beyond, -MAX_WHOLE_NUMBER)
        return math.ceil(smallest), math.floor(min(self.maximum, MAX_WHOLE_NUMBER))


@dataclass(frozen=True)
class OneOf:
    """The names that a field accepts.

    Arguments:
        kind: what they name, for the message about an unknown one.
        names: the names, or a registry.
    """

    kind: str
    names: Iterable[str]


@dataclass(frozen=True)
class MaxLength:
    """The maximum number of characters of a text."""

    characters: int


@dataclass(frozen=True)
class Length:
    """The number of items of a list."""

    minimum: int = 0
    maximum: int = 10_000


@dataclass(frozen=True)
class As:
    """A field with JSON of a declared shape that is read or written elsewhere.

    Arguments:
        shape: the dataclass that declares it.
        partial: whether any of its fields may be missing.
    """

    shape: type
    partial: bool = False
