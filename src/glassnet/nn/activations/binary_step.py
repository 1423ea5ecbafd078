"""Step: a = 1 for z ≥ 0, else 0."""

from typing import ClassVar

from glassnet.base.arrays import Array, namespace
from glassnet.base.settings_class import settings_class


@settings_class
class BinaryStep:
    """The threshold of the first artificial neurons, a = 1 if z ≥ 0, else 0 (McCulloch & Pitts, 1943).

    It is flat on both sides of its jump, so its slope is 0 wherever it is defined, and is taken as 0 at the
    jump: no gradient flows back through it, and gradient descent can't train the layers before it.

    >>> import numpy as np
    >>> BinaryStep().forward(np.array([-1.0, 0.0, 2.0])).tolist()
    [0.0, 1.0, 1.0]
    """

    bounds: ClassVar[tuple[float, float]] = (0.0, 1.0)

    def forward(self, z: Array) -> Array:
        """Return a = 1 where z ≥ 0, else 0."""
        return namespace(z).where(z >= 0, 1.0, 0.0).astype(z.dtype)

    def backward(self, d_a: Array, z: Array, a: Array) -> Array:
        """Return d_z = 0."""
        return 0.0 * d_a
