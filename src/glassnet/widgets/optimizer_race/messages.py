"""The messages of the optimiser race."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Literal

from glassnet.widgets.descent_playground.landscapes import LANDSCAPES
from glassnet.widgets.optimizer_race.contestants import CONTESTANTS
from glassnet.widgets.optimizer_race.tasks import TASKS
from glassnet.widgets.wire import Length, Limits, OneOf, Reply, Request
from glassnet.widgets.wire.common import Choice

MAX_RULES = 6
"""As many as there are colours."""
SEEDS = 10
"""Starts that are counted."""
MAX_RATE = 100.0

TaskName = Annotated[str, OneOf("network", TASKS)]
LandscapeName = Annotated[str, OneOf("landscape", LANDSCAPES)]
RuleName = Annotated[str, OneOf("update rule", CONTESTANTS)]
Rules = Annotated[tuple[RuleName, ...], Length(1, MAX_RULES)]
Rate = Annotated[float, Limits(above=0, maximum=MAX_RATE)]
Rates = Mapping[str, Rate]


@dataclass(frozen=True)
class Open(Request):
    """List who can race and where, and say how the page opens."""


@dataclass(frozen=True)
class Surface(Request):
    """Return one landscape."""

    landscape: LandscapeName


@dataclass(frozen=True)
class Race(Request):
    """Race down a landscape and on a network; rates by rule, and the best known ones where there is none.

    `seed` says where the network starts and which batches all rules take.
    """

    landscape: LandscapeName
    task: TaskName
    rules: Rules
    seed: Annotated[int, Limits(0, SEEDS - 1)]
    landscape_rates: Rates
    task_rates: Rates


@dataclass(frozen=True)
class Count(Request):
    """Train the network of the last race from one more seed with every rule, and count who won so far."""


@dataclass(frozen=True)
class Search(Request):
    """Try one more learning rate with one rule on the network of the last race, from three seeds."""


@dataclass(frozen=True)
class LandscapeChoice(Choice):
    """A landscape to choose, with one sentence, its window, its minima and the rate of each rule."""

    words: str
    rates: Mapping[str, float]


@dataclass(frozen=True)
class TaskChoice(Choice):
    """A network to choose, with one sentence and the rate of each rule."""

    words: str
    rates: Mapping[str, float]


@dataclass(frozen=True)
class Settings:
    """The settings of a race."""

    landscape: str
    task: str
    rules: tuple[str, ...]
    seed: int
    landscape_rates: Mapping[str, float]
    task_rates: Mapping[str, float]


@dataclass(frozen=True)
class Opening(Reply):
    """Everything to choose from, and the race that the page opens with; `rates` are those that a search tries."""

    view: Literal["race", "rates"]
    landscapes: tuple[LandscapeChoice, ...]
    tasks: tuple[TaskChoice, ...]
    rules: tuple[Choice, ...]
    steps: int
    every: int
    seeds: int
    most: int
    rates: tuple[float, ...]
    settings: Settings


@dataclass(frozen=True)
class SurfaceView(Reply):
    """Buffer: heights on a grid, rows by y from low to high."""

    landscape: str
    x_range: tuple[float, float]
    y_range: tuple[float, float]
    bend: float
    minima: tuple[tuple[float, float], ...]
    grid: int


@dataclass(frozen=True)
class Walker:
    """A rule on the landscape: its height after every update, and how it ended."""

    name: str
    values: tuple[float | None, ...]
    verdict: str


@dataclass(frozen=True)
class Runner:
    """A rule on the network: the mean loss on all training samples after every third update, and where it diverged.

    `seen` says whether its path is in the plane.
    """

    name: str
    losses: tuple[float | None, ...]
    diverged: int | None
    seen: bool


@dataclass(frozen=True)
class Plane:
    """The plane in which the paths of the networks vary most: its axes, and its loss on a grid."""

    directions: tuple[str, str]
    x_range: tuple[float, float]
    y_range: tuple[float, float]
    grid: int


@dataclass(frozen=True)
class Tally:
    """Who won from how many starts: for each rule its wins and its losses at the end, None where it diverged."""

    seeds: int
    wins: Mapping[str, int]
    losses: Mapping[str, tuple[float | None, ...]]


@dataclass(frozen=True)
class Tried:
    """A learning rate that was tried: the lowest, the median and the highest loss; None where it is infinite."""

    rate: float
    low: float | None
    middle: float | None
    high: float | None


@dataclass(frozen=True)
class Found:
    """What a search has tried so far, by rule, and how much there is to try."""

    tried: Mapping[str, tuple[Tried, ...]]
    count: int
    total: int


@dataclass(frozen=True)
class RaceView(Reply):
    """Buffers: for each walker x, then y; the heights of the plane, if there is one; for each runner seen x, then y."""

    settings: Settings
    walkers: tuple[Walker, ...]
    runners: tuple[Runner, ...]
    plane: Plane | None
    tally: Tally
    found: Found


@dataclass(frozen=True)
class Counted(Reply):
    """The count so far."""

    tally: Tally
    done: bool


@dataclass(frozen=True)
class Searched(Reply):
    """The search so far."""

    found: Found
    done: bool
