"""Noise: random numbers added to every feature."""

from glassnet.base.arrays import Array
from glassnet.base.checks import number
from glassnet.base.random import RandomStream
from glassnet.base.settings_class import settings_class


@settings_class
class Noise:
    """Add normal noise to every feature, whatever its shape.

    >>> import numpy as np
    >>> from glassnet.base.random import stream
    >>> x = Noise(0.1).apply(stream(0), np.zeros((1000, 2)))
    >>> round(float(x.std()), 2)
    0.1
    """

    deviation: float

    def __post_init__(self) -> None:
        number("deviation", self.deviation, above=0)

    def apply(self, rng: RandomStream, x: Array) -> Array:
        """Return the noisy batch."""
        return x + rng.normal(x.shape, 0.0, self.deviation, str(x.dtype))
