"""Linear: a = z."""

import math
from typing import ClassVar

from glassnet.base.arrays import Array
from glassnet.base.settings_class import settings_class


@settings_class
class Linear:
    """The identity, a = z, for outputs that may be any number.

    >>> import numpy as np
    >>> Linear().forward(np.array([-2.0, 3.0])).tolist()
    [-2.0, 3.0]
    """

    bounds: ClassVar[tuple[float, float]] = (-math.inf, math.inf)

    def forward(self, z: Array) -> Array:
        """Return a = z."""
        return z

    def backward(self, d_a: Array, z: Array, a: Array) -> Array:
        """Return d_z = d_a."""
        return d_a
