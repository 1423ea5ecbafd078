"""The messages of the layer zoo."""

from dataclasses import dataclass
from typing import Annotated

from glassnet.widgets.layer_zoo.exhibits import EXHIBITS
from glassnet.widgets.wire import Limits, MaxLength, OneOf, Reply, Request

MAX_NUMBER = 1000


@dataclass(frozen=True)
class Open(Request):
    """List the exhibits."""


@dataclass(frozen=True)
class Show(Request):
    """Show what one variant of a layer makes of an input."""

    exhibit: Annotated[str, OneOf("exhibit", EXHIBITS)]
    variant: Annotated[str, MaxLength(40)]
    number: Annotated[int, Limits(0, MAX_NUMBER)]


@dataclass(frozen=True)
class ExhibitView:
    """A kind of layer, what it does, and its variants."""

    name: str
    label: str
    words: str
    variants: tuple[str, ...]


@dataclass(frozen=True)
class Opening(Reply):
    """All exhibits, and the number of the input shown first."""

    exhibits: tuple[ExhibitView, ...]
    number: int


@dataclass(frozen=True)
class ShownView(Reply):
    """Two tables of numbers, the input and the output. Buffers: their numbers, row by row.

    `before` and `after` are their rows and columns, `takes` and `gives` the real shapes of one example.
    """

    exhibit: str
    variant: str
    number: int
    before: tuple[int, int]
    after: tuple[int, int]
    takes: tuple[int, ...]
    gives: tuple[int, ...]
    parameters: int
