"""Label smoothing: targets that are less than certain."""

from glassnet.base.arrays import Array
from glassnet.base.checks import number


def smooth(target: Array, amount: float, classes: int) -> Array:
    """Return (1 − amount) · target + amount / classes: part of the certainty is spread over all classes.

    Szegedy et al. (2016), section 7. With an amount of 0 the target is returned unchanged.

    >>> import numpy as np
    >>> smooth(np.array([[0.0, 1.0]]), 0.1, 2).round(4).tolist()
    [[0.05, 0.95]]
    """
    return (1.0 - amount) * target + amount / classes if amount else target


def check_smoothing(amount: float) -> None:
    """Raise a SettingError unless the amount is from 0 to below 1."""
    number("label_smoothing", amount, minimum=0, below=1)
