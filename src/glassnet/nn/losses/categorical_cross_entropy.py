"""Categorical cross-entropy from probabilities, one-hot targets."""

from typing import ClassVar

from glassnet.base.arrays import Array, namespace
from glassnet.base.checks import number
from glassnet.base.settings_class import settings_class
from glassnet.nn.losses.clamp import at_least
from glassnet.nn.losses.loss import TargetDomain, TargetEncoding
from glassnet.nn.losses.smooth import check_smoothing, smooth


@settings_class
class CategoricalCrossEntropy:
    """−Σᵢ tᵢ log pᵢ for a one-hot target t.

    A probability below `margin` is raised to the margin, where the logarithm is finite; below it,
    the gradient of this function is 0. The fused loss `SoftmaxCrossEntropy` has no such limit.

    Arguments:
        margin: the smallest probability that is distinguished from 0, above 0.
        label_smoothing: the fraction of the target's certainty to spread over all classes, from 0 to below 1.

    >>> import numpy as np
    >>> p = np.array([[0.1, 0.7, 0.2], [0.05, 0.1, 0.85], [0.9, 0.08, 0.02]])
    >>> float(CategoricalCrossEntropy().value(p, np.eye(3)[[1, 2, 0]]).mean().round(5))
    0.20818
    """

    margin: float = 1e-7
    label_smoothing: float = 0.0

    target_encoding: ClassVar[TargetEncoding] = "one_hot"
    target_domain: ClassVar[TargetDomain] = "distribution"
    link: ClassVar[str] = "linear"

    def __post_init__(self) -> None:
        number("margin", self.margin, above=0, below=0.5)
        check_smoothing(self.label_smoothing)

    def value(self, prediction: Array, target: Array) -> Array:
        """Return −Σᵢ tᵢ log pᵢ."""
        xp = namespace(prediction)
        target = smooth(target, self.label_smoothing, prediction.shape[-1])
        return -(target * xp.log(at_least(prediction, self.margin))).sum(axis=-1)

    def gradient(self, prediction: Array, target: Array) -> Array:
        """Return −tᵢ / pᵢ above the margin, 0 below."""
        p = at_least(prediction, self.margin)
        return (p == prediction) * -smooth(target, self.label_smoothing, prediction.shape[-1]) / p
