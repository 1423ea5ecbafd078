"""The messages of the hillside."""

from dataclasses import dataclass
from typing import Annotated

from glassnet.widgets.wire import Limits, Reply, Request

MAX_STEPS = 200

Along = Annotated[float, Limits(-10, 10)]


@dataclass(frozen=True)
class Open(Request):
    """Show the curve."""


@dataclass(frozen=True)
class Walk(Request):
    """Walk downhill."""

    start: Along
    rate: Annotated[float, Limits(above=0, maximum=1)]
    steps: Annotated[int, Limits(1, MAX_STEPS)]


@dataclass(frozen=True)
class CurveView(Reply):
    """The curve and how the page opens. Buffer: x, then the heights there."""

    x_range: tuple[float, float]
    y_range: tuple[float, float]
    valley: float
    start: float
    rate: float
    steps: int


@dataclass(frozen=True)
class WalkView(Reply):
    """The places of a walk, the start first, with heights and slopes there."""

    places: tuple[float, ...]
    heights: tuple[float | None, ...]
    slopes: tuple[float | None, ...]
