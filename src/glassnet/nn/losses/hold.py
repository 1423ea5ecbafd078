"""Numbers held above or below a limit."""

from glassnet.base.arrays import Array, namespace


def at_least(x: Array, limit: float) -> Array:
    """Return x, or the limit where x lies below it.

    Unlike `maximum`, this never puts a plain number in the place of an element: on arrays of objects, functions
    of the result, such as its logarithm, still find objects.

    >>> import numpy as np
    >>> at_least(np.array([0.5, 0.0]), 0.1).tolist()
    [0.5, 0.1]
    """
    return namespace(x).where(x < limit, 0.0 * x + limit, x)


def at_most(x: Array, limit: float) -> Array:
    """Return x, or the limit where x lies above it.

    >>> import numpy as np
    >>> at_most(np.array([0.5, 1.0]), 0.9).tolist()
    [0.5, 0.9]
    """
    return namespace(x).where(x > limit, 0.0 * x + limit, x)
