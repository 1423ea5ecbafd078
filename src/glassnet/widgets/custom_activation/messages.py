"""The messages of the custom activation widget."""

from dataclasses import dataclass
from typing import Annotated

from glassnet.widgets.wire import Limits, Reply, Request

MAX_STEPS = 50


@dataclass(frozen=True)
class Examples(Request):
    """List example formulas."""


@dataclass(frozen=True)
class Read(Request):
    """Parse a formula: return its derivative, checks of it and its curve."""

    formula: str


@dataclass(frozen=True)
class Begin(Request):
    """Create two networks: one with the formula, one with tanh."""

    formula: str


@dataclass(frozen=True)
class Train(Request):
    """Continue training both networks."""

    steps: Annotated[int, Limits(1, MAX_STEPS)]


@dataclass(frozen=True)
class Example:
    """An example formula."""

    label: str
    formula: str


@dataclass(frozen=True)
class ExamplesView(Reply):
    """Example formulas, the formula shown at first, and the number of updates in training."""

    examples: tuple[Example, ...]
    formula: str
    steps: int


@dataclass(frozen=True)
class Check:
    """Value and derivative at one z: from the formula, and by nudging z."""

    z: float
    value: float | None
    found: float | None
    seen: float | None
    agrees: bool


@dataclass(frozen=True)
class Reading(Reply):
    """Buffers: z, value, derivative."""

    formula: str
    mathml: str
    slope: str
    slope_mathml: str
    checks: tuple[Check, ...]


@dataclass(frozen=True)
class NetworkView:
    """A network, and the fraction of points it classifies correctly."""

    name: str
    accuracy: float
    loss: float


@dataclass(frozen=True)
class Networks(Reply):
    """Buffers: the loss after each step, one buffer per network."""

    step: int
    done: bool
    networks: tuple[NetworkView, ...]
