"""The messages of the replay."""

from dataclasses import dataclass
from typing import Annotated

from glassnet.widgets.wire import Limits, Reply, Request

MAX_PLACES = 200


@dataclass(frozen=True)
class Open(Request):
    """Show the training."""


@dataclass(frozen=True)
class Look(Request):
    """Show one of its places."""

    place: Annotated[int, Limits(0, MAX_PLACES - 1)]


@dataclass(frozen=True)
class ReplayView(Reply):
    """The epochs that can be looked at. Buffers: the loss of every epoch; x₁, x₂, class and 0 of every point."""

    epochs: tuple[int, ...]
    domain: tuple[float, float]
    goal: float
    side: int


@dataclass(frozen=True)
class Frame(Reply):
    """One place. Buffer: the prediction on a grid, from 0 to 1, row by row from the top left."""

    place: int
    epoch: int
    loss: float
    right: int
    count: int
