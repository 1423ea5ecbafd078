"""Softplus: a = log(1 + e^z)."""

import math
from typing import ClassVar

from glassnet.base.arrays import Array, namespace
from glassnet.base.settings_class import settings_class


@settings_class
class Softplus:
    """The smooth form of ReLU, a = log(1 + e^z), for outputs that must be above 0 (Dugas et al., 2001).

    Computed as max(z, 0) + log(1 + e^−|z|), which never overflows.

    >>> import numpy as np
    >>> Softplus().forward(np.array([-1.0, 0.0, 1000.0])).round(4).tolist()
    [0.3133, 0.6931, 1000.0]
    """

    bounds: ClassVar[tuple[float, float]] = (0.0, math.inf)

    def forward(self, z: Array) -> Array:
        """Return a = max(z, 0) + log(1 + e^−|z|)."""
        xp = namespace(z)
        return xp.maximum(z, 0.0) + xp.log1p(xp.exp(-abs(z)))

    def backward(self, d_a: Array, z: Array, a: Array) -> Array:
        """Return d_z = d_a · sigmoid(z), which is d_a · e^(z − a) because e^a = 1 + e^z."""
        return d_a * namespace(z).exp(z - a)
