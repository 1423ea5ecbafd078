"""Softmax: aᵢ = e^zᵢ / Σⱼ e^zⱼ."""

from typing import ClassVar

from glassnet.base.arrays import Array, namespace
from glassnet.base.settings_class import settings_class


@settings_class
class Softmax:
    """Probabilities that add up to one over the last axis: aᵢ = e^zᵢ / Σⱼ e^zⱼ.

    The largest z is subtracted first, which leaves the result unchanged but keeps e^z from overflowing.

    >>> import numpy as np
    >>> Softmax().forward(np.array([[1.0, 2.0, 3.0]])).round(4).tolist()
    [[0.09, 0.2447, 0.6652]]
    """

    bounds: ClassVar[tuple[float, float]] = (0.0, 1.0)

    def forward(self, z: Array) -> Array:
        """Return aᵢ = e^(zᵢ − max z) / Σⱼ e^(zⱼ − max z), z of shape (batch, classes)."""
        xp = namespace(z)
        powers = xp.exp(z - z.max(axis=-1, keepdims=True))
        return powers / powers.sum(axis=-1, keepdims=True)

    def backward(self, d_a: Array, z: Array, a: Array) -> Array:
        """Return d_zᵢ = aᵢ · (d_aᵢ − Σⱼ d_aⱼ aⱼ): every output depends on every z."""
        return a * (d_a - (d_a * a).sum(axis=-1, keepdims=True))
