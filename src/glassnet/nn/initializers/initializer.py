"""The interface of every initialiser."""

from typing import Protocol

from glassnet.base.arrays import Array, Shape
from glassnet.base.random import RandomStream


class Initializer(Protocol):
    """A rule for the initial values of a parameter."""

    def draw(self, rng: RandomStream, shape: Shape, *, fan_in: int, fan_out: int, dtype: str) -> Array:
        """Return the initial values.

        `fan_in` and `fan_out` count the connections that enter and leave one unit.
        """
        ...
