"""Distinguishing class numbers from values."""

import numpy as np

from glassnet.base.arrays import Array


def are_classes(y: Array) -> bool:
    """Return whether targets are class numbers: one whole number per sample, from 0, at least half of them in use.

    Whole numbers below 0, or with wide gaps between them (prices, years), are values. If this guesses wrong,
    use targets of type float for values, or give the `Dataset` class_names for classes.

    >>> [are_classes(np.array(y)) for y in ([0, 2, 1, 2], [250_000, 310_000], [0.0, 1.0])]
    [True, False, False]
    """
    if y.ndim != 1 or not len(y) or not np.issubdtype(y.dtype, np.integer):
        return False
    return bool(y.min() >= 0 and y.max() < 2 * len(np.unique(y)))
