"""Uniform between fixed limits."""

from glassnet.base.arrays import Array, Shape
from glassnet.base.checks import number
from glassnet.base.random import RandomStream
from glassnet.base.settings_class import settings_class


@settings_class
class Uniform:
    """Uniform on [−limit, limit), whatever the layer's size.

    >>> from glassnet.base.random import stream
    >>> Uniform(0.5).draw(stream(0), (2,), fan_in=1, fan_out=1, dtype="float64").round(4).tolist()
    [0.3496, 0.0546]
    """

    limit: float = 0.05

    def __post_init__(self) -> None:
        number("limit", self.limit, above=0)

    def draw(self, rng: RandomStream, shape: Shape, *, fan_in: int, fan_out: int, dtype: str) -> Array:
        """Return values uniform on [−limit, limit)."""
        return rng.uniform(shape, -self.limit, self.limit, dtype)
