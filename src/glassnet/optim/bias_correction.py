"""Counting updates, and taking the start out of a running average."""

from typing import Any

from glassnet.base.arrays import Array, Tree, namespace
from glassnet.base.trees import leaves


def zero(params: Tree) -> Array:
    """Return the number 0 as an array without dimensions: where a rule's count of updates begins."""
    return namespace(next(leaves(params))[1]).asarray(0.0)


def corrected_rate(learning_rate: float, beta_1: float, count: Array) -> Array:
    """Return learning_rate / (1 − β₁^t): the step that makes up for a first average that began at 0.

    >>> import numpy as np
    >>> round(float(corrected_rate(0.1, 0.9, np.asarray(1.0))), 4)
    1.0
    """
    return learning_rate / (1.0 - beta_1**count)


def root_correction(beta_2: float, count: Array) -> Any:
    """Return √(1 − β₂^t): what to divide the root of a second average by that began at 0.

    >>> import numpy as np
    >>> round(float(root_correction(0.99, np.asarray(1.0))), 4)
    0.1
    """
    return (1.0 - beta_2**count) ** 0.5
