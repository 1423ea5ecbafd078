"""Distinguishing class numbers from values."""

import numpy as np

from glassnet.base.arrays import Array

MAX_GROUPS = 20
"""Whole numbers with at most this many distinct values are held out evenly, whether they are labels or counts."""


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


def strata(y: Array) -> Array:
    """Return the group of each sample, shape (samples,), within which a split holds out evenly.

    Classes, two different numbers (such as −1 and 1), a few whole numbers, and rows of 0 with a single 1 are groups;
    other values form one.

    >>> [strata(np.array(y)).tolist() for y in ([0, 2, 1], [-1.0, 1.0], [[0, 1], [1, 0]], [0.2, 0.4, 0.7])]
    [[0, 2, 1], [0, 1], [1, 0], [0, 0, 0]]
    """
    if are_classes(y):
        return y
    if not y.size:
        return np.zeros(len(y), int)
    rows = y.reshape(len(y), -1)
    if rows.shape[1] > 1 and np.isin(rows, (0, 1)).all() and (rows.sum(axis=1) == 1).all():
        return np.asarray(rows.argmax(axis=1))
    found, groups = np.unique(rows[:, 0], return_inverse=True)
    few = len(found) <= (MAX_GROUPS if y.dtype.kind in "iu" else 2)
    return groups.reshape(-1) if rows.shape[1] == 1 and few else np.zeros(len(y), int)
