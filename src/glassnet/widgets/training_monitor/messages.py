"""What the training monitor's page asks and is told."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from glassnet.widgets.explaining import ExplanationJson, ReferenceText, Terms
from glassnet.widgets.futures.messages import TrackView
from glassnet.widgets.wire import Limits, Reply, Request
from glassnet.widgets.wire.common import Choice, Named

MOST_STEPS = 500


@dataclass(frozen=True)
class Open(Request):
    """Show where the runs stand, of another example where one is named."""

    example: str | None = None


@dataclass(frozen=True)
class Advance(Request):
    """Train for `budget_ms`, or make exactly so many `steps`."""

    budget_ms: Annotated[float, Limits(1, 50)] | None = None
    steps: Annotated[int, Limits(1, MOST_STEPS)] | None = None


@dataclass(frozen=True)
class Look(Request):
    """Look at a step, or at where training stands."""

    step: Annotated[int, Limits(0)] | None = None


@dataclass(frozen=True)
class Explain(Request):
    """Why a number of a step of a run is what it is; the run that is looked at where none is named."""

    reference: ReferenceText
    step: Annotated[int, Limits(0)]
    track: str | None = None
    terms: Terms = None


@dataclass(frozen=True)
class Histogram:
    """Bars: counts, and edges, one more than there are bars.

    Bar 3 is explained by `reference` with [3] behind it.
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
    """Loss or a metric, of the batch and of the validation samples."""

    name: str
    batch: Named | None
    validation: Named | None


@dataclass(frozen=True)
class StepView:
    """What a step of a run has to tell."""

    step: int
    epoch: int
    batch: int
    held_out: int
    learning_rate: Named
    measures: tuple[Measure, ...]
    dead_units: Named | None
    layers: tuple[LayerView, ...]


@dataclass(frozen=True)
class ExampleView:
    """A run to watch where a reader has none of their own."""

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
    """All that the page shows. Buffers: the curves, in the order of `curves`.

    `complete` says whether every curve has been measured to its end.
    """

    now: str
    tracks: tuple[TrackView, ...]
    example: str
    examples: tuple[ExampleView, ...]
    rules: tuple[Choice, ...]
    at: int
    look: StepView
    speed: Mapping[str, Named]
    curves: tuple[Columns, ...]
    complete: bool


@dataclass(frozen=True)
class Explained(Reply):
    """A number's explanation."""

    explanation: ExplanationJson
    step: int
    track: str
