"""MinPool2D: the smallest number under each position of a window."""

import math
from typing import Any

from glassnet.base.arrays import Array, Shape, namespace
from glassnet.base.random import RandomStream
from glassnet.base.settings_class import settings_class
from glassnet.nn.kernels.windows import Windows
from glassnet.nn.layers.layer import Grads, Params, Parts, State
from glassnet.nn.layers.pooling import check_pooling, pick, pick_gradient
from glassnet.nn.layers.windows import check_image, place_windows


@settings_class
class MinPool2D:
    """a = min of the cells under the window, for each channel separately.

    The gradient goes to the selected cell; ties go to the first one, row by row (as in PyTorch).

    Arguments:
        pool_size: height and width of the window, a number or a pair.
        stride: cells from one position to the next; None for windows side by side.
        padding: as in `Conv2D`; padding is never selected.

    >>> import numpy as np
    >>> x = np.array([[1.0, 2.0], [3.0, 4.0]]).reshape(1, 2, 2, 1)
    >>> MinPool2D(2).forward({}, {}, x, train=False, rng=None)[0].tolist()
    [[[[1.0]]]]
    """

    pool_size: Any = 2
    stride: Any = None
    padding: Any = "valid"

    def __post_init__(self) -> None:
        check_pooling(self)

    def build(self, rng: RandomStream, input_shape: Shape, dtype: str) -> tuple[Params, State, Shape]:
        """Return the shape (height, width, channels) of one output; there are no parameters."""
        height, width, channels = check_image("MinPool2D", input_shape)
        return {}, {}, (*self._windows((height, width)).output, channels)

    def forward(
        self, params: Params, state: State, x: Array, *, train: bool, rng: RandomStream
    ) -> tuple[Array, Parts, State]:
        """Return a, shape (batch, height, width, channels); parts keep a mask of the selected cells."""
        a, parts = pick(x, self._windows(x.shape[1:3]), namespace(x).minimum, math.inf)
        return a, parts, state

    def backward(
        self, params: Params, parts: Parts, d_output: Array, *, need_d_x: bool
    ) -> tuple[Array | None, Grads, Parts]:
        """Return d_x: each number of d_output goes to its selected cell, where they add up; 0 elsewhere."""
        d_x = pick_gradient(parts, d_output, self._windows(parts["x"].shape[1:3])) if need_d_x else None
        return d_x, {}, {"d_a": d_output}

    def _windows(self, size: Shape) -> Windows:
        return place_windows("MinPool2D", size, self.pool_size, self.stride, (1, 1), self.padding)
