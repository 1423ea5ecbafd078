"""The same value everywhere."""

import numpy as np

from glassnet.base.arrays import Array, Shape
from glassnet.base.checks import number
from glassnet.base.random import RandomStream, ShapeStream
from glassnet.base.settings_class import settings_class


@settings_class
class Constant:
    """The same value everywhere, such as a bias of 1 at the forget gate of an LSTM.

    >>> from glassnet.base.random import stream
    >>> Constant(0.5).draw(stream(0), (2,), fan_in=1, fan_out=1, dtype="float32").tolist()
    [0.5, 0.5]
    """

    value: float = 0.0

    def __post_init__(self) -> None:
        number("value", self.value)

    def draw(self, rng: RandomStream, shape: Shape, *, fan_in: int, fan_out: int, dtype: str) -> Array:
        """Return `value` everywhere."""
        if isinstance(rng, ShapeStream):
            return rng.normal(shape, dtype=dtype)
        return np.full(shape, self.value, dtype)
