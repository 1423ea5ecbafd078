"""Flatten: all numbers of an example in one axis."""

from math import prod

from glassnet.base.arrays import Array, Shape
from glassnet.base.random import RandomStream
from glassnet.base.settings_class import settings_class
from glassnet.nn.layers.layer import Grads, Params, Parts, State


@settings_class
class Flatten:
    """a is x with all axes but the batch merged into one, row by row, with the channels of a cell adjacent (as Keras).

    >>> import numpy as np
    >>> Flatten().forward({}, {}, np.arange(4.0).reshape(1, 2, 2, 1), train=False, rng=None)[0].tolist()
    [[0.0, 1.0, 2.0, 3.0]]
    """

    def build(self, rng: RandomStream, input_shape: Shape, dtype: str) -> tuple[Params, State, Shape]:
        """Return the shape (numbers,) of one output; there are no parameters."""
        return {}, {}, (prod(input_shape),)

    def forward(
        self, params: Params, state: State, x: Array, *, train: bool, rng: RandomStream
    ) -> tuple[Array, Parts, State]:
        """Return a, shape (batch, numbers)."""
        a = x.reshape(x.shape[0], prod(x.shape[1:]))  # −1 would not do for no samples
        return a, {"x": x, "a": a}, state

    def backward(
        self, params: Params, parts: Parts, d_output: Array, *, need_d_x: bool
    ) -> tuple[Array | None, Grads, Parts]:
        """Return d_x: d_output in the shape of x."""
        return (d_output.reshape(parts["x"].shape) if need_d_x else None), {}, {"d_a": d_output}
