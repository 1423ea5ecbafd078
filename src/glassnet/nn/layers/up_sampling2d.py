"""UpSampling2D: every cell becomes a block of identical cells."""

from typing import Any

from glassnet.base.arrays import Array, Shape, namespace
from glassnet.base.random import RandomStream
from glassnet.base.settings_class import settings_class
from glassnet.nn.layers.layer import Grads, Params, Parts, State
from glassnet.nn.layers.padding import check_pair
from glassnet.nn.layers.windows import check_image


@settings_class
class UpSampling2D:
    """a repeats each cell of x in a block of `size` (nearest-neighbour interpolation).

    Arguments:
        size: height and width of a block, a number or a pair.

    >>> import numpy as np
    >>> x = np.array([[1.0, 2.0]]).reshape(1, 1, 2, 1)
    >>> UpSampling2D(2).forward({}, {}, x, train=False, rng=None)[0][0, :, :, 0].tolist()
    [[1.0, 1.0, 2.0, 2.0], [1.0, 1.0, 2.0, 2.0]]
    """

    size: Any = 2

    def __post_init__(self) -> None:
        object.__setattr__(self, "size", check_pair("size", self.size))

    def build(self, rng: RandomStream, input_shape: Shape, dtype: str) -> tuple[Params, State, Shape]:
        """Return the shape (height · size, width · size, channels) of one output; there are no parameters."""
        height, width, channels = check_image("UpSampling2D", input_shape)
        return {}, {}, (height * self.size[0], width * self.size[1], channels)

    def forward(
        self, params: Params, state: State, x: Array, *, train: bool, rng: RandomStream
    ) -> tuple[Array, Parts, State]:
        """Return a, shape (batch, height · size, width · size, channels)."""
        xp = namespace(x)
        a = xp.repeat(xp.repeat(x, self.size[0], axis=1), self.size[1], axis=2)
        return a, {"x": x, "a": a}, state

    def backward(
        self, params: Params, parts: Parts, d_output: Array, *, need_d_x: bool
    ) -> tuple[Array | None, Grads, Parts]:
        """Return d_x, the sum of d_output over each block."""
        if not need_d_x:
            return None, {}, {"d_a": d_output}
        batch, height, width, channels = parts["x"].shape
        blocks = d_output.reshape(batch, height, self.size[0], width, self.size[1], channels)
        return blocks.sum(axis=(2, 4)), {}, {"d_a": d_output}
