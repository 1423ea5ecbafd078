"""The messages of the bump builder."""

from dataclasses import dataclass
from typing import Annotated

from glassnet.widgets.bump_builder.bumps import KNOTS, TARGETS
from glassnet.widgets.wire import Length, Limits, OneOf, Reply, Request
from glassnet.widgets.wire.common import Choice

MOST_BUMPS, STEEPEST = 60, 40.0
OWN = "own"

Height = Annotated[float, Limits(-0.5, 1.5)]
TargetName = Annotated[str, OneOf("curve", (*TARGETS, OWN))]


@dataclass(frozen=True)
class Open(Request):
    """List the curves."""


@dataclass(frozen=True)
class Build(Request):
    """Build a network of bumps for a curve; `own` are the heights of a curve of the reader's, at equal distances."""

    target: TargetName
    bumps: Annotated[int, Limits(1, MOST_BUMPS)]
    steep: Annotated[float, Limits(1, STEEPEST)]
    own: Annotated[tuple[Height, ...], Length(len(KNOTS), len(KNOTS))]


@dataclass(frozen=True)
class Opening(Reply):
    """The curves, and what is shown first. `knots` are the places at which an own curve is given."""

    targets: tuple[Choice, ...]
    target: str
    bumps: int
    steep: float
    most: int
    steepest: float
    knots: tuple[float, ...]
    own: tuple[float, ...]


@dataclass(frozen=True)
class Built(Reply):
    """The network and how far it is from the curve. Buffers: x, the curve, the output, one bump after the other."""

    target: str
    bumps: int
    units: int
    parameters: int
    largest: float
    mean: float
