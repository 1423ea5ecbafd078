"""The quantile loss: overshooting and undershooting cost differently."""

from typing import ClassVar

from glassnet.base.arrays import Array, namespace
from glassnet.base.checks import number
from glassnet.base.settings_class import settings_class
from glassnet.nn.losses.loss import TargetEncoding


@settings_class
class QuantileLoss:
    """q · e for an error e = target − prediction above 0, (q − 1) · e below; the mean over an example's outputs.

    Also called pinball loss. It is smallest when a fraction q of the targets lies below the prediction: with q = 0.9 an
    underestimate costs nine times as much as an overestimate, with q = 0.5 both cost half the absolute error, and
    the median is best. The slope at an error of 0 is taken as 0. Koenker & Bassett (1978), "Regression quantiles".

    Arguments:
        q: the fraction of targets that should lie below the prediction, between 0 and 1.

    >>> import numpy as np
    >>> QuantileLoss(0.9).value(np.array([[2.0], [2.0]]), np.array([[3.0], [1.0]])).round(4).tolist()
    [0.9, 0.1]
    """

    q: float

    target_encoding: ClassVar[TargetEncoding] = "values"
    link: ClassVar[str] = "linear"

    def __post_init__(self) -> None:
        number("q", self.q, above=0, below=1)

    def value(self, prediction: Array, target: Array) -> Array:
        """Return 1/n · Σᵢ max(q · eᵢ, (q − 1) · eᵢ) over the n outputs of each example."""
        error = target - prediction
        return namespace(prediction).maximum(self.q * error, (self.q - 1) * error).sum(axis=-1) / prediction.shape[-1]

    def gradient(self, prediction: Array, target: Array) -> Array:
        """Return −q / n where the target is above the prediction, (1 − q) / n where below, 0 where equal."""
        side = namespace(prediction).sign(prediction - target)
        return (0.5 * side + (0.5 - self.q) * side * side) / prediction.shape[-1]
