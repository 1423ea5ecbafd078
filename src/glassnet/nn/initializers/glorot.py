"""Glorot (Xavier): variance 2 / (fan_in + fan_out)."""

import math

from glassnet.base.arrays import Array, Shape
from glassnet.base.random import RandomStream
from glassnet.base.settings_class import settings_class


@settings_class
class GlorotUniform:
    """Uniform on ±√(6 / (fan_in + fan_out)), so that the variance is 2 / (fan_in + fan_out).

    Preserves the scale of activations and gradients across layers that are linear near 0, such as tanh.
    Glorot & Bengio (2010), equation 16 ("normalized initialization").

    >>> from glassnet.base.random import stream
    >>> GlorotUniform().draw(stream(0), (2,), fan_in=2, fan_out=4, dtype="float64").round(4).tolist()
    [0.6992, 0.1092]
    """

    def draw(self, rng: RandomStream, shape: Shape, *, fan_in: int, fan_out: int, dtype: str) -> Array:
        """Return values uniform on ±√(6 / (fan_in + fan_out))."""
        limit = math.sqrt(6.0 / (fan_in + fan_out))
        return rng.uniform(shape, -limit, limit, dtype)


@settings_class
class GlorotNormal:
    """Normal with variance 2 / (fan_in + fan_out); not truncated (Keras truncates, PyTorch does not).

    >>> from glassnet.base.random import stream
    >>> GlorotNormal().draw(stream(0), (2,), fan_in=2, fan_out=4, dtype="float64").round(4).tolist()
    [0.6567, 0.3107]
    """

    def draw(self, rng: RandomStream, shape: Shape, *, fan_in: int, fan_out: int, dtype: str) -> Array:
        """Return values from N(0, 2 / (fan_in + fan_out))."""
        return rng.normal(shape, 0.0, math.sqrt(2.0 / (fan_in + fan_out)), dtype)
