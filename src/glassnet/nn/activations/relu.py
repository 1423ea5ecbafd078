"""Rectified linear unit: a = max(0, z)."""

import math
from typing import ClassVar

from glassnet.base.arrays import Array, namespace
from glassnet.base.settings_class import settings_class


@settings_class
class ReLU:
    """The rectified linear unit a = max(0, z) (Nair & Hinton, 2010); its slope at z = 0 is taken as 0.

    >>> import numpy as np
    >>> ReLU().forward(np.array([-1.0, 0.0, 2.0])).tolist()
    [0.0, 0.0, 2.0]
    """

    bounds: ClassVar[tuple[float, float]] = (0.0, math.inf)

    def forward(self, z: Array) -> Array:
        """Return a = max(0, z)."""
        return namespace(z).maximum(z, 0.0)

    def backward(self, d_a: Array, z: Array, a: Array) -> Array:
        """Return d_z = d_a where z > 0, else 0."""
        return d_a * (z > 0)
