"""Categorical cross-entropy from probabilities, whole-number targets."""

from typing import ClassVar

from glassnet.base.arrays import Array
from glassnet.base.settings_class import settings_class
from glassnet.nn.losses.categorical_cross_entropy import CategoricalCrossEntropy
from glassnet.nn.losses.loss import TargetEncoding
from glassnet.nn.losses.one_hot import one_hot


@settings_class
class SparseCategoricalCrossEntropy:
    """−log p_c for the true class c: the same loss as `CategoricalCrossEntropy`, with a more compact target.

    Arguments:
        margin: the smallest probability that is distinguished from 0, above 0.
        label_smoothing: the fraction of the target's certainty to spread over all classes, from 0 to below 1.

    >>> import numpy as np
    >>> p = np.array([[0.1, 0.7, 0.2], [0.05, 0.1, 0.85], [0.9, 0.08, 0.02]])
    >>> float(SparseCategoricalCrossEntropy().value(p, np.array([1, 2, 0])).mean().round(5))
    0.20818
    """

    margin: float = 1e-7
    label_smoothing: float = 0.0

    target_encoding: ClassVar[TargetEncoding] = "classes"
    link: ClassVar[str] = "linear"

    def __post_init__(self) -> None:
        CategoricalCrossEntropy(self.margin, self.label_smoothing)

    def value(self, prediction: Array, target: Array) -> Array:
        """Return −log p_c, target of shape (batch,)."""
        return CategoricalCrossEntropy(self.margin, self.label_smoothing).value(prediction, one_hot(target, prediction))

    def gradient(self, prediction: Array, target: Array) -> Array:
        """Return −1 / p_c at the true class c, 0 elsewhere."""
        return CategoricalCrossEntropy(self.margin, self.label_smoothing).gradient(
            prediction, one_hot(target, prediction)
        )
