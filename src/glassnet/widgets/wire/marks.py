"""Constraints of a declared field beyond its type, given in `Annotated`."""

import math
from collections.abc import Iterable
from dataclasses import dataclass


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
