"""Normal with a fixed standard deviation."""

from glassnet.base.arrays import Array, Shape
from glassnet.base.checks import number
from glassnet.base.random import RandomStream
from glassnet.base.settings_class import settings_class


@settings_class
class Normal:
    """Normal around 0 with a fixed standard deviation, whatever the layer's size.

    >>> from glassnet.base.random import stream
    >>> Normal(0.01).draw(stream(0), (2,), fan_in=1, fan_out=1, dtype="float64").round(4).tolist()
    [0.0114, 0.0054]
    """

    deviation: float = 0.05

    def __post_init__(self) -> None:
        number("deviation", self.deviation, above=0)

    def draw(self, rng: RandomStream, shape: Shape, *, fan_in: int, fan_out: int, dtype: str) -> Array:
        """Return values from N(0, deviation²)."""
        return rng.normal(shape, 0.0, self.deviation, dtype)
