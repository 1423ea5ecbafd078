"""Ones."""

import numpy as np

from glassnet.base.arrays import Array, Shape
from glassnet.base.random import RandomStream, ShapeStream
from glassnet.base.settings_class import settings_class


@settings_class
class Ones:
    """Every value 1: suitable for factors, such as the gain of `LayerNorm`.

    >>> from glassnet.base.random import stream
    >>> Ones().draw(stream(0), (2,), fan_in=1, fan_out=1, dtype="float32").tolist()
    [1.0, 1.0]
    """

    def draw(self, rng: RandomStream, shape: Shape, *, fan_in: int, fan_out: int, dtype: str) -> Array:
        """Return ones."""
        if isinstance(rng, ShapeStream):
            return rng.normal(shape, dtype=dtype)
        return np.ones(shape, dtype)
