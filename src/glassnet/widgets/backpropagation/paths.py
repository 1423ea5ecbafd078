"""The chain rule written out: every path by which a change reaches the loss, as one product."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

import numpy as np

from glassnet.base.arrays import Array
from glassnet.base.errors import SettingError
from glassnet.explain import Reference
from glassnet.nn.layers import Dense
from glassnet.run.moment import Moment
from glassnet.widgets.small_networks import dense_layers


class Factor(NamedTuple):
    """One factor of a path.

    Arguments:
        kind: "input" (∂z/∂w, the input of the weight), "slope" (∂a/∂z), "weight" (∂z/∂a),
            or "error" (∂L/∂z of the last layer).
        layer: the layer's place in the network, from 0.
        source, unit: the units that the weight connects; for the others, the unit twice.
        value: the number.
    """

    kind: Literal["input", "slope", "weight", "error"]
    layer: int
    source: int
    unit: int
    value: float


class Path(NamedTuple):
    """One path to the loss: its sample, and its factors in order."""

    sample: int
    factors: tuple[Factor, ...]

    @property
    def product(self) -> float:
        """The contribution of this path to the gradient."""
        return float(np.prod([factor.value for factor in self.factors]))


def slopes(layer: Dense, z: Array, a: Array) -> Array:
    """Return ∂a/∂z of an elementwise activation, shape of z.

    >>> slopes(Dense(1, "sigmoid"), np.array([[0.0]]), np.array([[0.5]])).tolist()
    [[0.25]]
    """
    return layer.activation.backward(np.ones_like(z), z, a)


def gradient_paths(moment: Moment, reference: Reference) -> Iterator[Path]:
    """Yield every path from a gradient's number to the loss; their products add up to the gradient.

    Arguments:
        moment: a step of a network of dense layers.
        reference: d_weight, d_bias, d_z or d_a of one of them, with its index.

    Raises:
        SettingError: any other part, which has no paths.

    >>> from glassnet.widgets.backpropagation.examples import EXAMPLES
    >>> moment = EXAMPLES["age_income"].run(0.5).at(0)
    >>> (path,) = gradient_paths(moment, Reference("dense_1", "d_weight", (0, 1)))
    >>> [round(factor.value, 4) for factor in path.factors], round(path.product, 4)
    ([0.3, 1.0, -0.6, -0.4243], 0.0764)
    """
    place, (*_, unit) = moment.network.names.index(reference.layer), reference.index
    parts = moment.parts(reference.layer)
    if reference.part in ("d_weight", "d_bias"):
        for sample in range(len(parts["z"])):
            known: tuple[Factor, ...] = ()
            if reference.part == "d_weight":
                source = reference.index[0]
                known = (Factor("input", place, source, unit, float(parts["x"][sample, source])),)
            yield from _onward(moment, sample, place, unit, known)
    elif reference.part == "d_z":
        yield from _onward(moment, reference.index[0], place, unit, ())
    elif reference.part == "d_a" and place + 1 < len(moment.network.names):
        yield from _through(moment, reference.index[0], place, unit, ())
    else:
        raise SettingError(f"Paths lead from d_weight, d_bias, d_z or d_a of a hidden layer; got {reference}.")


def _onward(moment: Moment, sample: int, place: int, unit: int, known: tuple[Factor, ...]) -> Iterator[Path]:
    """Continue from a unit's z."""
    names = moment.network.names
    parts = moment.parts(names[place])
    if place + 1 == len(names):
        yield Path(sample, (*known, Factor("error", place, unit, unit, float(parts["d_z"][sample, unit]))))
        return
    layer = dense_layers(moment.network)[place]
    slope = float(slopes(layer, parts["z"], parts["a"])[sample, unit])
    yield from _through(moment, sample, place, unit, (*known, Factor("slope", place, unit, unit, slope)))


def _through(moment: Moment, sample: int, place: int, unit: int, known: tuple[Factor, ...]) -> Iterator[Path]:
    """Continue from a unit's a, along each of its outgoing weights."""
    weight = moment.parts(moment.network.names[place + 1])["weight"]
    for target in range(weight.shape[1]):
        factor = Factor("weight", place + 1, unit, target, float(weight[unit, target]))
        yield from _onward(moment, sample, place + 1, target, (*known, factor))
