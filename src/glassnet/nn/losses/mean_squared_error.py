"""Mean squared error."""

from typing import ClassVar

from glassnet.base.arrays import Array
from glassnet.base.settings_class import settings_class
from glassnet.nn.losses.loss import TargetEncoding
from glassnet.nn.losses.per_output import mean_over_outputs


@settings_class
class MeanSquaredError:
    """The mean of (prediction − target)² over an example's outputs.

    >>> import numpy as np
    >>> prediction, target = np.array([[2.5], [0.0], [2.1], [7.8]]), np.array([[3.0], [-0.5], [2.0], [7.0]])
    >>> float(MeanSquaredError().value(prediction, target).mean().round(4))
    0.2875
    """

    target_encoding: ClassVar[TargetEncoding] = "values"
    link: ClassVar[str] = "linear"

    def value(self, prediction: Array, target: Array) -> Array:
        """Return 1/n · Σᵢ (predictionᵢ − targetᵢ)² over the n outputs of each example."""
        difference = prediction - target
        return mean_over_outputs(difference * difference)

    def gradient(self, prediction: Array, target: Array) -> Array:
        """Return 2/n · (prediction − target)."""
        return (2.0 / prediction.shape[-1]) * (prediction - target)
