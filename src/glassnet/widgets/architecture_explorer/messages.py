"""The messages of the architecture explorer."""

from dataclasses import dataclass

from glassnet.widgets.architecture_explorer.architecture import ActivationName, Hidden, Units
from glassnet.widgets.wire import Reply, Request
from glassnet.widgets.wire.common import Choice


@dataclass(frozen=True)
class Open(Request):
    """Show the architecture as it is now, and what can be chosen."""


@dataclass(frozen=True)
class Count(Request):
    """Count the parameters of an architecture."""

    inputs: Units
    hidden: Hidden
    outputs: Units
    activation: ActivationName
    output_activation: ActivationName


@dataclass(frozen=True)
class Opening(Reply):
    """The architecture shown first, the activations, and how many units and hidden layers there can be."""

    inputs: int
    hidden: tuple[int, ...]
    outputs: int
    activation: str
    output_activation: str
    activations: tuple[Choice, ...]
    most_units: int
    most_hidden: int


@dataclass(frozen=True)
class LayerCount:
    """A layer: its name, the numbers that it takes and gives, and how many weights and biases it has."""

    name: str
    inputs: int
    units: int
    weights: int
    biases: int


@dataclass(frozen=True)
class ArchitectureView(Reply):
    """A network, layer by layer. Buffers: the first weights of each layer, input by input."""

    inputs: int
    hidden: tuple[int, ...]
    outputs: int
    activation: str
    output_activation: str
    layers: tuple[LayerCount, ...]
    parameters: int
    code: str
