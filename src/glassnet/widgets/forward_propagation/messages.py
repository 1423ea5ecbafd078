"""The messages of the forward propagation."""

from dataclasses import dataclass
from typing import Annotated, Literal

from glassnet.widgets.architecture_explorer.architecture import MOST_UNITS, Architecture
from glassnet.widgets.explaining import ExplanationJson, ReferenceText
from glassnet.widgets.wire import Length, Limits, Reply, Request
from glassnet.widgets.wire.common import Choice

Row = tuple[float | None, ...]
Weights = Literal["first", "trained"]
"""The parameters before any training, and after it."""
Value = Annotated[float, Limits(-1e9, 1e9)]


@dataclass(frozen=True)
class Networks(Request):
    """List the networks, and say which one is shown."""


@dataclass(frozen=True)
class Open(Request):
    """Pass inputs through a network; they are in everyday units. Without inputs, those that it opens with."""

    network: str
    weights: Weights = "first"
    x: Annotated[tuple[Value, ...], Length(1, MOST_UNITS)] | None = None


@dataclass(frozen=True)
class Build(Request):
    """Make a network of one's own shape, with weights and inputs drawn from a seed, and pass the inputs through."""

    shape: Architecture
    seed: Annotated[int, Limits(0, 10**6)] = 0


@dataclass(frozen=True)
class Explain(Request):
    """Explain a number of the pass shown."""

    reference: ReferenceText


@dataclass(frozen=True)
class PresetView:
    """Inputs worth a look, in everyday units."""

    label: str
    x: tuple[float, ...]


@dataclass(frozen=True)
class NetworkChoice:
    """A network that can be chosen; `trained` says whether it can be looked at after training as well."""

    name: str
    label: str
    words: str
    trained: bool
    presets: tuple[PresetView, ...]


@dataclass(frozen=True)
class NetworksView(Reply):
    """All networks, which one is shown with which weights, and the shape of a network of one's own."""

    networks: tuple[NetworkChoice, ...]
    network: str
    weights: Weights
    shape: Architecture
    activations: tuple[Choice, ...]
    most_units: int
    most_hidden: int


@dataclass(frozen=True)
class InputView:
    """An input: how it is set, in everyday units, and its value in these units."""

    name: str
    unit: str
    low: float
    high: float
    step: float
    value: float


@dataclass(frozen=True)
class LayerPass:
    """A layer's parameters, and its numbers in the pass; `names` are those of its neurons, if they have any."""

    name: str
    activation: str
    names: tuple[str, ...]
    z: Row
    a: Row
    weight: tuple[Row, ...]
    bias: Row
    signals: tuple[Row, ...]


@dataclass(frozen=True)
class PassView(Reply):
    """A network and the pass of its inputs. `says` is what the prediction means; "" if it means nothing."""

    network: str
    weights: Weights
    shape: Architecture | None
    inputs: tuple[InputView, ...]
    x: Row
    layers: tuple[LayerPass, ...]
    says: str


@dataclass(frozen=True)
class Explained(Reply):
    """A number of the pass: its arithmetic."""

    explanation: ExplanationJson
