"""GroupNorm: normalise groups of features of each example to mean 0 and variance 1."""

from glassnet.base.arrays import Array, Shape, namespace
from glassnet.base.checks import number, whole_number
from glassnet.base.errors import ShapeError
from glassnet.base.random import RandomStream
from glassnet.base.settings_class import settings_class
from glassnet.nn.initializers import Ones, Zeros
from glassnet.nn.layers.layer import Grads, Params, Parts, State
from glassnet.nn.layers.normalization import input_gradient, parameter_gradients, statistics


@settings_class
class GroupNorm:
    """a = gain · (x − mean) / √(variance + ε) + bias, mean and variance over a group of features of each example.

    The features (last axis) are divided into groups of neighbours, and all cells or time steps count together. The
    same in training and in inference: no example depends on another, so the batch size doesn't matter. With one
    group per feature it is called instance normalisation. Wu & He (2018), arXiv 1803.08494, equations 1 to 3 and 7,
    with 32 groups, as in Keras; PyTorch has no default either.

    Arguments:
        groups: number of groups, a divisor of the number of features.
        epsilon: avoids division by zero where all values are equal (PyTorch 1e-5, Keras 1e-3).

    >>> import numpy as np
    >>> params, x = {"gain": np.ones(4), "bias": np.zeros(4)}, np.array([[1.0, 5.0, 10.0, 30.0]])
    >>> a, parts, _ = GroupNorm(2, epsilon=0.0).forward(params, {}, x, train=False, rng=None)
    >>> a.tolist(), parts["mean"].ravel().tolist()
    ([[-1.0, 1.0, -1.0, 1.0]], [3.0, 20.0])
    """

    groups: int
    epsilon: float = 1e-5

    def __post_init__(self) -> None:
        whole_number("groups", self.groups, minimum=1)
        number("epsilon", self.epsilon, minimum=0)

    def build(self, rng: RandomStream, input_shape: Shape, dtype: str) -> tuple[Params, State, Shape]:
        """Return gain 1 and bias 0, shape (features,)."""
        features = input_shape[-1]
        if features % self.groups:
            raise ShapeError(
                f"GroupNorm({self.groups}) can't divide {features} features into {self.groups} groups of equal size; "
                f"use a number of groups that divides {features}."
            )
        fans = {"fan_in": 1, "fan_out": 1}
        gain, bias = (kind().draw(rng, (features,), **fans, dtype=dtype) for kind in (Ones, Zeros))
        return {"gain": gain, "bias": bias}, {}, tuple(input_shape)

    def forward(
        self, params: Params, state: State, x: Array, *, train: bool, rng: RandomStream
    ) -> tuple[Array, Parts, State]:
        """Return a, shape of x, (batch, …, features); mean, variance and deviation have shape (batch, 1, groups, 1)."""
        grouped = self._grouped(x)
        mean, variance = statistics(grouped, (1, 3))
        deviation = namespace(x).sqrt(variance + self.epsilon)
        normalized = ((grouped - mean) / deviation).reshape(x.shape)
        a = params["gain"] * normalized + params["bias"]
        parts = {"x": x, "mean": mean, "variance": variance, "deviation": deviation, "normalized": normalized, "a": a}
        return a, parts, state

    def backward(
        self, params: Params, parts: Parts, d_output: Array, *, need_d_x: bool
    ) -> tuple[Array | None, Grads, Parts]:
        """Return d_x, which accounts for mean and variance of each group, d_gain and d_bias."""
        d_normalized = d_output * params["gain"]
        d_x = None
        if need_d_x:
            grouped = {"normalized": self._grouped(parts["normalized"]), "deviation": parts["deviation"]}
            d_x = input_gradient(grouped, self._grouped(d_normalized), (1, 3)).reshape(d_output.shape)
        return d_x, parameter_gradients(parts, d_output), {"d_a": d_output, "d_normalized": d_normalized}

    def _grouped(self, values: Array) -> Array:
        """Return values of shape (batch, …, features) as (batch, positions, groups, features of a group)."""
        batch, features = values.shape[0], values.shape[-1]
        return values.reshape(batch, -1, self.groups, features // self.groups)
