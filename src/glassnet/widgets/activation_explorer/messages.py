"""The messages of the activation explorer."""

from dataclasses import dataclass
from typing import Annotated

from glassnet.widgets.activation_explorer.functions import FUNCTIONS
from glassnet.widgets.wire import Length, Limits, OneOf, Reply, Request
from glassnet.widgets.wire.common import Choice

MAX_SHOWN = 6
MAX_Z = 12.0

FunctionName = Annotated[str, OneOf("activation", FUNCTIONS)]


@dataclass(frozen=True)
class Functions(Request):
    """List the activations, and which of them are shown at first."""


@dataclass(frozen=True)
class Curves(Request):
    """Return some activations and their derivatives from −reach to reach, and at one z."""

    functions: Annotated[tuple[FunctionName, ...], Length(1, MAX_SHOWN)]
    z: Annotated[float, Limits(-MAX_Z, MAX_Z)]
    reach: Annotated[float, Limits(1, MAX_Z)] = 5.0
    leaky: Annotated[float, Limits(0, 1)] = 0.01
    elu: Annotated[float, Limits(above=0, maximum=3)] = 1.0


@dataclass(frozen=True)
class FunctionsView(Reply):
    """All activations, the names of those shown at first, and how many can be shown together."""

    functions: tuple[Choice, ...]
    shown: tuple[str, ...]
    most: int
    z: float
    reach: float


@dataclass(frozen=True)
class FunctionAt:
    """One activation: its value and slope at the chosen z, its range, and what it does to many z."""

    name: str
    label: str
    value: float
    slope: float
    lowest: float | None
    highest: float | None
    mean: float
    zeros: float
    saturates: str


@dataclass(frozen=True)
class CurvesView(Reply):
    """Buffers: z; then value and slope of each activation. None as an end of a range is infinity."""

    functions: tuple[FunctionAt, ...]
    z: float
    reach: float
