"""Counting updates, and correcting running averages for starting at 0."""

from typing import Any

from glassnet.base.arrays import Array, Tree, namespace
from glassnet.base.trees import leaves


def zero(params: Tree) -> Array:
    """Return 0 as an array without dimensions: the initial number of updates of a rule."""
    return namespace(next(leaves(params))[1]).asarray(0.0)


def corrected_rate(learning_rate: float, beta_1: float, count: Array) -> Array:
    """Return learning_rate / (1 − β₁^t): the learning rate that corrects a first average that started at 0.

    >>> import numpy as np
    >>> round(float(corrected_rate(0.1, 0.9, np.asarray(1.0))), 4)
    1.0
    """
    return learning_rate / (1.0 - beta_1**count)


def root_correction(beta_2: float, count: Array) -> Any:
    """Return √(1 − β₂^t): the divisor for the root of a second average that started at 0.

    >>> import numpy as np
    >>> round(float(root_correction(0.99, np.asarray(1.0))), 4)
    0.1
    """
    return (1.0 - beta_2**count) ** 0.5
