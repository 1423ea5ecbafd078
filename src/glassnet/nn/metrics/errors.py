"""Errors over a whole data set."""

import math

from glassnet.base.arrays import Array
from glassnet.base.errors import ShapeError
from glassnet.nn.metrics.check import check_samples
from glassnet.nn.metrics.direction import better


@better("lower")
def mean_absolute_error(prediction: Array, target: Array) -> float:
    """Return the mean of |prediction − target| over all samples and outputs, in the unit of the target.

    >>> import numpy as np
    >>> mean_absolute_error(np.array([[2.5], [0.0]]), np.array([[3.0], [-0.5]]))
    0.5
    """
    return float(abs(_difference(prediction, target)).mean())


@better("lower")
def root_mean_squared_error(prediction: Array, target: Array) -> float:
    """Return √(mean of (prediction − target)²) over all samples and outputs, in the unit of the target.

    >>> import numpy as np
    >>> prediction, target = np.array([[2.5], [0.0], [2.1], [7.8]]), np.array([[3.0], [-0.5], [2.0], [7.0]])
    >>> round(root_mean_squared_error(prediction, target), 4)
    0.5362
    """
    return math.sqrt(float((_difference(prediction, target) ** 2).mean()))


@better("higher")
def r_squared(prediction: Array, target: Array) -> float | None:
    """Return the fraction of the target's variance that the prediction explains: 1 − Σ(y − p)² / Σ(y − ȳ)².

    1 is perfect, 0 is no better than the mean, below 0 is worse. With several outputs, the mean over them.
    None (undefined) if the target of an output is constant.

    >>> import numpy as np
    >>> r_squared(np.array([[2.5], [0.0], [2.0], [8.0]]), np.array([[3.0], [-0.5], [2.0], [7.0]]))
    0.9486081370449679
    >>> print(r_squared(np.array([[1.0], [2.0]]), np.array([[5.0], [5.0]])))
    None
    """
    difference = _difference(prediction, target)
    if (target == target[:1]).all(axis=0).any():
        return None
    spread = target - target.mean(axis=0)
    unexplained, total = (difference * difference).sum(axis=0), (spread * spread).sum(axis=0)
    return float((1.0 - unexplained / total).mean())


def _difference(prediction: Array, target: Array) -> Array:
    check_samples(prediction, target)
    if prediction.shape != target.shape:
        raise ShapeError(f"Prediction and target must have the same shape; got {prediction.shape} and {target.shape}.")
    return prediction - target
