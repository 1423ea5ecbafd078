"""The figures and experiments of lesson 11, Initialisation, vanishing and exploding gradients."""

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np

import glassnet as gn
from glassnet.base.arrays import Array
from glassnet.base.random import stream
from glassnet.figures import Still
from glassnet.nn.activations import ACTIVATIONS
from glassnet.nn.initializers import INITIALIZERS, Initializer

DEPTH, WIDTH, NETWORKS = 50, 512, 2


class Journey(NamedTuple):
    """How a signal is sent through fifty layers: activation, initialiser, and the size of the signal at first."""

    activation: str
    initializer: str
    size: float


JOURNEYS: Mapping[str, Journey] = {
    "He, ReLU": Journey("relu", "he_normal", 1.0),
    "Glorot, ReLU": Journey("relu", "glorot_normal", 1.0),
    "Glorot, tanh near 0": Journey("tanh", "glorot_normal", 0.01),
}
FORMULAS: Mapping[str, tuple[str, str, str]] = {
    "zeros": ("all 0", "biases only: all units of a layer would stay alike", "weights: never"),
    "normal": ("deviation fixed, 0.05 here", "whatever the layer's size", "small tests"),
    "uniform": ("± a fixed limit, 0.05 here", "whatever the layer's size", "small tests"),
    "lecun_normal": ("variance 1 / n_in", "keeps the variance of the sum", "SELU"),
    "glorot_normal": ("variance 2 / (n_in + n_out)", "a compromise of forward and back", "tanh, sigmoid, none"),
    "he_normal": ("variance 2 / n_in", "ReLU throws half away: twice as much", "ReLU and relatives"),
    "orthogonal": ("a random rotation", "keeps every length, not only on average", "very deep, recurrent"),
}
"""For each initialiser: its formula, its reason, and where it is used."""


def table_of_initializers(inputs: int = 256, outputs: int = 64) -> str:
    """Return a Markdown table: each initialiser with its formula, the deviation that was drawn, its reason and use."""
    head = "| name | formula | drawn, 256 to 64 units | reason | for |\n|:---|:---|---:|:---|:---|\n"
    rows = []
    for name, (formula, reason, use) in FORMULAS.items():
        drawn = deviation_of(name, inputs, outputs)
        rows.append(f"| {name} | {formula} | {drawn:.4f} | {reason} | {use} |")
    return head + "\n".join(rows)


def deviation_of(name: str, inputs: int, outputs: int) -> float:
    """Return the root mean square of the weights that an initialiser draws.

    >>> round(deviation_of("zeros", 4, 4), 3)
    0.0
    """
    drawn = INITIALIZERS[name]().draw(stream(0), (inputs, outputs), fan_in=inputs, fan_out=outputs, dtype="float64")
    return float(np.sqrt((drawn**2).mean()))


def variances(journey: Journey, *, depth: int = DEPTH, width: int = WIDTH, networks: int = NETWORKS) -> Array:
    """Return the mean square of the activations in each layer, averaged over networks, shape (depth,).

    Arguments:
        journey: activation, initialiser and size of the input.
        depth, width, networks: layers, units in each, and how many networks.
    """
    activation = ACTIVATIONS[journey.activation]()
    initializer: Initializer = INITIALIZERS[journey.initializer]()
    found = np.zeros((networks, depth))
    for network in range(networks):
        rng = stream(network)
        x = journey.size * rng.child("x").normal((32, width), dtype="float64")
        for layer in range(depth):
            draw = rng.child("weight", layer)
            weight = initializer.draw(draw, (width, width), fan_in=width, fan_out=width, dtype="float64")
            x = activation.forward(x @ weight)
            found[network, layer] = (x**2).mean()
    return found.mean(axis=0)


def journeys_figure(found: Mapping[str, Array]) -> Still:
    """Draw how the mean square of the activations changes from the first layer on, as powers of ten."""
    layers = np.arange(1, DEPTH + 1)
    lines = [gn.figures.Line(name, layers, np.log10(of / of[0])) for name, of in found.items()]
    label = (
        "He with ReLU, and Glorot with tanh near 0, stay level for fifty layers; Glorot with ReLU falls by 15 powers."
    )
    return gn.figures.line_graph(
        lines, label=label, across="hidden layer", up="variance, layer 1 = 0: powers of ten", x=(1, DEPTH), y=(-16, 1)
    )


def journeys_table(found: Mapping[str, Array]) -> str:
    """Return a Markdown table: the mean square of the activations relative to the first layer."""
    places = (1, 10, 25, 50)
    head = "| weights, activation | " + " | ".join(f"layer {place}" for place in places) + " |\n|:---|" + "---:|" * 4
    rows = [
        f"| {name} | " + " | ".join(f"{of[place - 1] / of[0]:.3g}" for place in places) + " |"
        for name, of in found.items()
    ]
    return "\n".join([head, *rows])


class Twins(NamedTuple):
    """How alike the units of a hidden layer are after training: their weights, shape (2, units), and the accuracy."""

    weights: Array
    accuracy: float


def twins(initializer: str | Initializer, steps: int = 500) -> Twins:
    """Train a 2-8-1 network on the two moons from some first weights."""
    data = gn.data.moons(200, noise=0.1, seed=0, validation=0.0)
    network = gn.Network(
        [
            gn.Dense(8, "tanh", weight_initializer=initializer),
            gn.Dense(1, "sigmoid", weight_initializer=initializer),
        ]
    )
    run = gn.Run(network, gn.Recipe("binary_cross_entropy", gn.Adam(0.1), batch_size=20), data)
    run.advance(steps)
    return Twins(run.state.params["dense_1"]["weight"], float(run.evaluate("train").accuracy or 0.0))


def twins_figure(*those: tuple[str, Twins]) -> Still:
    """Draw the weights of the hidden units of several networks, as dots in the plane."""
    return gn.figures.side_by_side(
        *(
            gn.figures.line_graph(
                [],
                label=f"{name}: the two weights of each of eight hidden units after 500 updates.",
                across=f"{name}: first weight",
                up="second weight",
                marks=gn.figures.Marks(one.weights.T, np.zeros(8, int)),
                x=(-7, 7),
                y=(-7, 7),
            )
            for name, one in those
        )
    )


def slopes_alone(layers: int) -> float:
    """Return the most that the slopes of sigmoid layers let through.

    >>> slopes_alone(3)
    0.015625
    """
    z = np.zeros((1, 1))
    sigmoid = gn.Sigmoid()
    slope = float(sigmoid.backward(np.ones((1, 1)), z, sigmoid.forward(z))[0, 0])
    return slope**layers


def norm_of_steps(factor: float, layers: int) -> float:
    """Return what becomes of 1 when each layer multiplies it by a factor.

    >>> round(norm_of_steps(0.9, 50), 4)
    0.0052
    """
    return factor**layers
