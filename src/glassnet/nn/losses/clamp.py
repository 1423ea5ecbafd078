"""Clamping numbers to limits."""

import math

from glassnet.base.arrays import Array, namespace


def at_least(x: Array, limit: float) -> Array:
    """Return x, or the limit where x is below it.

    >>> import numpy as np
    >>> at_least(np.array([0.5, 0.0]), 0.1).tolist()
    [0.5, 0.1]
    """
    return between(x, limit, math.inf) if x.dtype.kind == "O" else namespace(x).maximum(x, limit)


def between(x: Array, low: float, high: float) -> Array:
    """Return x, or the nearer limit where x is outside.

    >>> import numpy as np
    >>> between(np.array([0.5, 0.0, 1.0]), 0.1, 0.9).tolist()
    [0.5, 0.1, 0.9]
    """
    xp = namespace(x)
    if x.dtype.kind != "O":
        return xp.minimum(xp.maximum(x, low), high)
    # `maximum` would insert a plain number, whose logarithm fails in an object array
    return xp.where(x < low, 0.0 * x + low, xp.where(x > high, 0.0 * x + high, x))
