"""What the Lab's page asks and is told; docs/lab-protocol.md has the tables."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar

from glassnet.widgets.lab.spec import LabSpec
from glassnet.widgets.wire import As, Limits, Reply, Request

LONGEST_CHECKPOINT = 16_384
MOST_STEPS = 2000
FARTHEST = 1e6

PartOfSpec = Annotated[Mapping[str, Any], As(LabSpec, partial=True)]
Coordinate = Annotated[float, Limits(-FARTHEST, FARTHEST)]


@dataclass(frozen=True)
class View:
    """How large the pictures are: pixels along a side; 0 leaves a picture out."""

    map: Annotated[int, Limits(0, 200)] = 100
    units: Annotated[int, Limits(0, 64)] = 32


@dataclass(frozen=True)
class Open(Request):
    """Begin afresh with a `spec` (any subset), go on from a `checkpoint`, or show the session as it stands."""

    spec: PartOfSpec | None = None
    checkpoint: str | None = None
    view: View | None = None


@dataclass(frozen=True)
class Advance(Request):
    """Train for `budget_ms`, or make exactly so many `steps`."""

    budget_ms: Annotated[float, Limits(1, 50)] | None = None
    steps: Annotated[int, Limits(1, MOST_STEPS)] | None = None
    checkpoint: bool = False


@dataclass(frozen=True)
class Change(Request):
    """Go on with other settings (any subset of `spec`); weights that still have a place are kept."""

    spec: PartOfSpec
    checkpoint: bool = False


@dataclass(frozen=True)
class Restart(Request):
    """Draw the first weights afresh, with another `seed` where one is given, and go back to step 0."""

    seed: int | None = None
    checkpoint: bool = False


@dataclass(frozen=True)
class Pause(Request):
    """Train nothing: the reader has stopped, and a notebook's cells may look."""

    checkpoint: bool = False


@dataclass(frozen=True)
class Probe(Request):
    """Compute what every unit gives at the point `x`, [x₁, x₂]."""

    x: tuple[Coordinate, Coordinate]


@dataclass(frozen=True)
class Quality:
    """How good a state is on one part of the data."""

    loss: float | None
    accuracy: float | None


@dataclass(frozen=True)
class Layer:
    """One layer: hidden ones first, the output last."""

    name: str
    inputs: int
    units: int
    activation: str


@dataclass(frozen=True)
class Stopped:
    """Why training stopped."""

    message: str


@dataclass(frozen=True)
class Frame(Reply):
    """All that the page shows; docs/lab-protocol.md says what each field and each buffer is."""

    kind: ClassVar[str] = "frame"

    spec: LabSpec
    step: int
    epoch: float
    train: Quality
    test: Quality
    penalty: float | None
    updates: int
    layers: tuple[Layer, ...]
    unit_scales: tuple[float | None, ...]
    domain: tuple[float, float]
    stopped: Stopped | None
    buffers: tuple[str, ...]
    checkpoint: str | None = None


@dataclass(frozen=True)
class Activations(Reply):
    """What every unit computes at a point: one list per layer, the inputs first."""

    kind: ClassVar[str] = "probe"

    activations: tuple[tuple[float | None, ...], ...]
