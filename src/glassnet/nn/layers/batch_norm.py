"""BatchNorm: normalise each feature to mean 0 and variance 1 over the batch."""

from math import prod

from glassnet.base.arrays import Array, Shape
from glassnet.base.checks import number
from glassnet.base.random import RandomStream
from glassnet.base.settings_class import settings_class
from glassnet.nn.initializers import Ones, Zeros
from glassnet.nn.layers.layer import Grads, Params, Parts, State
from glassnet.nn.layers.normalization import input_gradient, normalize, parameter_gradients, statistics


@settings_class
class BatchNorm:
    """a = gain · (x − mean) / √(variance + ε) + bias, for each feature (last axis) separately.

    In training, mean and variance are those of the batch (over all its cells or time steps), and

        running ← momentum · running + (1 − momentum) · batch's

    for both; in inference, the running ones are used instead, so that no example depends on the others. The running
    variance is the unbiased one, × n / (n − 1), with n numbers per feature: Ioffe & Szegedy (2015), arXiv 1502.03167,
    Algorithm 2, and PyTorch (whose momentum is 1 − this one); Keras keeps the biased one.

    Arguments:
        momentum: the fraction of the running statistics that is kept at each step.
        epsilon: avoids division by zero where all values are equal (PyTorch 1e-5, Keras 1e-3).

    >>> import numpy as np
    >>> layer, x = BatchNorm(momentum=0.9, epsilon=0.0), np.array([[1.0], [5.0]])
    >>> params = {"gain": np.ones(1), "bias": np.zeros(1)}
    >>> state = {"running_mean": np.zeros(1), "running_variance": np.ones(1)}
    >>> a, _, state = layer.forward(params, state, x, train=True, rng=None)
    >>> a.tolist(), state["running_mean"].round(4).tolist(), state["running_variance"].round(4).tolist()
    ([[-1.0], [1.0]], [0.3], [1.7])
    """

    momentum: float = 0.9
    epsilon: float = 1e-5

    def __post_init__(self) -> None:
        number("momentum", self.momentum, minimum=0, below=1)
        number("epsilon", self.epsilon, minimum=0)

    def build(self, rng: RandomStream, input_shape: Shape, dtype: str) -> tuple[Params, State, Shape]:
        """Return gain 1 and bias 0, running mean 0 and running variance 1, each of shape (features,)."""
        shape, fans = (input_shape[-1],), {"fan_in": 1, "fan_out": 1}
        ones, zeros = (kind().draw(rng, shape, **fans, dtype=dtype) for kind in (Ones, Zeros))
        return {"gain": ones, "bias": zeros}, {"running_mean": zeros, "running_variance": ones}, tuple(input_shape)

    def forward(
        self, params: Params, state: State, x: Array, *, train: bool, rng: RandomStream
    ) -> tuple[Array, Parts, State]:
        """Return a, shape of x, (batch, …, features), and in training the running statistics after this batch."""
        if not train:
            parts = {"x": x} | normalize(params, x, state["running_mean"], state["running_variance"], self.epsilon)
            return parts["a"], parts, state
        mean, variance = statistics(x, _all_but_last(x))
        parts = {"x": x, "mean": mean, "variance": variance} | normalize(params, x, mean, variance, self.epsilon)
        count = prod(x.shape[:-1])
        unbiased = variance.reshape(-1) * (count / max(count - 1, 1))
        state = {
            "running_mean": self._move(state["running_mean"], mean.reshape(-1)),
            "running_variance": self._move(state["running_variance"], unbiased),
        }
        return parts["a"], parts, state

    def backward(
        self, params: Params, parts: Parts, d_output: Array, *, need_d_x: bool
    ) -> tuple[Array | None, Grads, Parts]:
        """Return d_x, d_gain and d_bias; with fixed mean and variance (inference), d_x = d_normalized / deviation."""
        d_normalized = d_output * params["gain"]
        d_x = None
        if need_d_x and "mean" in parts:
            d_x = input_gradient(parts, d_normalized, _all_but_last(d_output))
        elif need_d_x:
            d_x = d_normalized / parts["deviation"]
        return d_x, parameter_gradients(parts, d_output), {"d_a": d_output, "d_normalized": d_normalized}

    def _move(self, running: Array, of_batch: Array) -> Array:
        return self.momentum * running + (1.0 - self.momentum) * of_batch


def _all_but_last(x: Array) -> tuple[int, ...]:
    return tuple(range(x.ndim - 1))
