"""Activate: an activation function as a layer of its own."""

from glassnet.base.arrays import Array, Shape
from glassnet.base.random import RandomStream
from glassnet.base.registry import Named, resolve
from glassnet.base.settings_class import settings_class
from glassnet.nn.activations import ACTIVATIONS
from glassnet.nn.layers.layer import Grads, Params, Parts, State


@settings_class
class Activate:
    """a = g(z), element by element (softmax: over the last axis), whatever the shape.

    For an activation that is separate from the layer before it, such as one after `BatchNorm`.
    The name is a verb because `Activation` is the function inside it.

    Arguments:
        activation: g, by name or as an `Activation`.

    >>> import numpy as np
    >>> layer = Activate("relu")
    >>> a, parts, _ = layer.forward({}, {}, np.array([[-1.0, 2.0]]), train=False, rng=None)
    >>> a.tolist()
    [[0.0, 2.0]]
    >>> layer.backward({}, parts, np.array([[3.0, 3.0]]), need_d_x=True)[0].tolist()
    [[0.0, 3.0]]
    """

    activation: Named

    def __post_init__(self) -> None:
        object.__setattr__(self, "activation", resolve("activation", self.activation, ACTIVATIONS))

    def build(self, rng: RandomStream, input_shape: Shape, dtype: str) -> tuple[Params, State, Shape]:
        """Return no parameters; the shape is unchanged."""
        return {}, {}, input_shape

    def forward(
        self, params: Params, state: State, x: Array, *, train: bool, rng: RandomStream
    ) -> tuple[Array, Parts, State]:
        """Return a = g(z), where z is the layer's input."""
        a = self.activation.forward(x)
        return a, {"z": x, "a": a}, state

    def backward(
        self, params: Params, parts: Parts, d_output: Array, *, need_d_x: bool
    ) -> tuple[Array | None, Grads, Parts]:
        """Return d_x = d_z from d_a = d_output."""
        d_z = self.activation.backward(d_output, parts["z"], parts["a"]) if need_d_x else None
        return d_z, {}, {"d_a": d_output}
