"""The messages of the training monitor."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from glassnet.widgets.branching.messages import TrackView
from glassnet.widgets.explaining import ExplanationJson, ReferenceText, Terms
from glassnet.widgets.wire import Limits, Reply, Request
from glassnet.widgets.wire.common import Choice, Named

MAX_STEPS = 500


@dataclass(frozen=True)
class Open(Request):
    """Show the runs, of another example if one is named."""

    example: str | None = None


@dataclass(frozen=True)
class Advance(Request):
    """Train for `budget_ms`, or make exactly `steps` updates."""

    budget_ms: Annotated[float, Limits(1, 50)] | None = None
    steps: Annotated[int, Limits(1, MAX_STEPS)] | None = None


@dataclass(frozen=True)
class Look(Request):
    """Show a step, by default the latest."""

    step: Annotated[int, Limits(0)] | None = None


@dataclass(frozen=True)
class Explain(Request):
    """Explain a number in a step of a run, by default the run shown."""

    reference: ReferenceText
    step: Annotated[int, Limits(0)]
    track: str | None = None
    terms: Terms = None


@dataclass(frozen=True)
class Histogram:
    """Bars: counts, and edges (one more than bars).

    The reference of bar 3 is `reference` followed by [3].
    """

    reference: str
    edges: tuple[float, ...]
    counts: tuple[int, ...]
    not_finite: Named | None
    spread: Mapping[str, Named]


@dataclass(frozen=True)
class LayerView:
    """A layer's numbers and histograms, by name."""

    name: str
    what: str
    numbers: Mapping[str, Named]
    histograms: Mapping[str, Histogram]


@dataclass(frozen=True)
class Measure:
    """Loss or a metric, on the batch and on the validation samples."""

    name: str
    batch: Named | None
    validation: Named | None


@dataclass(frozen=True)
class ClassView:
    """How well one of several classes is told from the others, on the validation samples; None where undefined."""

    name: str
    precision: Named
    recall: Named
    f1: Named


@dataclass(frozen=True)
class StepView:
    """The numbers of one step of a run."""

    step: int
    epoch: int
    batch: int
    held_out: int
    learning_rate: Named
    measures: tuple[Measure, ...]
    classes: tuple[ClassView, ...]
    dead_units: Named | None
    layers: tuple[LayerView, ...]


@dataclass(frozen=True)
class ExampleView:
    """An example run."""

    name: str
    label: str
    words: str


@dataclass(frozen=True)
class Columns:
    """The columns of a run's curves: "steps", "epochs", "layers"; one buffer each, row by row."""

    track: str
    columns: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class View(Reply):
    """Everything that the page shows. Buffers: the curves, in the order of `curves`.

    `complete` says whether every curve has been fully measured.
    """

    now: str
    tracks: tuple[TrackView, ...]
    example: str
    examples: tuple[ExampleView, ...]
    rules: tuple[Choice, ...]
    at: int
    shown: StepView
    speed: Mapping[str, Named]
    curves: tuple[Columns, ...]
    complete: bool


@dataclass(frozen=True)
class Explained(Reply):
    """A number's explanation."""

    explanation: ExplanationJson
    step: int
    track: str
