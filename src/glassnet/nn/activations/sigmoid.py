"""Sigmoid: a = 1 / (1 + e^−z)."""

from typing import ClassVar

from glassnet.base.arrays import Array, namespace
from glassnet.base.settings_class import settings_class


@settings_class
class Sigmoid:
    """The logistic function a = 1 / (1 + e^−z), between 0 and 1: the answer to a yes/no question.

    For z far below zero e^−z overflows to infinity and a is 0, as it should be.

    >>> import numpy as np
    >>> Sigmoid().forward(np.array([-1.0, 0.0, 2.0])).round(4).tolist()
    [0.2689, 0.5, 0.8808]
    """

    bounds: ClassVar[tuple[float, float]] = (0.0, 1.0)

    def forward(self, z: Array) -> Array:
        """Return a = 1 / (1 + e^−z)."""
        return 1.0 / (1.0 + namespace(z).exp(-z))

    def backward(self, d_a: Array, z: Array, a: Array) -> Array:
        """Return d_z = d_a · a · (1 − a)."""
        return d_a * a * (1.0 - a)
