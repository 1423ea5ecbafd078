"""Elastic net: L1 and L2 together."""

from glassnet.base.arrays import Array
from glassnet.base.settings_class import settings_class
from glassnet.nn.regularizers.l1 import L1
from glassnet.nn.regularizers.l2 import L2


@settings_class
class ElasticNet:
    """Penalty l1_rate · Σ |w| + l2_rate/2 · Σ w²: sparse like L1, stable for correlated inputs like L2.

    Zou & Hastie (2005), with a factor of ½ for the squares as in `L2`.

    Arguments:
        l1_rate: the rate of the L1 part, at least 0.
        l2_rate: the rate of the L2 part, at least 0.

    >>> import numpy as np
    >>> w = np.array([3.0, -4.0])
    >>> float(ElasticNet(0.1, 0.2).value(w).round(4)), ElasticNet(0.1, 0.2).gradient(w).round(4).tolist()
    (3.2, [0.7, -0.9])
    """

    l1_rate: float
    l2_rate: float

    def __post_init__(self) -> None:
        L1(self.l1_rate), L2(self.l2_rate)

    def value(self, weight: Array) -> Array:
        """Return l1_rate · Σ |w| + l2_rate/2 · Σ w²."""
        return L1(self.l1_rate).value(weight) + L2(self.l2_rate).value(weight)

    def gradient(self, weight: Array) -> Array:
        """Return l1_rate · sign w + l2_rate · w."""
        return L1(self.l1_rate).gradient(weight) + L2(self.l2_rate).gradient(weight)
