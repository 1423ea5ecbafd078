"""MaxPool2D: the largest number under each place of a window."""

import math
from typing import Any

from glassnet.base.arrays import Array, Shape, namespace
from glassnet.base.random import RandomStream
from glassnet.base.settings_class import settings_class
from glassnet.nn.layers.layer import Grads, Params, Parts, State
from glassnet.nn.layers.picking import check_pooling, pick, pick_gradient
from glassnet.nn.layers.windows import Windows, check_picture, place_windows


@settings_class
class MaxPool2D:
    """a = max of the cells under the window, for each channel on its own.

    The gradient goes to the cell that was picked; of equal cells the first one, row by row (as in PyTorch).

    Arguments:
        pool_size: height and width of the window, a number or a pair.
        stride: cells from one place to the next; None for windows side by side.
        padding: as in `Conv2D`; added cells are never picked.

    >>> import numpy as np
    >>> x = np.array([[1.0, 2.0], [3.0, 4.0]]).reshape(1, 2, 2, 1)
    >>> MaxPool2D(2).forward({}, {}, x, train=False, rng=None)[0].tolist()
    [[[[4.0]]]]
    """

    pool_size: Any = 2
    stride: Any = None
    padding: Any = "valid"

    def __post_init__(self) -> None:
        check_pooling(self)

    def build(self, rng: RandomStream, input_shape: Shape, dtype: str) -> tuple[Params, State, Shape]:
        """Return the shape (height, width, channels) of one output; there is nothing to learn."""
        height, width, channels = check_picture("MaxPool2D", input_shape)
        return {}, {}, (*self._windows((height, width)).output, channels)

    def forward(
        self, params: Params, state: State, x: Array, *, train: bool, rng: RandomStream
    ) -> tuple[Array, Parts, State]:
        """Return a, shape (batch, height, width, channels); parts keep a mask of the cells picked."""
        a, parts = pick(x, self._windows(x.shape[1:3]), namespace(x).maximum, -math.inf)
        return a, parts, state

    def backward(
        self, params: Params, parts: Parts, d_output: Array, *, need_d_x: bool
    ) -> tuple[Array | None, Grads, Parts]:
        """Return d_x: each number of d_output at the cell that was picked, added up, else 0."""
        d_x = pick_gradient(parts, d_output, self._windows(parts["x"].shape[1:3])) if need_d_x else None
        return d_x, {}, {"d_a": d_output}

    def _windows(self, size: Shape) -> Windows:
        return place_windows("MaxPool2D", size, self.pool_size, self.stride, (1, 1), self.padding)
