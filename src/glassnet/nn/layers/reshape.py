"""Reshape: the same numbers in another shape."""

from collections.abc import Sequence
from math import prod

from glassnet.base.arrays import Array, Shape
from glassnet.base.checks import whole_number
from glassnet.base.errors import SettingError, ShapeError
from glassnet.base.random import RandomStream
from glassnet.base.settings_class import settings_class
from glassnet.nn.layers.layer import Grads, Params, Parts, State


@settings_class
class Reshape:
    """a contains the numbers of x in the same order, last axis fastest, in another shape.

    Arguments:
        shape: of one example, without the batch; one size may be -1, to be inferred.

    >>> import numpy as np
    >>> Reshape((2, 2, 1)).forward({}, {}, np.arange(4.0).reshape(1, 4), train=False, rng=None)[0].shape
    (1, 2, 2, 1)
    """

    shape: Sequence[int]

    def __post_init__(self) -> None:
        shape = self.shape if isinstance(self.shape, tuple | list) else (self.shape,)
        for size in shape:
            if type(size) is not int or size != -1:
                whole_number("a size in shape", size, minimum=1)
        if not shape or list(shape).count(-1) > 1:
            raise SettingError(f"shape must have at least one size, and -1 at most once; got {self.shape!r}.")
        object.__setattr__(self, "shape", tuple(shape))

    def build(self, rng: RandomStream, input_shape: Shape, dtype: str) -> tuple[Params, State, Shape]:
        """Return the shape of one output; there are no parameters."""
        numbers, known = prod(input_shape), prod(size for size in self.shape if size != -1)
        shape = tuple(numbers // known if size == -1 else size for size in self.shape)
        if prod(shape) != numbers:
            raise ShapeError(f"Reshape cannot turn the {numbers} numbers of shape {input_shape} into {self.shape}.")
        return {}, {}, shape

    def forward(
        self, params: Params, state: State, x: Array, *, train: bool, rng: RandomStream
    ) -> tuple[Array, Parts, State]:
        """Return a, shape (batch, …)."""
        a = x.reshape(x.shape[0], *self.shape)
        return a, {"x": x, "a": a}, state

    def backward(
        self, params: Params, parts: Parts, d_output: Array, *, need_d_x: bool
    ) -> tuple[Array | None, Grads, Parts]:
        """Return d_x: d_output in the shape of x."""
        return (d_output.reshape(parts["x"].shape) if need_d_x else None), {}, {"d_a": d_output}
