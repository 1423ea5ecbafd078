"""A layer and activations with deliberate mistakes, for learning to recognise them."""

from dataclasses import field
from typing import ClassVar

from glassnet.base.arrays import Array, Shape, namespace
from glassnet.base.errors import SettingError
from glassnet.base.random import RandomStream
from glassnet.base.registry import Named, resolve
from glassnet.base.settings_class import settings_class
from glassnet.nn.activations import ACTIVATIONS
from glassnet.nn.layers.batch_norm import BatchNorm
from glassnet.nn.layers.layer import Grads, Params, Parts, State


@settings_class
class FrozenStatistics:
    """A `BatchNorm` that forgets to update its running statistics: right in training, wrong in inference.

    >>> import numpy as np
    >>> layer, x = FrozenStatistics(), np.array([[1.0], [5.0]])
    >>> params, state, _ = layer.build(None, (1,), "float64")
    >>> layer.forward(params, state, x, train=True, rng=None)[2]["running_mean"].tolist()
    [0.0]
    """

    layer: BatchNorm = field(default_factory=BatchNorm)

    def __post_init__(self) -> None:
        if not isinstance(self.layer, BatchNorm):
            raise SettingError(f"FrozenStatistics holds a BatchNorm, such as BatchNorm(0.9); got {self.layer!r}.")

    def build(self, rng: RandomStream, input_shape: Shape, dtype: str) -> tuple[Params, State, Shape]:
        """Return what the inner layer returns."""
        return self.layer.build(rng, input_shape, dtype)

    def forward(
        self, params: Params, state: State, x: Array, *, train: bool, rng: RandomStream
    ) -> tuple[Array, Parts, State]:
        """Return what the inner layer returns, but the state unchanged."""
        a, parts, _ = self.layer.forward(params, state, x, train=train, rng=rng)
        return a, parts, state

    def backward(
        self, params: Params, parts: Parts, d_output: Array, *, need_d_x: bool
    ) -> tuple[Array | None, Grads, Parts]:
        """Return what the inner layer returns."""
        return self.layer.backward(params, parts, d_output, need_d_x=need_d_x)


@settings_class
class SoftmaxOverBatch:
    """Softmax along the wrong axis: probabilities add up to one over the examples of a batch, not over the classes.

    >>> import numpy as np
    >>> SoftmaxOverBatch().forward(np.array([[0.0, 1.0], [0.0, 1.0]])).tolist()
    [[0.5, 0.5], [0.5, 0.5]]
    """

    bounds: ClassVar[tuple[float, float]] = (0.0, 1.0)

    def forward(self, z: Array) -> Array:
        """Return e^z over its sum along the batch."""
        powers = namespace(z).exp(z - z.max(axis=0, keepdims=True))
        return powers / powers.sum(axis=0, keepdims=True)

    def backward(self, d_a: Array, z: Array, a: Array) -> Array:
        """Return d_z, the gradient of exactly that function."""
        return a * (d_a - (d_a * a).sum(axis=0, keepdims=True))


@settings_class
class ForgottenSlope:
    """An activation whose backward leaves its slope out: d_z = d_a instead of d_a · g'(z).

    >>> import numpy as np
    >>> activation, z = ForgottenSlope("tanh"), np.array([2.0])
    >>> activation.backward(np.array([1.0]), z, activation.forward(z)).tolist()
    [1.0]
    """

    activation: Named = "tanh"

    def __post_init__(self) -> None:
        object.__setattr__(self, "activation", resolve("activation", self.activation, ACTIVATIONS))

    @property
    def bounds(self) -> tuple[float, float]:
        """The ends of the inner activation's range."""
        low, high = self.activation.bounds
        return low, high

    def forward(self, z: Array) -> Array:
        """Return what the inner activation returns."""
        return self.activation.forward(z)

    def backward(self, d_a: Array, z: Array, a: Array) -> Array:
        """Return d_a as it is."""
        return d_a
