"""Elastic: as if drawn on rubber."""

from collections.abc import Callable

import numpy as np

from glassnet.base.arrays import Array
from glassnet.base.checks import number
from glassnet.base.random import RandomStream
from glassnet.base.settings_class import settings_class
from glassnet.data.augmentation.augmentation import check_pictures


@settings_class
class Elastic:
    """Push every pixel by a smooth random field: strength times uniform ±1, smoothed by a Gaussian.

    Simard, Steinkraus & Platt (2003).

    Arguments:
        strength: their α, in pixels before smoothing; 8 with smoothness 3 moves a pixel by half of one, typically.
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
        """Return the pushed batch."""
        from scipy.ndimage import gaussian_filter, map_coordinates  # only augmentation needs it

        check_pictures("Elastic", x)
        batch, height, width, _ = x.shape
        pushes = rng.uniform((batch, 2, height, width), -self.strength, self.strength, "float64")
        pushes = gaussian_filter(pushes, self.smoothness, axes=(2, 3), mode="nearest")
        places = np.indices((height, width)) + pushes
        return np.stack([_pushed(map_coordinates, *pair) for pair in zip(x, places, strict=True)])


def _pushed(map_coordinates: Callable[..., Array], picture: Array, places: Array) -> Array:
    channels = [map_coordinates(picture[..., c], places, order=1, mode="nearest") for c in range(picture.shape[-1])]
    return np.stack(channels, axis=-1)
