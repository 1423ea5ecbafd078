"""The messages of the custom loss widget."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from glassnet.widgets.custom_loss.tasks import TASKS
from glassnet.widgets.wire import Limits, OneOf, Reply, Request

MAX_STEPS = 100

TaskName = Annotated[str, OneOf("task", TASKS)]


@dataclass(frozen=True)
class Examples(Request):
    """List the tasks, each with example formulas."""


@dataclass(frozen=True)
class Read(Request):
    """Parse a formula: return its slope, checks of it and its curves."""

    formula: str
    task: TaskName


@dataclass(frozen=True)
class Begin(Request):
    """Create two models: one for the formula, one for the usual loss."""

    formula: str
    task: TaskName


@dataclass(frozen=True)
class Train(Request):
    """Continue training both models."""

    steps: Annotated[int, Limits(1, MAX_STEPS)]


@dataclass(frozen=True)
class Example:
    """An example formula."""

    label: str
    formula: str


@dataclass(frozen=True)
class TaskView:
    """What can be predicted."""

    name: str
    label: str
    classes: bool
    usual: str
    examples: tuple[Example, ...]


@dataclass(frozen=True)
class ExamplesView(Reply):
    """All tasks, and the number of updates in training."""

    tasks: tuple[TaskView, ...]
    steps: int


@dataclass(frozen=True)
class Check:
    """Loss and slope at one prediction: from the formula, and by nudging the prediction."""

    p: float
    t: float
    loss: float | None
    found: float | None
    seen: float | None
    agrees: bool


@dataclass(frozen=True)
class Reading(Reply):
    """Buffers: predictions; then the loss at each, one curve per target."""

    formula: str
    mathml: str
    slope: str
    slope_mathml: str
    checks: tuple[Check, ...]
    targets: tuple[float, ...]


@dataclass(frozen=True)
class ModelView:
    """A model, and how well it does."""

    name: str
    scores: Mapping[str, str | float]


@dataclass(frozen=True)
class Models(Reply):
    """Buffers: x and y of the data; places; the prediction of each model there."""

    step: int
    done: bool
    models: tuple[ModelView, ...]
