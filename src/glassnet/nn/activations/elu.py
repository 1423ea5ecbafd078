"""Exponential linear unit: a = z above 0, α (e^z − 1) below."""

import math

from glassnet.base.arrays import Array, namespace
from glassnet.base.checks import number
from glassnet.base.settings_class import settings_class


@settings_class
class ELU:
    """a = z where z > 0, else α (e^z − 1): linear above, levelling off at −α below (Clevert et al., 2016).

    Arguments:
        alpha: how far below 0 it goes, above 0; with 1 the slope has no jump at z = 0.

    >>> import numpy as np
    >>> ELU().forward(np.array([-1.0, 0.0, 2.0])).round(4).tolist()
    [-0.6321, 0.0, 2.0]
    """

    alpha: float = 1.0

    def __post_init__(self) -> None:
        number("alpha", self.alpha, above=0)

    @property
    def bounds(self) -> tuple[float, float]:
        """At least −α, with no upper bound."""
        return (-float(self.alpha), math.inf)

    def forward(self, z: Array) -> Array:
        """Return a = z where z > 0, else α (e^z − 1)."""
        xp = namespace(z)  # above 0, where e^z could overflow, e⁰ is computed instead and not used
        return xp.where(z > 0, z, self.alpha * xp.expm1(z * (z < 0)))

    def backward(self, d_a: Array, z: Array, a: Array) -> Array:
        """Return d_z = d_a where z > 0, else d_a · α e^z, which is d_a · (a + α)."""
        return namespace(z).where(z > 0, d_a, d_a * (a + self.alpha))
