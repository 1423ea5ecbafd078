"""Kullback-Leibler divergence from a distribution to its prediction."""

from typing import ClassVar

from glassnet.base.arrays import Array, namespace
from glassnet.base.checks import number
from glassnet.base.settings_class import settings_class
from glassnet.nn.losses.categorical_cross_entropy import CategoricalCrossEntropy
from glassnet.nn.losses.loss import TargetDomain, TargetEncoding


@settings_class
class KLDivergence:
    """Σᵢ tᵢ log(tᵢ / pᵢ): the cost of using the distribution p in place of t (Kullback & Leibler, 1951).

    Cross-entropy minus the entropy of the target, so it is 0 for p = t, and for one-hot targets it equals the
    cross-entropy. `margin` is that of `CategoricalCrossEntropy`. Targets are rows of probabilities that add up to 1.

    >>> import numpy as np
    >>> KLDivergence().value(np.array([[0.5, 0.5], [0.9, 0.1]]), np.array([[0.5, 0.5], [0.5, 0.5]])).round(4).tolist()
    [0.0, 0.5108]
    """

    margin: float = 1e-7

    target_encoding: ClassVar[TargetEncoding] = "one_hot"
    target_domain: ClassVar[TargetDomain] = "distribution"
    link: ClassVar[str] = "linear"

    def __post_init__(self) -> None:
        number("margin", self.margin, above=0, below=0.5)

    def value(self, prediction: Array, target: Array) -> Array:
        """Return Σᵢ tᵢ log tᵢ − Σᵢ tᵢ log pᵢ, where 0 log 0 is 0."""
        xp = namespace(prediction)
        negative_entropy = (target * xp.log(target + (target == 0))).sum(axis=-1)
        return negative_entropy + CategoricalCrossEntropy(self.margin).value(prediction, target)

    def gradient(self, prediction: Array, target: Array) -> Array:
        """Return −tᵢ / pᵢ above the margin, 0 below."""
        return CategoricalCrossEntropy(self.margin).gradient(prediction, target)
