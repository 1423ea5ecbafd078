"""The messages of pixel information."""

from dataclasses import dataclass
from typing import Annotated

from glassnet.widgets.wire import Limits, Reply, Request

SIDE = 8
LEVELS = (2, 4, 8, 17)

PixelNumber = Annotated[int, Limits(0, SIDE * SIDE - 1)]
LevelsNumber = Annotated[int, Limits(0, len(LEVELS) - 1)]


@dataclass(frozen=True)
class Open(Request):
    """List the numbers of grey levels, and say which pixel is chosen first."""


@dataclass(frozen=True)
class Measure(Request):
    """Measure every pixel with the nth number of grey levels, and count one of them in detail."""

    levels: LevelsNumber
    pixel: PixelNumber


@dataclass(frozen=True)
class Opening(Reply):
    """What can be chosen, and what is chosen first: the most informative pixel."""

    levels: tuple[int, ...]
    side: int
    pixel: int


@dataclass(frozen=True)
class Measures(Reply):
    """Buffers: the entropy of each pixel in bits; its mutual information with the digit; for the chosen pixel, the
    fraction of each grey level among the pictures of each digit, (digits, levels).

    `answer` is the entropy of the digit, `by_chance` what the formula gives for shuffled digits.
    """

    levels: int
    pixel: int
    entropy: float
    information: float
    answer: float
    by_chance: float
    best: int
