"""Huber's loss: a parabola near 0, a straight line beyond."""

from typing import ClassVar

from glassnet.base.arrays import Array, namespace
from glassnet.base.checks import number
from glassnet.base.settings_class import settings_class
from glassnet.nn.losses.loss import TargetEncoding


@settings_class
class Huber:
    """½ d² for an error d of at most δ, δ (|d| − ½ δ) beyond; the mean over an example's outputs.

    Smooth at 0 like the squared error, robust to outliers like the absolute error. Huber (1964).

    Arguments:
        delta: δ, the error beyond which the loss grows linearly, above 0.

    >>> import numpy as np
    >>> Huber().value(np.array([[0.5], [3.0]]), np.zeros((2, 1))).tolist()
    [0.125, 2.5]
    """

    delta: float = 1.0

    target_encoding: ClassVar[TargetEncoding] = "values"
    link: ClassVar[str] = "linear"

    def __post_init__(self) -> None:
        number("delta", self.delta, above=0)

    def value(self, prediction: Array, target: Array) -> Array:
        """Return the mean over outputs of ½ m² + δ (|d| − m), where m = min(|d|, δ)."""
        size = abs(prediction - target)
        near = namespace(prediction).minimum(size, self.delta)
        return (0.5 * near * near + self.delta * (size - near)).sum(axis=-1) / prediction.shape[-1]

    def gradient(self, prediction: Array, target: Array) -> Array:
        """Return 1/n · d, clamped to ±δ."""
        xp = namespace(prediction)
        held = xp.minimum(xp.maximum(prediction - target, -self.delta), self.delta)
        return held / prediction.shape[-1]
