"""Hinge loss among several classes."""

from typing import ClassVar

from glassnet.base.arrays import Array, namespace
from glassnet.base.settings_class import settings_class
from glassnet.nn.losses.loss import TargetDomain, TargetEncoding


@settings_class
class CategoricalHinge:
    """max(0, 1 + z_rival − z_true): the true class must beat its strongest rival by a margin of 1.

    Crammer & Singer (2001); Keras also counts a rival of 0 if all are below it. Rivals that tie share the
    gradient. One-hot targets.

    >>> import numpy as np
    >>> CategoricalHinge().value(np.array([[2.0, 1.5, 0.0], [0.0, 3.0, 0.0]]), np.eye(3)[[0, 1]]).tolist()
    [0.5, 0.0]
    """

    target_encoding: ClassVar[TargetEncoding] = "one_hot"
    target_domain: ClassVar[TargetDomain] = "one_hot"
    link: ClassVar[str] = "linear"

    def value(self, prediction: Array, target: Array) -> Array:
        """Return max(0, 1 + z_rival − z_true) of each example."""
        return namespace(prediction).maximum(self._behind(prediction, target), 0.0)

    def gradient(self, prediction: Array, target: Array) -> Array:
        """Return −1 at the true class and 1 at its strongest rival if the margin isn't reached, else 0."""
        rivals = self._rivals(prediction, target)
        strongest = (rivals == rivals.max(axis=-1, keepdims=True)).astype(prediction.dtype)
        share = strongest / strongest.sum(axis=-1, keepdims=True)
        return (share - target) * (self._behind(prediction, target) > 0)[..., None]

    def _behind(self, prediction: Array, target: Array) -> Array:
        rival = self._rivals(prediction, target).max(axis=-1)
        return 1.0 + rival - (target * prediction).sum(axis=-1)

    def _rivals(self, prediction: Array, target: Array) -> Array:
        lowest = prediction.min(axis=-1, keepdims=True) - 1.0  # ranks the true class behind all others
        return namespace(prediction).where(target > 0, lowest, prediction)
