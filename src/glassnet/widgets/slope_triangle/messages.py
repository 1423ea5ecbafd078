"""The messages of the slope triangle."""

from dataclasses import dataclass
from typing import Annotated

from glassnet.widgets.slope_triangle.curves import CURVES
from glassnet.widgets.wire import Limits, OneOf, Reply, Request
from glassnet.widgets.wire.common import Choice

WIDTHS = (1.0, 0.1, 0.01, 0.001)

CurveName = Annotated[str, OneOf("curve", CURVES)]


@dataclass(frozen=True)
class Open(Request):
    """List the curves, and say which one is shown first."""


@dataclass(frozen=True)
class Draw(Request):
    """Return a curve."""

    curve: CurveName


@dataclass(frozen=True)
class Nudge(Request):
    """Go a little to the right from x, by each of the widths, and look how much higher the curve is there.

    `width` is the number of the width that is magnified; x is brought within the curve's window.
    """

    curve: CurveName
    x: float
    width: Annotated[int, Limits(0, len(WIDTHS) - 1)]


@dataclass(frozen=True)
class Opening(Reply):
    """All curves, the first one shown, and the widths."""

    curves: tuple[Choice, ...]
    curve: str
    widths: tuple[float, ...]


@dataclass(frozen=True)
class CurveView(Reply):
    """Buffers: x and height of the curve's points. `at` is where the triangle stands at first."""

    x_label: str
    y_label: str
    x_range: tuple[float, float]
    y_range: tuple[float, float]
    at: float


@dataclass(frozen=True)
class Triangle(Reply):
    """Buffers: x and height of the curve near the triangle, about four times as wide as it is.

    `ratios` are rise divided by width for every width; `slope` is what they approach.
    """

    x: float
    height: float
    width: float
    rise: float
    ratios: tuple[float, ...]
    slope: float
