"""LayerNorm: normalise the features of each example to mean 0 and variance 1."""

from glassnet.base.arrays import Array, Shape
from glassnet.base.checks import number
from glassnet.base.random import RandomStream
from glassnet.base.settings_class import settings_class
from glassnet.nn.initializers import Ones, Zeros
from glassnet.nn.layers.layer import Grads, Params, Parts, State
from glassnet.nn.layers.normalization import input_gradient, normalize, parameter_gradients, statistics


@settings_class
class LayerNorm:
    """a = gain · (x − mean) / √(variance + ε) + bias, mean and variance over the last axis of each example.

    The same in training and in inference: no example depends on another. Ba, Kiros & Hinton (2016), arXiv 1607.06450;
    per time step in sequences and per cell in images, like PyTorch's LayerNorm(features) and Keras' default axis.

    Arguments:
        epsilon: avoids division by zero where all features are equal (PyTorch 1e-5, Keras 1e-3).

    >>> import numpy as np
    >>> params = {"gain": np.ones(2), "bias": np.zeros(2)}
    >>> LayerNorm(0.0).forward(params, {}, np.array([[1.0, 5.0]]), train=False, rng=None)[0].tolist()
    [[-1.0, 1.0]]
    """

    epsilon: float = 1e-5

    def __post_init__(self) -> None:
        number("epsilon", self.epsilon, minimum=0)

    def build(self, rng: RandomStream, input_shape: Shape, dtype: str) -> tuple[Params, State, Shape]:
        """Return gain 1 and bias 0, shape (features,)."""
        shape, fans = (input_shape[-1],), {"fan_in": 1, "fan_out": 1}
        gain, bias = (kind().draw(rng, shape, **fans, dtype=dtype) for kind in (Ones, Zeros))
        return {"gain": gain, "bias": bias}, {}, tuple(input_shape)

    def forward(
        self, params: Params, state: State, x: Array, *, train: bool, rng: RandomStream
    ) -> tuple[Array, Parts, State]:
        """Return a, shape of x, (batch, …, features)."""
        mean, variance = statistics(x, (x.ndim - 1,))
        parts = {"x": x, "mean": mean, "variance": variance} | normalize(params, x, mean, variance, self.epsilon)
        return parts["a"], parts, state

    def backward(
        self, params: Params, parts: Parts, d_output: Array, *, need_d_x: bool
    ) -> tuple[Array | None, Grads, Parts]:
        """Return d_x, which accounts for mean and variance, d_gain and d_bias."""
        d_normalized = d_output * params["gain"]
        d_x = input_gradient(parts, d_normalized, (d_output.ndim - 1,)) if need_d_x else None
        return d_x, parameter_gradients(parts, d_output), {"d_a": d_output, "d_normalized": d_normalized}
