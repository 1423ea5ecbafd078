"""Scaled exponential linear unit."""

import math
from typing import ClassVar

from glassnet.base.arrays import Array, namespace
from glassnet.base.settings_class import settings_class

ALPHA = 1.6732632423543772
SCALE = 1.0507009873554805


@settings_class
class SELU:
    """a = λ z where z > 0, else λ α (e^z − 1), with λ = 1.0507 and α = 1.6733 (Klambauer et al., 2017).

    The two numbers make mean 0 and variance 1 a fixed point: with LeCun's normal initialisation,
    activations stay near it from layer to layer.

    >>> import numpy as np
    >>> SELU().forward(np.array([-1.0, 0.0, 2.0])).round(4).tolist()
    [-1.1113, 0.0, 2.1014]
    """

    bounds: ClassVar[tuple[float, float]] = (-SCALE * ALPHA, math.inf)

    def forward(self, z: Array) -> Array:
        """Return a = λ z where z > 0, else λ α (e^z − 1)."""
        xp = namespace(z)  # above 0, where e^z could overflow, e⁰ is computed instead and not used
        return SCALE * xp.where(z > 0, z, ALPHA * xp.expm1(z * (z < 0)))

    def backward(self, d_a: Array, z: Array, a: Array) -> Array:
        """Return d_z = λ d_a where z > 0, else d_a · λ α e^z, which is d_a · (a + λ α)."""
        return namespace(z).where(z > 0, SCALE * d_a, d_a * (a + SCALE * ALPHA))
