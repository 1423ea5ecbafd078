"""Small example networks, each with its data and initial parameters."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np

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

        >>> run = EXAMPLES["age_income"].run(0.5)
        >>> print(run.at(0).explain("dense_2.d_z[0, 0]"))
        dense_2: d_z[0, 0] = loss.d_prediction[0, 0] · a[0, 0] · (1 − a[0, 0])
                           = (−1.737) · 0.5757 · (1 − 0.5757)
                           = −0.424336
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


EXAMPLES: Mapping[str, Example] = {
    "age_income": Example(
        "Age and income: will they buy?",
        "One person, aged 30, with an income of 60,000, who did buy. Age is divided by 100, income by 100,000.",
        ((2, "relu"), (1, "sigmoid")),
        "binary_cross_entropy",
        ((0.3, 0.6),),
        (1,),
        ((((0.5, -0.4), (0.3, 0.8)), (0.1, -0.2)), (((0.7,), (-0.6,)), (0.1,))),
        0.5,
        ("age", "income"),
        ("buys",),
    ),
    "neuron": Example(
        "One neuron",
        "The shortest possible chain: one weight, one bias, a sigmoid and the squared error. The target is 0.",
        ((1, "sigmoid"),),
        "mean_squared_error",
        ((1.5,),),
        (0.0,),
        ((((0.8,),), (-0.3,)),),
        0.5,
        ("x",),
        ("p",),
    ),
    "house": Example(
        "House price, with an inactive neuron",
        "Size, location and rooms, scaled to about 1; the price is 0.9. "
        "One of the three hidden ReLUs outputs 0: see which gradient flows back through it.",
        ((3, "relu"), (1, "linear")),
        "mean_squared_error",
        ((0.8, 0.6, 0.4),),
        (0.9,),
        (
            (((0.6, -0.7, 0.2), (0.4, -0.3, 0.5), (-0.2, 0.1, 0.3)), (0.0, 0.1, -0.1)),
            (((0.8,), (0.9,), (-0.4,)), (0.05,)),
        ),
        0.2,
        ("size", "location", "rooms"),
        ("price",),
    ),
    "xor": Example(
        "XOR: a batch of four",
        "Four samples in one batch. Each has its own gradients; a weight's gradient is their mean over the batch.",
        ((3, "tanh"), (1, "sigmoid")),
        "binary_cross_entropy",
        ((0.0, 0.0), (0.0, 1.0), (1.0, 0.0), (1.0, 1.0)),
        (0, 1, 1, 0),
        (
            (((1.1, -0.8, 0.4), (0.9, -1.0, -0.6)), (-0.3, 0.9, 0.1)),
            (((1.2,), (0.9,), (-0.5,)), (-0.4,)),
        ),
        1.0,
        ("first", "second"),
        ("exactly one",),
    ),
    "classes": Example(
        "One of three classes",
        "Softmax turns three scores into probabilities. Each depends on every score, and still ∂L/∂z is only p − t.",
        ((3, "tanh"), (3, "softmax")),
        "sparse_categorical_cross_entropy",
        ((0.4, -0.6), (-0.5, 0.3), (0.7, 0.8)),
        (2, 0, 1),
        (
            (((0.7, -0.5, 0.3), (-0.4, 0.6, 0.9)), (0.1, 0.0, -0.2)),
            (((0.5, -0.3, 0.2), (-0.6, 0.4, 0.1), (0.3, 0.7, -0.8)), (0.0, 0.1, -0.1)),
        ),
        0.5,
        ("x₁", "x₂"),
        ("class 0", "class 1", "class 2"),
    ),
}
