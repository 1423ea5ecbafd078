"""Gaussian error linear unit: a = z · Φ(z)."""

import math
from typing import ClassVar

from glassnet.base.arrays import Array, namespace
from glassnet.base.settings_class import settings_class
from glassnet.nn.kernels.special import erf

ROOT_HALF = math.sqrt(0.5)
ROOT_TWO_PI = math.sqrt(2.0 * math.pi)


@settings_class
class GELU:
    """a = z · Φ(z), where Φ(z) = ½ (1 + erf(z/√2)) is the fraction of a normal distribution that lies below z.

    Hendrycks & Gimpel (2016), the exact form; `GELUTanh` is their approximation. Dips to −0.17 at z = −0.7518.

    >>> import numpy as np
    >>> GELU().forward(np.array([-1.0, 0.0, 2.0])).round(4).tolist()
    [-0.1587, 0.0, 1.9545]
    """

    bounds: ClassVar[tuple[float, float]] = (-0.16997120747990366, math.inf)

    def forward(self, z: Array) -> Array:
        """Return a = z · Φ(z)."""
        return z * _below(z)

    def backward(self, d_a: Array, z: Array, a: Array) -> Array:
        """Return d_z = d_a · (Φ(z) + z φ(z)) with φ(z) = e^(−z²/2) / √(2π)."""
        density = namespace(z).exp(-0.5 * z * z) / ROOT_TWO_PI
        return d_a * (_below(z) + z * density)


def _below(z: Array) -> Array:
    return 0.5 * (1.0 + erf(ROOT_HALF * z))
