"""Log-cosh: a smooth absolute error."""

import math
from typing import ClassVar

from glassnet.base.arrays import Array, namespace
from glassnet.base.settings_class import settings_class
from glassnet.nn.losses.loss import TargetEncoding

LOG_TWO = math.log(2.0)


@settings_class
class LogCosh:
    """log cosh d of the error d, the mean over an example's outputs: about ½ d² near 0, |d| − log 2 far from it.

    Like `Huber` but smooth everywhere, with a slope of tanh d. Computed as |d| + log(1 + e^(−2|d|)) − log 2,
    which never overflows.

    >>> import numpy as np
    >>> LogCosh().value(np.array([[0.1], [1000.0]]), np.zeros((2, 1))).round(4).tolist()
    [0.005, 999.3069]
    """

    target_encoding: ClassVar[TargetEncoding] = "values"
    link: ClassVar[str] = "linear"

    def value(self, prediction: Array, target: Array) -> Array:
        """Return 1/n · Σᵢ log cosh(predictionᵢ − targetᵢ) over the n outputs of each example."""
        xp = namespace(prediction)
        size = abs(prediction - target)
        return (size + xp.log1p(xp.exp(-2.0 * size)) - LOG_TWO).sum(axis=-1) / prediction.shape[-1]

    def gradient(self, prediction: Array, target: Array) -> Array:
        """Return 1/n · tanh(prediction − target)."""
        return namespace(prediction).tanh(prediction - target) / prediction.shape[-1]
