"""Elastic: smooth random distortions."""

from collections.abc import Callable

import numpy as np

from glassnet.base.arrays import Array
from glassnet.base.checks import number
from glassnet.base.random import RandomStream
from glassnet.base.settings_class import settings_class
from glassnet.data.augmentation.augmentation import check_images


@settings_class
class Elastic:
    """Displace every pixel by a smooth random field: strength times uniform ±1, smoothed by a Gaussian.

    Simard, Steinkraus & Platt (2003).

    Arguments:
        strength: their α, in pixels before smoothing; 8 with smoothness 3 typically moves a pixel by half a pixel.
        smoothness: their σ, in pixels.

    >>> from glassnet.base.random import stream
    >>> Elastic().apply(stream(0), np.ones((1, 8, 8, 1))).round(6).mean().item()
    1.0
    """

    strength: float = 8.0
    smoothness: float = 3.0

    def __post_init__(self) -> None:
        number("strength", self.strength, above=0)
        number("smoothness", self.smoothness, above=0)

    def apply(self, rng: RandomStream, x: Array) -> Array:
        """Return the distorted batch."""
        from scipy.ndimage import gaussian_filter, map_coordinates  # only augmentation needs it

        check_images("Elastic", x)
        batch, height, width, _ = x.shape
        shifts = rng.uniform((batch, 2, height, width), -self.strength, self.strength, "float64")
        shifts = gaussian_filter(shifts, self.smoothness, axes=(2, 3), mode="nearest")
        positions = np.indices((height, width)) + shifts
        return np.stack([_distorted(map_coordinates, *pair) for pair in zip(x, positions, strict=True)])


def _distorted(map_coordinates: Callable[..., Array], image: Array, positions: Array) -> Array:
    channels = [map_coordinates(image[..., c], positions, order=1, mode="nearest") for c in range(image.shape[-1])]
    return np.stack(channels, axis=-1)
