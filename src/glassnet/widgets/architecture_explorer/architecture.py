"""A network of dense layers as a few numbers that a page can change."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Annotated

from glassnet.nn.layers import Dense
from glassnet.nn.network import Network
from glassnet.widgets.wire import Length, Limits, OneOf

MOST_UNITS, MOST_HIDDEN = 10, 6

ACTIVATIONS: Mapping[str, str] = {
    "relu": "ReLU",
    "tanh": "tanh",
    "sigmoid": "sigmoid",
    "linear": "none",
    "softmax": "softmax",
}
"""The activations that are offered, and how they are written."""

Units = Annotated[int, Limits(1, MOST_UNITS)]
Hidden = Annotated[tuple[Units, ...], Length(0, MOST_HIDDEN)]
ActivationName = Annotated[str, OneOf("activation", ACTIVATIONS)]


@dataclass(frozen=True)
class Architecture:
    """Inputs, hidden layers and outputs.

    Arguments:
        inputs, outputs: 1 to 10.
        hidden: units of each hidden layer, 1 to 10; at most six layers.
        activation: of the hidden layers.
        output_activation: of the outputs.

    >>> Architecture(3, (4, 2), 1).sizes, Architecture(3, (4, 2), 1).parameters
    ((3, 4, 2, 1), 29)
    """

    inputs: Units = 3
    hidden: Hidden = (4,)
    outputs: Units = 2
    activation: ActivationName = "relu"
    output_activation: ActivationName = "sigmoid"

    @property
    def sizes(self) -> tuple[int, ...]:
        """The units of every column, from the inputs to the outputs."""
        return (self.inputs, *self.hidden, self.outputs)

    @property
    def activations(self) -> tuple[str, ...]:
        """The activation of every layer, without the inputs."""
        return (*(self.activation for _ in self.hidden), self.output_activation)

    @property
    def network(self) -> Network:
        """The network, without its inputs."""
        return Network([Dense(units, name) for units, name in zip(self.sizes[1:], self.activations, strict=True)])

    @property
    def parameters(self) -> int:
        """How many weights and biases there are: Σ inputs · units + units over the layers."""
        return sum(before * units + units for before, units in pairwise(self.sizes))

    @property
    def code(self) -> str:
        """The network in Python."""
        layers = zip(self.sizes[1:], self.activations, strict=True)
        lines = [
            f"    gn.Dense({units})," if name == "linear" else f'    gn.Dense({units}, "{name}"),'
            for units, name in layers
        ]
        return "\n".join(
            [
                "import glassnet as gn",
                "",
                "network = gn.Network([",
                *lines,
                "])",
                f"print(network.summary(({self.inputs},)))",
                "",
            ]
        )
