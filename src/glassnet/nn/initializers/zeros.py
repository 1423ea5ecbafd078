"""Zeros."""

import numpy as np

from glassnet.base.arrays import Array, Shape
from glassnet.base.random import RandomStream, ShapeStream
from glassnet.base.settings_class import settings_class


@settings_class
class Zeros:
    """Every value 0: suitable for biases but not for weights, as all units would stay identical.

    >>> from glassnet.base.random import stream
    >>> Zeros().draw(stream(0), (2,), fan_in=1, fan_out=1, dtype="float32").tolist()
    [0.0, 0.0]
    """

    def draw(self, rng: RandomStream, shape: Shape, *, fan_in: int, fan_out: int, dtype: str) -> Array:
        """Return zeros."""
        if isinstance(rng, ShapeStream):
            return rng.normal(shape, dtype=dtype)
        return np.zeros(shape, dtype)
