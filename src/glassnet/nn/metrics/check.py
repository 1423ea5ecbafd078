"""What metrics need: as many answers as questions, and at least one."""

from glassnet.base.arrays import Array
from glassnet.base.errors import DataError, ShapeError


def check_samples(prediction: Array, truth: Array) -> None:
    """Raise an error unless prediction and truth have the same number of samples, and at least one.

    >>> import numpy as np
    >>> check_samples(np.zeros((3, 1)), np.zeros(2))
    Traceback (most recent call last):
    glassnet.base.errors.ShapeError: A metric needs one truth for each prediction; got 3 predictions and 2 truths.
    """
    if len(prediction) != len(truth):
        raise ShapeError(
            f"A metric needs one truth for each prediction; got {len(prediction)} predictions and {len(truth)} truths."
        )
    if not len(prediction):
        raise DataError("A metric needs at least one sample; got none.")
