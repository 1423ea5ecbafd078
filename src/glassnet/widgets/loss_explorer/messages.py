"""The messages of the loss explorer."""

from dataclasses import dataclass
from typing import Annotated

from glassnet.widgets.loss_explorer.curves import FAMILIES
from glassnet.widgets.loss_explorer.surface import MODELS
from glassnet.widgets.wire import Length, Limits, OneOf, Reply, Request
from glassnet.widgets.wire.common import Choice

MAX_POINTS = 30
MAX_STEPS = 100
MAX_COORDINATE = 1e3

Coordinate = Annotated[float, Limits(-MAX_COORDINATE, MAX_COORDINATE)]
Point = tuple[Coordinate, Coordinate]
Delta = Annotated[float, Limits(0.01, 10)]
ModelName = Annotated[str, OneOf("model", MODELS)]


VIEWS = ("curves", "outliers", "surface")


@dataclass(frozen=True)
class Opening:
    """What the explorer shows first: a view, the losses of its curves, and the model of its surface."""

    view: Annotated[str, OneOf("view", VIEWS)] = "curves"
    family: Annotated[str, OneOf("family of losses", FAMILIES)] = "values"
    model: ModelName = "line_squared"


@dataclass(frozen=True)
class Open(Request):
    """Say what is shown first."""


@dataclass(frozen=True)
class Families(Request):
    """List the losses."""


@dataclass(frozen=True)
class Curves(Request):
    """Return some losses of one example against the prediction."""

    family: Annotated[str, OneOf("family of losses", FAMILIES)]
    losses: tuple[str, ...]
    truth: float
    at: float
    delta: Delta = 1.0


@dataclass(frozen=True)
class Fit(Request):
    """Return the best line through points under each loss."""

    points: Annotated[tuple[Point, ...], Length(2, MAX_POINTS)]
    delta: Delta = 1.0


@dataclass(frozen=True)
class Models(Request):
    """List the models with two parameters."""


@dataclass(frozen=True)
class Surface(Request):
    """Return the loss of a model over both parameters."""

    model: ModelName


@dataclass(frozen=True)
class Ball(Request):
    """Return the loss of a model at one point."""

    model: ModelName
    at: Point


@dataclass(frozen=True)
class Roll(Request):
    """Make steps downhill from a point."""

    model: ModelName
    at: Point
    learning_rate: Annotated[float, Limits(above=0, maximum=1000)]
    steps: Annotated[int, Limits(1, MAX_STEPS)]


@dataclass(frozen=True)
class Family:
    """Losses for the same kind of prediction."""

    name: str
    prediction: str
    range: tuple[float, float]
    truths: tuple[float, float]
    losses: tuple[Choice, ...]


@dataclass(frozen=True)
class OpeningView(Opening, Reply):
    """What is shown first."""


@dataclass(frozen=True)
class FamiliesView(Reply):
    """All families of losses."""

    families: tuple[Family, ...]


@dataclass(frozen=True)
class LossAt:
    """One loss and its slope at the chosen prediction."""

    name: str
    label: str
    loss: float | None
    slope: float | None


@dataclass(frozen=True)
class CurvesView(Reply):
    """Buffers: the predictions; then loss and slope of each loss."""

    losses: tuple[LossAt, ...]
    truth: float
    at: float


@dataclass(frozen=True)
class LineView:
    """The best line under one loss."""

    name: str
    label: str
    slope: float
    intercept: float
    loss: float


@dataclass(frozen=True)
class Fits(Reply):
    """One line for each loss."""

    lines: tuple[LineView, ...]


@dataclass(frozen=True)
class ModelsView(Reply):
    """All models."""

    models: tuple[Choice, ...]


@dataclass(frozen=True)
class SurfaceView(Reply):
    """Buffers: the loss on a grid, rows by b from low to high; x and y of the points."""

    model: str
    w_range: tuple[float, float]
    b_range: tuple[float, float]
    start: tuple[float, float]
    grid: int


@dataclass(frozen=True)
class BallView(Reply):
    """Buffers: x, and the prediction there."""

    at: tuple[float, float]
    loss: float | None
    d_w: float | None
    d_b: float | None
