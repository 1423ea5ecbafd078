"""Label smoothing: a target that is not quite sure."""

from glassnet.base.arrays import Array
from glassnet.base.checks import number


def smooth(target: Array, share: float, classes: int) -> Array:
    """Return (1 − share) · target + share / classes: a share of the certainty is spread over all classes.

    Szegedy et al. (2016), section 7. With a share of 0 the target comes back as it is.

    >>> import numpy as np
    >>> smooth(np.array([[0.0, 1.0]]), 0.1, 2).round(4).tolist()
    [[0.05, 0.95]]
    """
    return (1.0 - share) * target + share / classes if share else target


def check_smoothing(share: float) -> None:
    """Raise a SettingError unless the share lies from 0 to below 1."""
    number("label_smoothing", share, minimum=0, below=1)
