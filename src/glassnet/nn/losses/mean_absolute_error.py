"""Mean absolute error."""

from typing import ClassVar

from glassnet.base.arrays import Array, namespace
from glassnet.base.settings_class import settings_class
from glassnet.nn.losses.loss import TargetEncoding


@settings_class
class MeanAbsoluteError:
    """The mean of |prediction − target| over an example's outputs.

    Every unit of error costs the same, so an outlier has no more influence than any other example. The slope
    at an error of 0 is taken as 0.

    >>> import numpy as np
    >>> prediction, target = np.array([[2.5], [0.0], [2.1], [7.8]]), np.array([[3.0], [-0.5], [2.0], [7.0]])
    >>> float(MeanAbsoluteError().value(prediction, target).mean().round(4))
    0.475
    """

    target_encoding: ClassVar[TargetEncoding] = "values"
    link: ClassVar[str] = "linear"

    def value(self, prediction: Array, target: Array) -> Array:
        """Return 1/n · Σᵢ |predictionᵢ − targetᵢ| over the n outputs of each example."""
        return abs(prediction - target).sum(axis=-1) / prediction.shape[-1]

    def gradient(self, prediction: Array, target: Array) -> Array:
        """Return 1/n · sign(prediction − target)."""
        return namespace(prediction).sign(prediction - target) / prediction.shape[-1]
