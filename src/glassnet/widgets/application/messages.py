"""The messages that all applications have in common; each has others of its own, in its file."""

from dataclasses import dataclass
from typing import Annotated

from glassnet.widgets.wire import Limits, Reply, Request

MAX_TURNS = 100


@dataclass(frozen=True)
class Open(Request):
    """Show the application as it is."""


@dataclass(frozen=True)
class Train(Request):
    """Train for that many turns, at most to the end."""

    turns: Annotated[int, Limits(1, MAX_TURNS)] = 1


@dataclass(frozen=True)
class Again(Request):
    """Start again with an untrained network."""


@dataclass(frozen=True)
class Progress(Reply):
    """What the application is, and how far its training is. Buffers: the score before training and after each turn."""

    name: str
    title: str
    data: str
    network: str
    turn: str
    score: str
    unit: str
    ends: tuple[float, float]
    turns: int
    done: int
    seconds: float
