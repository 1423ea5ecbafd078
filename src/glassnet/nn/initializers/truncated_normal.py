"""Normal without its tails."""

import numpy as np

from glassnet.base.arrays import Array, Shape
from glassnet.base.checks import number
from glassnet.base.random import RandomStream, ShapeStream
from glassnet.base.settings_class import settings_class


@settings_class
class TruncatedNormal:
    """Normal around 0, with every value beyond two standard deviations redrawn, so that no weight starts far out.

    The result has a standard deviation of 0.88 times `deviation`; as in Keras and PyTorch, it is not scaled up.

    Arguments:
        deviation: standard deviation before the tails are cut, above 0.

    >>> from glassnet.base.random import stream
    >>> TruncatedNormal(0.01).draw(stream(0), (2,), fan_in=1, fan_out=1, dtype="float64").round(4).tolist()
    [0.0114, 0.0054]
    """

    deviation: float = 0.05

    def __post_init__(self) -> None:
        number("deviation", self.deviation, above=0)

    def draw(self, rng: RandomStream, shape: Shape, *, fan_in: int, fan_out: int, dtype: str) -> Array:
        """Return values from N(0, deviation²) within ±2 deviations."""
        if isinstance(rng, ShapeStream):
            return rng.normal(shape, dtype=dtype)
        values, again = rng.normal(shape, dtype="float64"), 0
        while (outside := abs(values) > 2.0).any():
            again += 1
            values = np.where(outside, rng.child(again).normal(shape, dtype="float64"), values)
        return (self.deviation * values).astype(dtype)
