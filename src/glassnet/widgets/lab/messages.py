"""The Lab's messages; docs/lab-protocol.md has the tables."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar

from glassnet.widgets.lab.spec import LabSpec
from glassnet.widgets.wire import As, Limits, Reply, Request

MAX_CHECKPOINT_LENGTH = 16_384
MAX_STEPS = 2000
MAX_COORDINATE = 1e6

PartOfSpec = Annotated[Mapping[str, Any], As(LabSpec, partial=True)]
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
class Quality:
    """Loss and accuracy on one part of the data."""

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
    """Everything that the page shows; docs/lab-protocol.md describes each field and buffer."""

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
    """Every unit's output at a point: one list per layer, the inputs first."""

    kind: ClassVar[str] = "probe"

    activations: tuple[tuple[float | None, ...], ...]
