"""Softmax and categorical cross-entropy as one loss, whole-number targets."""

from typing import ClassVar

from glassnet.base.arrays import Array
from glassnet.base.settings_class import settings_class
from glassnet.nn.activations.softmax import Softmax
from glassnet.nn.losses.loss import TargetEncoding
from glassnet.nn.losses.one_hot import one_hot
from glassnet.nn.losses.smooth import check_smoothing, smooth
from glassnet.nn.losses.softmax_cross_entropy import shifted


@settings_class
class SparseSoftmaxCrossEntropy:
    """The same loss as `SoftmaxCrossEntropy`, with the class number as target.

    Arguments:
        label_smoothing: the fraction of the target's certainty to spread over all classes, from 0 to below 1.

    >>> import numpy as np
    >>> SparseSoftmaxCrossEntropy().value(np.array([[0.0, 0.0], [1000.0, 0.0]]), np.array([0, 1])).round(4).tolist()
    [0.6931, 1000.0]
    """

    label_smoothing: float = 0.0

    target_encoding: ClassVar[TargetEncoding] = "classes"
    link: ClassVar[str] = "softmax"

    def __post_init__(self) -> None:
        check_smoothing(self.label_smoothing)

    def value(self, prediction: Array, target: Array) -> Array:
        """Return log Σⱼ e^zⱼ − z_c for the true class c, target of shape (batch,)."""
        z, log_sum = shifted(prediction)
        return log_sum - (self._distribution(prediction, target) * z).sum(axis=-1)

    def gradient(self, prediction: Array, target: Array) -> Array:
        """Return softmax(z), minus 1 at the true class."""
        return Softmax().forward(prediction) - self._distribution(prediction, target)

    def _distribution(self, prediction: Array, target: Array) -> Array:
        return smooth(one_hot(target, prediction), self.label_smoothing, prediction.shape[-1])
