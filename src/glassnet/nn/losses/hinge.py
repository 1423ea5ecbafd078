"""Hinge loss of a yes/no answer."""

from typing import ClassVar

from glassnet.base.arrays import Array, namespace
from glassnet.base.settings_class import settings_class
from glassnet.nn.losses.loss import TargetDomain, TargetEncoding


@settings_class
class Hinge:
    """max(0, 1 − s z) for the output z and s = 2t − 1, the side (−1 or 1) of the target t (0 or 1).

    The mean over an example's outputs. An answer that is right by a margin of 1 costs nothing: the loss of
    support vector machines (Cortes & Vapnik, 1995). The network's output is linear; z ≥ 0 means yes.

    >>> import numpy as np
    >>> Hinge().value(np.array([[0.3], [2.0], [0.3]]), np.array([[1.0], [1.0], [0.0]])).round(4).tolist()
    [0.7, 0.0, 1.3]
    """

    target_encoding: ClassVar[TargetEncoding] = "values"
    target_domain: ClassVar[TargetDomain] = "sides"
    link: ClassVar[str] = "step"

    def value(self, prediction: Array, target: Array) -> Array:
        """Return 1/n · Σᵢ max(0, 1 − sᵢ zᵢ) over the n outputs of each example."""
        side = 2.0 * target - 1.0
        return namespace(prediction).maximum(1.0 - side * prediction, 0.0).sum(axis=-1) / prediction.shape[-1]

    def gradient(self, prediction: Array, target: Array) -> Array:
        """Return −s/n where s z < 1, else 0."""
        side = 2.0 * target - 1.0
        return -side * (side * prediction < 1.0) / prediction.shape[-1]
