"""The messages of guess-the-picture."""

from dataclasses import dataclass
from typing import Annotated

from glassnet.widgets.wire import Limits, Reply, Request

PICTURES = ("smile", "seven", "traffic_light", "sunset")
SIDE = 14


@dataclass(frozen=True)
class Puzzle(Request):
    """Return a picture as numbers, without saying what it shows. After the last comes the first."""

    number: Annotated[int, Limits(0, 10_000)]


@dataclass(frozen=True)
class Reveal(Request):
    """Say what a picture shows."""

    number: Annotated[int, Limits(0, 10_000)]


@dataclass(frozen=True)
class PuzzleView(Reply):
    """Buffers: the brightness of each pixel, 0 to 255, row by row."""

    number: int
    side: int


@dataclass(frozen=True)
class Revealed(Reply):
    """What the picture shows, in words."""

    number: int
    words: str
