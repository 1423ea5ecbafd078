"""A network of the reader's own shape: any number of layers and neurons, with new weights."""

from dataclasses import dataclass
from typing import Annotated

from glassnet.nn.layers import Dense
from glassnet.nn.network import Network
from glassnet.widgets.wire import Length, Limits, OneOf

MAX_UNITS, MAX_HIDDEN = 10, 6
HIDDEN = ("relu", "tanh", "sigmoid", "linear")
OUTPUT = ("sigmoid", "softmax", "linear")

Units = Annotated[int, Limits(1, MAX_UNITS)]


@dataclass(frozen=True)
class Architecture:
    """The shape of a fully connected network.

    Arguments:
        inputs: how many.
        hidden: the neurons of each hidden layer; there may be none.
        outputs: how many.
        activation, output: of the hidden layers, and of the last.
        seed: of the weights and the inputs.

    >>> Architecture(2, (3,), 1).network().names
    ('dense_1', 'dense_2')
    """

    inputs: Units = 3
    hidden: Annotated[tuple[Units, ...], Length(0, MAX_HIDDEN)] = (4, 3)
    outputs: Units = 2
    activation: Annotated[str, OneOf("activation", HIDDEN)] = "relu"
    output: Annotated[str, OneOf("output activation", OUTPUT)] = "softmax"
    seed: Annotated[int, Limits(0, 10**6)] = 0

    def network(self) -> Network:
        """Return the network."""
        return Network([*(Dense(units, self.activation) for units in self.hidden), Dense(self.outputs, self.output)])
