"""Binary cross-entropy from probabilities."""

from typing import ClassVar

from glassnet.base.arrays import Array, namespace
from glassnet.base.checks import number
from glassnet.base.settings_class import settings_class
from glassnet.nn.losses.clamp import between
from glassnet.nn.losses.loss import TargetDomain, TargetEncoding
from glassnet.nn.losses.per_output import divide_by_outputs, mean_over_outputs
from glassnet.nn.losses.smooth import check_smoothing, smooth


@settings_class
class BinaryCrossEntropy:
    """−(t log p + (1 − t) log(1 − p)), the mean over an example's outputs.

    A probability closer than `margin` to 0 or 1 is moved to the margin, where the
    logarithm is finite; beyond it, the gradient of this function is 0. The fused loss
    `SigmoidCrossEntropy` has no such limit.

    Arguments:
        margin: the smallest probability that is distinguished from 0, above 0.
        label_smoothing: the fraction of the target's certainty to spread over all classes, from 0 to below 1.

    >>> import numpy as np
    >>> prediction, target = np.array([[0.1], [0.3], [0.7], [0.8]]), np.array([[0.0], [0.0], [1.0], [1.0]])
    >>> float(BinaryCrossEntropy().value(prediction, target).mean().round(5))
    0.26046
    """

    margin: float = 1e-7
    label_smoothing: float = 0.0

    target_encoding: ClassVar[TargetEncoding] = "values"
    target_domain: ClassVar[TargetDomain] = "probabilities"
    link: ClassVar[str] = "linear"

    def __post_init__(self) -> None:
        number("margin", self.margin, above=0, below=0.5)
        check_smoothing(self.label_smoothing)

    def value(self, prediction: Array, target: Array) -> Array:
        """Return −1/n · Σᵢ (tᵢ log pᵢ + (1 − tᵢ) log(1 − pᵢ)) over the n outputs of each example."""
        xp = namespace(prediction)
        p = self._inside(prediction)
        target = smooth(target, self.label_smoothing, 2)
        return -mean_over_outputs(target * xp.log(p) + (1.0 - target) * xp.log(1.0 - p))

    def gradient(self, prediction: Array, target: Array) -> Array:
        """Return (p − t) / (n · p (1 − p)) inside the margin, 0 outside."""
        p = self._inside(prediction)
        target = smooth(target, self.label_smoothing, 2)
        return divide_by_outputs((p == prediction) * (p - target) / (p * (1.0 - p)))

    def _inside(self, prediction: Array) -> Array:
        return between(prediction, self.margin, 1.0 - self.margin)
