"""Hyperbolic tangent: a = tanh z."""

from typing import ClassVar

from glassnet.base.arrays import Array, namespace
from glassnet.base.settings_class import settings_class


@settings_class
class Tanh:
    """The hyperbolic tangent, between −1 and 1 and zero-centred.

    >>> import numpy as np
    >>> Tanh().forward(np.array([-1.0, 0.0, 2.0])).round(4).tolist()
    [-0.7616, 0.0, 0.964]
    """

    bounds: ClassVar[tuple[float, float]] = (-1.0, 1.0)

    def forward(self, z: Array) -> Array:
        """Return a = tanh z."""
        return namespace(z).tanh(z)

    def backward(self, d_a: Array, z: Array, a: Array) -> Array:
        """Return d_z = d_a · (1 − a²)."""
        return d_a * (1.0 - a * a)
