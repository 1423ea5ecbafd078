"""PReLU: a rectified linear unit that learns its slope below 0."""

from math import prod

from glassnet.base.arrays import Array, Shape, namespace
from glassnet.base.checks import number, true_or_false
from glassnet.base.errors import ShapeError
from glassnet.base.random import RandomStream
from glassnet.base.settings_class import settings_class
from glassnet.nn.initializers import Constant
from glassnet.nn.layers.layer import Grads, Params, Parts, State


@settings_class
class PReLU:
    """a = z where z > 0, else slope · z, with the slope learnt: one per channel, or one for all.

    Channels are the last axis; the slope isn't a weight: no penalty applies. He et al. (2015), equations 1, 8.

    Arguments:
        initial_slope: initial value of slope, shape (channels,), or (1,) when shared.
        shared: whether to use one slope for all channels.

    >>> import numpy as np
    >>> layer, params = PReLU(), {"slope": np.array([0.25, 0.5])}
    >>> a, parts, _ = layer.forward(params, {}, np.array([[-4.0, -4.0], [1.0, 2.0]]), train=False, rng=None)
    >>> a.tolist()
    [[-1.0, -2.0], [1.0, 2.0]]
    >>> d_x, grads, _ = layer.backward(params, parts, np.ones((2, 2)), need_d_x=True)
    >>> d_x.tolist(), grads["slope"].tolist()
    ([[0.25, 0.5], [1.0, 1.0]], [-4.0, -4.0])
    """

    initial_slope: float = 0.25
    shared: bool = False

    def __post_init__(self) -> None:
        number("initial_slope", self.initial_slope)
        true_or_false("shared", self.shared)

    def build(self, rng: RandomStream, input_shape: Shape, dtype: str) -> tuple[Params, State, Shape]:
        """Return the initial slopes, (channels,) or (1,); the shape is unchanged."""
        if not prod(input_shape) or not input_shape:
            raise ShapeError(f"PReLU needs features or channels on the last axis; got shape {input_shape}.")
        slopes = 1 if self.shared else input_shape[-1]
        slope = Constant(self.initial_slope).draw(rng, (slopes,), fan_in=1, fan_out=1, dtype=dtype)
        return {"slope": slope}, {}, input_shape

    def forward(
        self, params: Params, state: State, x: Array, *, train: bool, rng: RandomStream
    ) -> tuple[Array, Parts, State]:
        """Return a = z where z > 0, else slope · z, where z is the layer's input."""
        a = namespace(x).where(x > 0, x, params["slope"] * x)
        return a, {"z": x, "a": a}, state

    def backward(
        self, params: Params, parts: Parts, d_output: Array, *, need_d_x: bool
    ) -> tuple[Array | None, Grads, Parts]:
        """Return d_x = d_a where z > 0, else slope · d_a, and d_slope = Σ d_a · min(z, 0)."""
        z, slope = parts["z"], params["slope"]
        xp = namespace(z)
        d_slope = (d_output * xp.minimum(z, 0.0)).reshape(-1, slope.shape[0]).sum(axis=0)
        d_x = xp.where(z > 0, d_output, slope * d_output) if need_d_x else None
        return d_x, {"slope": d_slope}, {"d_a": d_output}
