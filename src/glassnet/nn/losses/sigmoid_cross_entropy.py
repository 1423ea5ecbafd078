"""Sigmoid and binary cross-entropy as one loss."""

from typing import ClassVar

from glassnet.base.arrays import Array, namespace
from glassnet.base.settings_class import settings_class
from glassnet.nn.losses.loss import TargetDomain, TargetEncoding
from glassnet.nn.losses.per_output import divide_by_outputs, mean_over_outputs
from glassnet.nn.losses.smooth import check_smoothing, smooth


@settings_class
class SigmoidCrossEntropy:
    """Binary cross-entropy of p = sigmoid(z), computed from z: max(z, 0) − z t + log(1 + e^−|z|).

    The fused loss is exact for any z, and its gradient is simply p − t.

    Arguments:
        label_smoothing: the fraction of the target's certainty to spread over all classes, from 0 to below 1.

    >>> import numpy as np
    >>> SigmoidCrossEntropy().value(np.array([[0.0], [-1000.0]]), np.array([[1.0], [1.0]])).round(4).tolist()
    [0.6931, 1000.0]
    """

    label_smoothing: float = 0.0

    target_encoding: ClassVar[TargetEncoding] = "values"
    target_domain: ClassVar[TargetDomain] = "probabilities"
    link: ClassVar[str] = "sigmoid"

    def __post_init__(self) -> None:
        check_smoothing(self.label_smoothing)

    def value(self, prediction: Array, target: Array) -> Array:
        """Return the mean over outputs of max(z, 0) − z t + log(1 + e^−|z|)."""
        xp, z = namespace(prediction), prediction
        target = smooth(target, self.label_smoothing, 2)
        return mean_over_outputs(xp.maximum(z, 0.0) - z * target + xp.log1p(xp.exp(-abs(z))))

    def gradient(self, prediction: Array, target: Array) -> Array:
        """Return (sigmoid(z) − t) / n for n outputs."""
        z, target = prediction, smooth(target, self.label_smoothing, 2)
        return divide_by_outputs(1.0 / (1.0 + namespace(z).exp(-z)) - target)
