"""L2: half the sum of squares."""

from glassnet.base.arrays import Array
from glassnet.base.checks import number
from glassnet.base.settings_class import settings_class


@settings_class
class L2:
    """Penalty rate/2 · Σ w², gradient rate · w.

    With the factor ½, as in TensorFlow Playground and PyTorch's `weight_decay`; Keras has no such factor.

    >>> import numpy as np
    >>> float(L2(0.1).value(np.array([3.0, 4.0]))), L2(0.1).gradient(np.array([3.0, 4.0])).round(4).tolist()
    (1.25, [0.3, 0.4])
    """

    rate: float

    def __post_init__(self) -> None:
        number("rate", self.rate, minimum=0)

    def value(self, weight: Array) -> Array:
        """Return rate/2 · Σ w²."""
        return 0.5 * self.rate * (weight * weight).sum()

    def gradient(self, weight: Array) -> Array:
        """Return rate · w."""
        return self.rate * weight
