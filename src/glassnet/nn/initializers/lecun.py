"""LeCun: variance 1 / fan_in."""

import math

from glassnet.base.arrays import Array, Shape
from glassnet.base.random import RandomStream
from glassnet.base.settings_class import settings_class


@settings_class
class LeCunUniform:
    """Uniform on ±√(3 / fan_in), so that the variance is 1 / fan_in: z keeps the variance of x.

    LeCun et al. (1998), "Efficient BackProp", section 4.6.

    >>> from glassnet.base.random import stream
    >>> LeCunUniform().draw(stream(0), (2,), fan_in=3, fan_out=4, dtype="float64").round(4).tolist()
    [0.6992, 0.1092]
    """

    def draw(self, rng: RandomStream, shape: Shape, *, fan_in: int, fan_out: int, dtype: str) -> Array:
        """Return values uniform on ±√(3 / fan_in)."""
        limit = math.sqrt(3.0 / fan_in)
        return rng.uniform(shape, -limit, limit, dtype)


@settings_class
class LeCunNormal:
    """Normal with variance 1 / fan_in, the partner of SELU; not truncated (Keras truncates).

    >>> from glassnet.base.random import stream
    >>> LeCunNormal().draw(stream(0), (2,), fan_in=3, fan_out=4, dtype="float64").round(4).tolist()
    [0.6567, 0.3107]
    """

    def draw(self, rng: RandomStream, shape: Shape, *, fan_in: int, fan_out: int, dtype: str) -> Array:
        """Return values from N(0, 1 / fan_in)."""
        return rng.normal(shape, 0.0, math.sqrt(1.0 / fan_in), dtype)
