"""Leaky rectified linear unit: a = z above 0, slope · z below."""

import math

from glassnet.base.arrays import Array, namespace
from glassnet.base.checks import number
from glassnet.base.settings_class import settings_class


@settings_class
class LeakyReLU:
    """a = z where z > 0, else slope · z: a unit below 0 still learns (Maas, Hannun & Ng, 2013).

    The slope at z = 0 is taken to be the one below 0. The layer `PReLU` learns its slope.

    Arguments:
        slope: the slope below 0, at least 0.

    >>> import numpy as np
    >>> LeakyReLU().forward(np.array([-1.0, 0.0, 2.0])).tolist()
    [-0.01, 0.0, 2.0]
    """

    slope: float = 0.01

    def __post_init__(self) -> None:
        number("slope", self.slope, minimum=0)

    @property
    def bounds(self) -> tuple[float, float]:
        """Unbounded, except that the lower bound is 0 when the slope is 0."""
        return (-math.inf if self.slope else 0.0, math.inf)

    def forward(self, z: Array) -> Array:
        """Return a = z where z > 0, else slope · z."""
        return namespace(z).where(z > 0, z, self.slope * z)

    def backward(self, d_a: Array, z: Array, a: Array) -> Array:
        """Return d_z = d_a where z > 0, else slope · d_a."""
        return namespace(z).where(z > 0, d_a, self.slope * d_a)
