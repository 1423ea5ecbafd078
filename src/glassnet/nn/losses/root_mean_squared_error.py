"""Root mean squared error of each example."""

from typing import ClassVar

from glassnet.base.arrays import Array, namespace
from glassnet.base.settings_class import settings_class
from glassnet.nn.losses.loss import TargetEncoding
from glassnet.nn.losses.mean_squared_error import MeanSquaredError


@settings_class
class RootMeanSquaredError:
    """The root of the mean of (prediction − target)² over an example's outputs, in the unit of the target.

    A loss is one number per example, so the root is taken for every example before the mean over examples.
    With one output it is therefore the absolute error. The root over a whole data set, which reports
    quote, isn't a mean over examples: `metrics.root_mean_squared_error` measures it, and training on
    `MeanSquaredError` minimises it.

    >>> import numpy as np
    >>> RootMeanSquaredError().value(np.array([[3.0, 4.0]]), np.array([[0.0, 0.0]])).round(4).tolist()
    [3.5355]
    """

    target_encoding: ClassVar[TargetEncoding] = "values"
    link: ClassVar[str] = "linear"

    def value(self, prediction: Array, target: Array) -> Array:
        """Return √(1/n · Σᵢ (predictionᵢ − targetᵢ)²) over the n outputs of each example."""
        return namespace(prediction).sqrt(MeanSquaredError().value(prediction, target))

    def gradient(self, prediction: Array, target: Array) -> Array:
        """Return (prediction − target) / (n · value), and 0 where there is no error at all."""
        value = self.value(prediction, target)[..., None]
        return (prediction - target) / (prediction.shape[-1] * (value + (value == 0)))
