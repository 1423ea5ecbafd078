"""GlobalAveragePool2D: one number per channel, its mean over the image."""

from glassnet.base.arrays import Array, Shape, namespace
from glassnet.base.random import RandomStream
from glassnet.base.settings_class import settings_class
from glassnet.nn.layers.layer import Grads, Params, Parts, State
from glassnet.nn.layers.windows import check_image


@settings_class
class GlobalAveragePool2D:
    """a = mean over all cells of a channel: images of any size become a list of features.

    Lin, Chen & Yan (2014), "Network in network", section 3.2.

    >>> import numpy as np
    >>> x = np.array([[1.0, 2.0], [3.0, 4.0]]).reshape(1, 2, 2, 1)
    >>> GlobalAveragePool2D().forward({}, {}, x, train=False, rng=None)[0].tolist()
    [[2.5]]
    """

    def build(self, rng: RandomStream, input_shape: Shape, dtype: str) -> tuple[Params, State, Shape]:
        """Return the shape (channels,) of one output; there are no parameters."""
        _, _, channels = check_image("GlobalAveragePool2D", input_shape)
        return {}, {}, (channels,)

    def forward(
        self, params: Params, state: State, x: Array, *, train: bool, rng: RandomStream
    ) -> tuple[Array, Parts, State]:
        """Return a, shape (batch, channels), of x, shape (batch, height, width, channels)."""
        a = x.mean(axis=(1, 2))
        return a, {"x": x, "a": a}, state

    def backward(
        self, params: Params, parts: Parts, d_output: Array, *, need_d_x: bool
    ) -> tuple[Array | None, Grads, Parts]:
        """Return d_x: every cell gets d_output of its channel divided by the number of cells."""
        x = parts["x"]
        share = d_output[:, None, None, :] / (x.shape[1] * x.shape[2])
        d_x = namespace(x).broadcast_to(share, x.shape) if need_d_x else None
        return d_x, {}, {"d_a": d_output}
