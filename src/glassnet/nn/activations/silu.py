"""SiLU (swish): a = z · sigmoid(z)."""

import math
from typing import ClassVar

from glassnet.base.arrays import Array
from glassnet.base.settings_class import settings_class
from glassnet.nn.activations.sigmoid import Sigmoid


@settings_class
class SiLU:
    """The sigmoid linear unit a = z · sigmoid(z) (Elfwing et al., 2018), also called swish.

    Smooth, close to ReLU far from 0, with a dip to −0.2785 at z = −1.2785.

    >>> import numpy as np
    >>> SiLU().forward(np.array([-1.0, 0.0, 2.0])).round(4).tolist()
    [-0.2689, 0.0, 1.7616]
    """

    bounds: ClassVar[tuple[float, float]] = (-0.2784645427610738, math.inf)

    def forward(self, z: Array) -> Array:
        """Return a = z · s with s = sigmoid(z)."""
        return z * Sigmoid().forward(z)

    def backward(self, d_a: Array, z: Array, a: Array) -> Array:
        """Return d_z = d_a · (s + a (1 − s)) with s = sigmoid(z)."""
        s = Sigmoid().forward(z)
        return d_a * (s + a * (1.0 - s))
