"""Numbers held above or below a limit."""

from glassnet.base.arrays import Array, namespace


def at_least(x: Array, limit: float) -> Array:
    """Return x, or the limit where x lies below it.

    >>> import numpy as np
    >>> at_least(np.array([0.5, 0.0]), 0.1).tolist()
    [0.5, 0.1]
    """
    xp = namespace(x)
    if x.dtype.kind == "O":  # `maximum` would put in a plain number, and its logarithm would find no object
        return xp.where(x < limit, 0.0 * x + limit, x)
    return xp.maximum(x, limit)


def at_most(x: Array, limit: float) -> Array:
    """Return x, or the limit where x lies above it.

    >>> import numpy as np
    >>> at_most(np.array([0.5, 1.0]), 0.9).tolist()
    [0.5, 0.9]
    """
    xp = namespace(x)
    if x.dtype.kind == "O":  # as above
        return xp.where(x > limit, 0.0 * x + limit, x)
    return xp.minimum(x, limit)
