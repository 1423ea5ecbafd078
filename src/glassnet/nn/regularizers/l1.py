"""L1: the sum of absolute values."""

from glassnet.base.arrays import Array, namespace
from glassnet.base.checks import number
from glassnet.base.settings_class import settings_class


@settings_class
class L1:
    """Penalty rate · Σ |w|, gradient rate · sign w (0 at w = 0): pulls small weights all the way to 0.

    Tibshirani (1996), the lasso.

    Arguments:
        rate: the penalty per unit of |w|, at least 0.

    >>> import numpy as np
    >>> float(L1(0.1).value(np.array([3.0, -4.0])).round(4)), L1(0.1).gradient(np.array([3.0, -4.0])).tolist()
    (0.7, [0.1, -0.1])
    """

    rate: float

    def __post_init__(self) -> None:
        number("rate", self.rate, minimum=0)

    def value(self, weight: Array) -> Array:
        """Return rate · Σ |w|."""
        return self.rate * abs(weight).sum()

    def gradient(self, weight: Array) -> Array:
        """Return rate · sign w."""
        return self.rate * namespace(weight).sign(weight)
