"""The columns of the picture: each Dense layer with what follows it, and what it gives."""

from typing import Any, NamedTuple

from glassnet.nn.activations import ACTIVATIONS, Linear
from glassnet.nn.layers import Activate, Dense, Dropout
from glassnet.nn.network import Network


class Column(NamedTuple):
    """One column of units.

    Arguments:
        dense: the name of its Dense layer.
        layers: the names of all its layers, the Dense one first.
        result: the name of the layer that gives its values; dropout is left out, as it does nothing in inference.
        activation: its activation function.
    """

    dense: str
    layers: tuple[str, ...]
    result: str
    activation: Any

    @property
    def activation_name(self) -> str:
        """The registered name of its activation.

        >>> from glassnet.nn.layers import BatchNorm
        >>> network = Network([Dense(3), BatchNorm(), Activate("leaky_relu"), Dropout(0.1), Dense(1)])
        >>> first, last = columns_of(network)
        >>> first.result, first.activation_name, len(first.layers), last.dense
        ('activate_1', 'leaky_relu', 4, 'dense_2')
        """
        return next((name for name, kind in ACTIVATIONS.items() if type(self.activation) is kind), "linear")


def columns_of(network: Network) -> list[Column]:
    """Return the columns of a network made of Dense layers, each followed by others."""
    columns: list[Column] = []
    for name, layer in network.named_layers:
        if isinstance(layer, Dense):
            columns.append(Column(name, (name,), name, layer.activation))
            continue
        before = columns.pop()
        activation = layer.activation if isinstance(layer, Activate) else before.activation
        result = before.result if isinstance(layer, Dropout) else name
        columns.append(Column(before.dense, (*before.layers, name), result, activation))
    return columns


def bound_of(column: Column) -> float | None:
    """Return the largest absolute value that a column can give, or None if it is unlimited."""
    low, high = getattr(column.activation, "bounds", Linear.bounds)
    largest = max(abs(low), abs(high))
    return float(largest) if largest < float("inf") else None
