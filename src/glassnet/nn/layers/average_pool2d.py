"""AveragePool2D: the mean of the numbers under each position of a window."""

from typing import Any

from glassnet.base.arrays import Array, Shape, namespace
from glassnet.base.random import RandomStream
from glassnet.base.settings_class import settings_class
from glassnet.nn.kernels.windows import Windows, cut, fold
from glassnet.nn.layers.layer import Grads, Params, Parts, State
from glassnet.nn.layers.padding import pad, unpad
from glassnet.nn.layers.pooling import check_pooling
from glassnet.nn.layers.windows import check_image, place_windows


@settings_class
class AveragePool2D:
    """a = mean of the cells under the window, for each channel separately; padding doesn't count.

    The same as Keras, and as PyTorch with count_include_pad=False.

    Arguments:
        pool_size: height and width of the window, a number or a pair.
        stride: cells from one position to the next; None for windows side by side.
        padding: as in `Conv2D`.

    >>> import numpy as np
    >>> x = np.array([[1.0, 2.0], [3.0, 4.0]]).reshape(1, 2, 2, 1)
    >>> AveragePool2D(2).forward({}, {}, x, train=False, rng=None)[0].tolist()
    [[[[2.5]]]]
    """

    pool_size: Any = 2
    stride: Any = None
    padding: Any = "valid"

    def __post_init__(self) -> None:
        check_pooling(self)

    def build(self, rng: RandomStream, input_shape: Shape, dtype: str) -> tuple[Params, State, Shape]:
        """Return the shape (height, width, channels) of one output; there are no parameters."""
        height, width, channels = check_image("AveragePool2D", input_shape)
        return {}, {}, (*self._windows((height, width)).output, channels)

    def forward(
        self, params: Params, state: State, x: Array, *, train: bool, rng: RandomStream
    ) -> tuple[Array, Parts, State]:
        """Return a, shape (batch, height, width, channels); parts keep the number of cells in each mean."""
        windows = self._windows(x.shape[1:3])
        ones = namespace(x).ones((1, *x.shape[1:3], 1), dtype=x.dtype)
        count, total = (sum(cut(pad(each, windows.sides, axis=1), windows, axis=1)) for each in (ones, x))
        a = total / count
        return a, {"x": x, "count": count, "a": a}, state

    def backward(
        self, params: Params, parts: Parts, d_output: Array, *, need_d_x: bool
    ) -> tuple[Array | None, Grads, Parts]:
        """Return d_x: every cell under a window gets d_output / count, summed over windows."""
        if not need_d_x:
            return None, {}, {"d_a": d_output}
        windows = self._windows(parts["x"].shape[1:3])
        share = d_output / parts["count"]
        d_x = unpad(fold([share] * len(windows.offsets), windows, axis=1), windows.sides, axis=1)
        return d_x, {}, {"d_a": d_output}

    def _windows(self, size: Shape) -> Windows:
        return place_windows("AveragePool2D", size, self.pool_size, self.stride, (1, 1), self.padding)
