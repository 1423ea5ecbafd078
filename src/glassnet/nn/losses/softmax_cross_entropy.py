"""Softmax and categorical cross-entropy as one loss, one-hot targets."""

from typing import ClassVar

from glassnet.base.arrays import Array, namespace
from glassnet.base.settings_class import settings_class
from glassnet.nn.activations.softmax import Softmax
from glassnet.nn.losses.loss import TargetDomain, TargetEncoding
from glassnet.nn.losses.smooth import check_smoothing, smooth


@settings_class
class SoftmaxCrossEntropy:
    """Categorical cross-entropy of p = softmax(z), computed from z: Σᵢ tᵢ (log Σⱼ e^zⱼ − zᵢ).

    The fused loss is exact for any z, and its gradient is simply p − t.

    Arguments:
        label_smoothing: the fraction of the target's certainty to spread over all classes, from 0 to below 1.

    >>> import numpy as np
    >>> SoftmaxCrossEntropy().value(np.array([[0.0, 0.0], [1000.0, 0.0]]), np.eye(2)).round(4).tolist()
    [0.6931, 1000.0]
    """

    label_smoothing: float = 0.0

    target_encoding: ClassVar[TargetEncoding] = "one_hot"
    target_domain: ClassVar[TargetDomain] = "distribution"
    link: ClassVar[str] = "softmax"

    def __post_init__(self) -> None:
        check_smoothing(self.label_smoothing)

    def value(self, prediction: Array, target: Array) -> Array:
        """Return log Σⱼ e^zⱼ · Σᵢ tᵢ − Σᵢ tᵢ zᵢ, with the largest z subtracted first so that nothing overflows."""
        target = smooth(target, self.label_smoothing, prediction.shape[-1])
        z, log_sum = shifted(prediction)
        return log_sum * target.sum(axis=-1) - (target * z).sum(axis=-1)

    def gradient(self, prediction: Array, target: Array) -> Array:
        """Return softmax(z) · Σᵢ tᵢ − t, the sum being 1 for a target that is a distribution."""
        target = smooth(target, self.label_smoothing, prediction.shape[-1])
        return Softmax().forward(prediction) * target.sum(axis=-1, keepdims=True) - target


def shifted(prediction: Array) -> tuple[Array, Array]:
    """Return z with its largest subtracted from each row, and log Σⱼ e^zⱼ of what is left.

    >>> import numpy as np
    >>> z, log_sum = shifted(np.array([[1000.0, 1000.0]]))
    >>> z.tolist(), log_sum.round(4).tolist()
    ([[0.0, 0.0]], [0.6931])
    """
    z = prediction - prediction.max(axis=-1, keepdims=True)
    xp = namespace(prediction)
    return z, xp.log(xp.exp(z).sum(axis=-1))
