"""Max-norm: a limit on the norm of each unit's weights."""

from glassnet.base.arrays import Array, namespace
from glassnet.base.checks import number
from glassnet.base.settings_class import settings_class


@settings_class
class MaxNorm:
    """‖w‖ ≤ limit for the incoming weights w of every unit: w · limit / max(‖w‖, limit).

    A unit is an entry of the last axis; ‖w‖ is the root of the sum of squares over all other axes.
    Srebro & Shraibman (2005); with dropout, Srivastava et al. (2014), section 5.1, who use limits of 3 to 4.

    Arguments:
        limit: the largest norm that the weights of one unit may have, above 0.

    >>> import numpy as np
    >>> MaxNorm(1.0).apply(np.array([[3.0, 0.3], [4.0, 0.4]])).round(4).tolist()
    [[0.6, 0.3], [0.8, 0.4]]
    """

    limit: float = 3.0

    def __post_init__(self) -> None:
        number("limit", self.limit, above=0)

    def apply(self, weight: Array) -> Array:
        """Return weight, with the weights of each unit scaled down to the limit where they exceed it."""
        xp = namespace(weight)
        length = xp.sqrt((weight * weight).sum(axis=tuple(range(weight.ndim - 1)), keepdims=True))
        return weight * (self.limit / xp.maximum(length, self.limit))
