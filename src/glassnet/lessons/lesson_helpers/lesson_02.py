"""The experiments and figures of lesson 02, Layers, weights and biases."""

from functools import cache
from typing import NamedTuple

import numpy as np

from glassnet.base.arrays import Array
from glassnet.base.random import stream
from glassnet.data import gaussians
from glassnet.figures import Line, Marks, Still, line_graph, plane_map
from glassnet.nn.activations import Sigmoid
from glassnet.nn.layers import Dense

CLOUDS, EXTENT = 120, 2.5


def clouds() -> tuple[Array, Array]:
    """Return two clouds to the upper right of (0, 0), and their classes."""
    data = gaussians(CLOUDS, noise=0.0, seed=4)
    return 0.6 * data.x + 1.1, np.asarray(data.y, float)


def border(weight: Array, bias: float) -> Still:
    """Draw the clouds on the map of a neuron's probabilities."""
    x, y = clouds()
    return plane_map(
        x,
        y,
        predict=lambda points: Sigmoid().forward(points @ weight + bias),
        extent=EXTENT,
        label="Two clouds to the upper right of the origin, and what one neuron says at every place of the plane.",
    )


def right(weight: Array, bias: float) -> float:
    """Return the fraction of the clouds' points on the right side of the border."""
    x, y = clouds()
    return float(((x @ weight + bias > 0) == (y == 1)).mean())


def sigmoid_of(weight: float, bias: float) -> Still:
    """Draw a neuron with one input, beside the same without its bias, and the place where it passes 0.5."""
    x = np.linspace(-4, 4, 161)
    place = np.array([[-bias / weight, 0.5]]) if weight and abs(bias / weight) <= 4 else np.empty((0, 2))
    return line_graph(
        [
            Line("this neuron", x, Sigmoid().forward(weight * x + bias)),
            Line("without its bias", x, Sigmoid().forward(weight * x), dashed=True),
        ],
        label="The output of a neuron against its only input, with its bias and without.",
        across="x",
        up="a",
        marks=Marks(place, np.ones(len(place), int)) if len(place) else None,
        x=(-4, 4),
        y=(0, 1),
    )


class Houses(NamedTuple):
    """Houses and their prices in thousands.

    Arguments:
        x: area in m², distance to the centre in m, rooms, shape (houses, 3).
        price: shape (houses,).
    """

    x: Array
    price: Array


FEATURES = ("area, m²", "distance, m", "rooms")


@cache
def houses() -> Houses:
    """Return 80 houses whose prices follow a rule, with a little noise."""
    rng = stream(2).child("houses")
    x = np.column_stack(
        [
            rng.child("area").normal((80,), 100, 30, "float64"),
            rng.child("distance").normal((80,), 5000, 2000, "float64").clip(200),
            rng.child("rooms").integers(4, (80,)) + 2.0,
        ]
    )
    price = 150 + x @ np.array([3.0, -0.02, 8.0]) + rng.child("noise").normal((80,), 0, 5, "float64")
    return Houses(x, price)


def fitted(x: Array, price: Array) -> Array:
    """Return the weights of the linear neuron with the smallest squared error."""
    longer = np.column_stack([x, np.ones(len(x))])
    return np.linalg.lstsq(longer, price, rcond=None)[0][:-1]


def weights_twice() -> str:
    """Return a table of the weights as measured, and of those after each feature was divided by its deviation."""
    x, price = houses()
    deviation = x.std(axis=0)
    raw, scaled = fitted(x, price), fitted(x / deviation, price)
    rows = [
        f"| {name} | {one:.3g} | {two:.3g} |".replace("-", "−")
        for name, one, two in zip(FEATURES, raw, scaled, strict=True)
    ]
    head = ["| feature | weight, as measured | weight, on one scale |", "|:---|---:|---:|"]
    return "\n".join([*head, *rows])


def one_layer() -> tuple[Array, Array, Array, Array]:
    """Return an example of three features, the weights and biases of two neurons, and what the engine makes of them."""
    x = np.array([[1.0, 2.0, 3.0]])
    weight, bias = np.array([[0.5, -1.0], [-1.0, 1.0], [1.0, 0.0]]), np.array([0.5, -1.0])
    z, _, _ = Dense(2).forward({"weight": weight, "bias": bias}, {}, x, train=False, rng=stream(0))
    return x, weight, bias, z


def written(x: Array, weight: Array, bias: Array, z: Array) -> str:
    """Return the sum of each neuron, term by term, as a list."""
    lines = []
    for neuron in range(weight.shape[1]):
        terms = [f"{value:g} · {_bracketed(one)}" for value, one in zip(x[0], weight[:, neuron], strict=True)]
        lines.append(f"- neuron {neuron + 1}: {' + '.join(terms)} + {_bracketed(bias[neuron])} = **{z[0, neuron]:g}**")
    return "\n".join(lines).replace("-0", "−0").replace("**-", "**−").replace("(-", "(−")


def _bracketed(value: float) -> str:
    return f"({value:g})" if value < 0 else f"{value:g}"
