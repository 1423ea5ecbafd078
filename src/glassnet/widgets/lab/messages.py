"""The Lab's messages; docs/lab-protocol.md has the tables."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar

from glassnet.widgets.branching.messages import TrackView
from glassnet.widgets.explaining import ExplanationJson, ReferenceText, Terms
from glassnet.widgets.lab.spec import MAX_SAMPLES, MAX_UNITS, LabSpec
from glassnet.widgets.wire import As, Limits, Reply, Request
from glassnet.widgets.wire.common import Named

MAX_CHECKPOINT_LENGTH = 60_000
MAX_STEPS = 2000
MAX_COORDINATE = 1e6
MAX_COLUMNS = 9

PartOfSpec = Annotated[Mapping[str, Any], As(LabSpec, partial=True)]
Step = Annotated[int, Limits(0)]
Unit = Annotated[int, Limits(0, MAX_UNITS - 1)]
Point = Annotated[int, Limits(0, MAX_SAMPLES - 1)]
Coordinate = Annotated[float, Limits(-MAX_COORDINATE, MAX_COORDINATE)]


@dataclass(frozen=True)
class View:
    """The size of the images in pixels per side; 0 omits an image."""

    map: Annotated[int, Limits(0, 200)] = 100
    units: Annotated[int, Limits(0, 64)] = 32


@dataclass(frozen=True)
class Open(Request):
    """Start over with a `spec` (any subset), continue from a `checkpoint`, or show the session as it is."""

    spec: PartOfSpec | None = None
    checkpoint: str | None = None
    view: View | None = None


@dataclass(frozen=True)
class Advance(Request):
    """Train for `budget_ms`, or make exactly `steps` updates."""

    budget_ms: Annotated[float, Limits(1, 50)] | None = None
    steps: Annotated[int, Limits(1, MAX_STEPS)] | None = None
    checkpoint: bool = False


@dataclass(frozen=True)
class Change(Request):
    """Continue with other settings (any subset of `spec`); weights that still fit are kept."""

    spec: PartOfSpec
    checkpoint: bool = False


@dataclass(frozen=True)
class Restart(Request):
    """Draw new initial weights, with another `seed` if one is given, and go back to step 0."""

    seed: int | None = None
    checkpoint: bool = False


@dataclass(frozen=True)
class Pause(Request):
    """Don't train: the reader has paused, and a notebook's cells may read the state."""

    checkpoint: bool = False


@dataclass(frozen=True)
class Probe(Request):
    """Compute every unit's output at the point `x`, [x₁, x₂]."""

    x: tuple[Coordinate, Coordinate]


@dataclass(frozen=True)
class Look(Request):
    """Show an earlier step, by default the latest; the run itself stays as it is."""

    step: Step | None = None


@dataclass(frozen=True)
class GoBack(Request):
    """Continue from an earlier step; what followed is dropped, unless a checkpoint has been asked for with `pause`."""

    step: Step
    checkpoint: bool = False


@dataclass(frozen=True)
class Branch(Request):
    """Start a run with the same past up to a step, and show it."""

    step: Step


@dataclass(frozen=True)
class SetWeight(Request):
    """Set one weight, or a bias (`source` null), by hand: units count from 0, column 1 is the first hidden layer."""

    column: Annotated[int, Limits(1, MAX_COLUMNS)]
    unit: Unit
    value: Annotated[float, Limits(-1000, 1000)]
    source: Unit | None = None
    checkpoint: bool = False


@dataclass(frozen=True)
class Inspect(Request):
    """List the numbers of a unit, or of the weight from a unit (`source`) of the column before, in one step.

    The step is made on its own batch, or on one point alone; column 0 has the features, null stands for the loss.
    """

    step: Step
    column: Annotated[int, Limits(0, MAX_COLUMNS)] | None = None
    unit: Unit = 0
    source: Unit | None = None
    sample: Annotated[int, Limits(0)] = 0
    point: Point | None = None


@dataclass(frozen=True)
class Explain(Request):
    """Explain a number of a step, made on its own batch or on one point alone."""

    reference: ReferenceText
    step: Step
    track: str | None = None
    terms: Terms = None
    point: Point | None = None


@dataclass(frozen=True)
class Save(Request):
    """Write all runs into a file, with their past and their settings."""


@dataclass(frozen=True)
class Load(Request):
    """Show the runs in the file that has been uploaded."""


@dataclass(frozen=True)
class Quality:
    """Loss and accuracy on one part of the data."""

    loss: float | None
    accuracy: float | None


@dataclass(frozen=True)
class Layer:
    """One column of units: hidden ones first, the output last; `result` is the layer that gives its values."""

    name: str
    inputs: int
    units: int
    activation: str
    result: str


@dataclass(frozen=True)
class Task:
    """What is learnt: two classes, many or values; the loss and output in use, and the losses that suit."""

    kind: str
    classes: int
    loss: str
    output: str
    losses: tuple[str, ...]


@dataclass(frozen=True)
class Stopped:
    """Why training stopped."""

    message: str


@dataclass(frozen=True)
class Frame(Reply):
    """Everything that the page shows; docs/lab-protocol.md describes each field and buffer."""

    kind: ClassVar[str] = "frame"

    spec: LabSpec
    step: int
    first: int
    latest: int
    epoch: float
    train: Quality
    test: Quality
    penalty: float | None
    rate: float
    updates: int
    layers: tuple[Layer, ...]
    unit_scales: tuple[float | None, ...]
    map_scale: float | None
    domain: tuple[float, float]
    task: Task
    stopped: Stopped | None
    track: str
    buffers: tuple[str, ...]
    advice: tuple[str, ...] = ()
    tracks: tuple[TrackView, ...] | None = None
    checkpoint: str | None = None


@dataclass(frozen=True)
class Activations(Reply):
    """Every unit's output at a point: one list per layer, the inputs first."""

    kind: ClassVar[str] = "probe"

    activations: tuple[tuple[float | None, ...], ...]


@dataclass(frozen=True)
class NumberGroup:
    """Numbers under a heading."""

    title: str
    numbers: tuple[Named, ...]


@dataclass(frozen=True)
class Insides(Reply):
    """The numbers of a unit or a weight in one step; `samples` says which points are in the batch."""

    kind: ClassVar[str] = "insides"

    title: str
    groups: tuple[NumberGroup, ...]
    samples: tuple[int, ...]
    sample: int
    step: int


@dataclass(frozen=True)
class Explained(Reply):
    """A number's explanation."""

    kind: ClassVar[str] = "explained"

    explanation: ExplanationJson
    step: int
    track: str


@dataclass(frozen=True)
class Saved(Reply):
    """A file, in the buffer that comes with it."""

    kind: ClassVar[str] = "saved"

    name: str
