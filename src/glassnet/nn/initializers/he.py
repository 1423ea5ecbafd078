"""He (Kaiming): variance 2 / fan_in."""

import math

from glassnet.base.arrays import Array, Shape
from glassnet.base.random import RandomStream
from glassnet.base.settings_class import settings_class


@settings_class
class HeUniform:
    """Uniform on ±√(6 / fan_in), so that the variance is 2 / fan_in, which makes up for ReLU halving it.

    He et al. (2015), equation 10, fan-in variant.

    >>> from glassnet.base.random import stream
    >>> HeUniform().draw(stream(0), (2,), fan_in=6, fan_out=4, dtype="float64").round(4).tolist()
    [0.6992, 0.1092]
    """

    def draw(self, rng: RandomStream, shape: Shape, *, fan_in: int, fan_out: int, dtype: str) -> Array:
        """Return values uniform on ±√(6 / fan_in)."""
        limit = math.sqrt(6.0 / fan_in)
        return rng.uniform(shape, -limit, limit, dtype)


@settings_class
class HeNormal:
    """Normal with variance 2 / fan_in; not truncated (Keras truncates, PyTorch does not).

    >>> from glassnet.base.random import stream
    >>> HeNormal().draw(stream(0), (2,), fan_in=6, fan_out=4, dtype="float64").round(4).tolist()
    [0.6567, 0.3107]
    """

    def draw(self, rng: RandomStream, shape: Shape, *, fan_in: int, fan_out: int, dtype: str) -> Array:
        """Return values from N(0, 2 / fan_in)."""
        return rng.normal(shape, 0.0, math.sqrt(2.0 / fan_in), dtype)
