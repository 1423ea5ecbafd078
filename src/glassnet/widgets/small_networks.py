"""Networks small enough to be shown number by number, each with its data and initial parameters."""

from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np

from glassnet.base.errors import SettingError
from glassnet.data import from_arrays
from glassnet.nn.layers import Dense
from glassnet.nn.network import Network
from glassnet.optim import SGD
from glassnet.run.run import Run
from glassnet.train import Plan, Recipe, start

Rows: TypeAlias = tuple[tuple[float, ...], ...]


@dataclass(frozen=True)
class Example:
    """A network with data.

    Arguments:
        label, words: its name, and what to look for in it.
        layers: (units, activation) of each layer.
        loss: by name.
        x, y: the samples; all of them are one batch.
        params: the initial (weight, bias) of each layer.
        rate: a suitable learning rate.
        inputs, outputs: names of the inputs and outputs.
    """

    label: str
    words: str
    layers: tuple[tuple[int, str], ...]
    loss: str
    x: Rows
    y: tuple[float, ...]
    params: tuple[tuple[Rows, tuple[float, ...]], ...]
    rate: float
    inputs: tuple[str, ...]
    outputs: tuple[str, ...]

    def run(self, rate: float) -> Run:
        """Return a new run, in double precision.

        >>> layers, params = ((1, "linear"),), ((((2.0,),), (0.5,)),)
        >>> one = Example("", "", layers, "mean_squared_error", ((3.0,),), (6.0,), params, 0.1, ("x",), ("p",))
        >>> print(one.run(0.1).at(0).explain("dense_1.z[0, 0]"))
        dense_1: z[0, 0] = data.x[0, 0] · weight[0, 0] + bias[0]
                         = 3 · 2 + 0.5
                         = 6.5
        """
        network = Network([Dense(units, activation) for units, activation in self.layers])
        recipe = Recipe(self.loss, SGD(rate), batch_size=len(self.x), dtype="float64")
        dataset = from_arrays(np.array(self.x), np.array(self.y), validation=0.0)
        state = start(Plan(network, recipe, dataset))
        params: dict[str, Any] = {
            name: {"weight": np.array(weight), "bias": np.array(bias)}
            for name, (weight, bias) in zip(network.names, self.params, strict=True)
        }
        return Run(network, recipe, dataset, state=state._replace(params=params))


def dense_layers(network: Network) -> list[Dense]:
    """Return a network's layers, which are all dense."""
    return [layer for layer in network.layers if isinstance(layer, Dense)]


def numbers(values: Any) -> Any:
    """Return an array as tuples of numbers; −0 becomes 0.

    >>> numbers(np.array([[1.0, -0.0], [0.5, 2.0]]))
    ((1.0, 0.0), (0.5, 2.0))
    """
    return tuple(numbers(part) for part in values) if np.ndim(values) else float(values) + 0.0


def check_layers(network: Network, widget: str, *, most_layers: int, most_units: int) -> None:
    """Refuse a network that can't be shown number by number.

    Raises:
        SettingError: layers other than Dense; too many units or layers; or a softmax before the last layer.

    >>> check_layers(Network([Dense(3), Dense(1)]), "Backpropagation", most_layers=4, most_units=8)
    """
    layers = network.layers
    for layer, last in zip(layers, [False] * (len(layers) - 1) + [True], strict=True):
        if not isinstance(layer, Dense) or layer.units > most_units:
            raise SettingError(f"{widget} shows Dense layers of up to {most_units} units; got {layer}.")
        if type(layer.activation).__name__ == "Softmax" and not last:
            raise SettingError(f"{widget} shows softmax in the last layer only.")
    if len(layers) > most_layers:
        raise SettingError(f"{widget} shows up to {most_layers} layers; got {len(layers)} layers.")
