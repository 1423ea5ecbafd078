"""What a declared field accepts, beyond its type: written beside it in `Annotated`."""

import math
from collections.abc import Iterable
from dataclasses import dataclass


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
