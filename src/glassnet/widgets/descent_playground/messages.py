"""The messages of the descent playground."""

from dataclasses import dataclass
from typing import Annotated, Literal

from glassnet.widgets.descent_playground.landscapes import LANDSCAPES
from glassnet.widgets.descent_playground.rules import RULES
from glassnet.widgets.wire import Limits, OneOf, Reply, Request
from glassnet.widgets.wire.common import Choice

MAX_STEPS = 500
MAX_EPOCHS = 20
MAX_COORDINATE = 100.0

Coordinate = Annotated[float, Limits(-MAX_COORDINATE, MAX_COORDINATE)]
Rate = Annotated[float, Limits(above=0, maximum=10)]
LandscapeName = Annotated[str, OneOf("landscape", LANDSCAPES)]


@dataclass(frozen=True)
class Landscapes(Request):
    """List the landscapes and update rules."""


@dataclass(frozen=True)
class Surface(Request):
    """Return one landscape."""

    landscape: LandscapeName


@dataclass(frozen=True)
class Race(Request):
    """Run several rules from the same start; `adaptive` is the rate of the adaptive rules."""

    landscape: LandscapeName
    start: tuple[Coordinate, Coordinate]
    rate: Rate
    adaptive: Rate
    momentum: Annotated[float, Limits(0, 0.999)]
    noise: Annotated[float, Limits(0, 100)]
    steps: Annotated[int, Limits(1, MAX_STEPS)]
    rules: tuple[Annotated[str, OneOf("rule", RULES)], ...]


@dataclass(frozen=True)
class Batches(Request):
    """Fit a line with three batch sizes."""

    rate: Annotated[float, Limits(above=0, maximum=1)]
    epochs: Annotated[int, Limits(1, MAX_EPOCHS)]
    seed: Annotated[int, Limits(0, 10**6)] = 0


@dataclass(frozen=True)
class LandscapeView:
    """A landscape to choose, with the start and the learning rate of its first race."""

    name: str
    label: str
    words: str
    start: tuple[float, float]
    rate: float


@dataclass(frozen=True)
class RuleView(Choice):
    """An update rule; an adaptive one has a learning rate of its own, and a later lesson."""

    adaptive: bool


@dataclass(frozen=True)
class Opening:
    """How the page opens: one of its two views, and the first race."""

    view: Literal["race", "batches"]
    landscape: str
    rules: tuple[str, ...]
    momentum: float
    steps: int


@dataclass(frozen=True)
class LandscapesView(Reply):
    """All landscapes and rules, and how the page opens."""

    landscapes: tuple[LandscapeView, ...]
    rules: tuple[RuleView, ...]
    opening: Opening


@dataclass(frozen=True)
class SurfaceView(Reply):
    """Buffer: heights on a grid, rows by y from low to high."""

    landscape: str
    x_range: tuple[float, float]
    y_range: tuple[float, float]
    bend: float
    words: str
    minima: tuple[tuple[float, float], ...]
    grid: int


@dataclass(frozen=True)
class Walker:
    """One rule's path: heights, outcome, and the step at which it arrived."""

    name: str
    label: str
    values: tuple[float | None, ...]
    verdict: str
    arrived: int | None


@dataclass(frozen=True)
class RaceView(Reply):
    """Buffers: for each walker its x, then its y."""

    walkers: tuple[Walker, ...]


@dataclass(frozen=True)
class PathView:
    """One batch size's path: the effort per step, and the cost after every epoch."""

    size: int
    steps_per_epoch: int
    points_per_step: int
    cost: float | None
    costs: tuple[float | None, ...]


@dataclass(frozen=True)
class BatchesView(Reply):
    """Buffers: the cost on a grid, rows by b from low to high; then for each size w, then b."""

    paths: tuple[PathView, ...]
    grid: int
    w_range: tuple[float, float]
    b_range: tuple[float, float]
