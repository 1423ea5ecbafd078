"""Rotate, Shift and Zoom: affine transformations of images."""

import numpy as np

from glassnet.base.arrays import Array
from glassnet.base.checks import number
from glassnet.base.errors import SettingError
from glassnet.base.random import RandomStream
from glassnet.base.settings_class import settings_class
from glassnet.data.augmentation.augmentation import check_images


@settings_class
class Rotate:
    """Rotate each image around its centre by an angle uniform on ±degrees; edge pixels fill the border.

    >>> from glassnet.base.random import stream
    >>> x = np.zeros((1, 3, 3, 1)); x[0, 1, 1] = 1.0
    >>> float(Rotate(90.0).apply(stream(0), x)[0, 1, 1, 0])
    1.0
    """

    degrees: float

    def __post_init__(self) -> None:
        number("degrees", self.degrees, above=0, maximum=180)

    def apply(self, rng: RandomStream, x: Array) -> Array:
        """Return the rotated batch."""
        angles = np.radians(rng.uniform((len(x),), -self.degrees, self.degrees, "float64"))
        turns = np.stack([[np.cos(angles), -np.sin(angles)], [np.sin(angles), np.cos(angles)]]).transpose(2, 0, 1)
        return _read_from("Rotate", x, turns, np.zeros((len(x), 2)))


@settings_class
class Shift:
    """Shift each image by a distance uniform on ±pixels in both directions; edge pixels fill the border.

    >>> from glassnet.base.random import stream
    >>> Shift(1.0).apply(stream(0), np.ones((1, 4, 4, 1))).mean().item()
    1.0
    """

    pixels: float

    def __post_init__(self) -> None:
        number("pixels", self.pixels, above=0)

    def apply(self, rng: RandomStream, x: Array) -> Array:
        """Return the shifted batch."""
        moves = rng.uniform((len(x), 2), -self.pixels, self.pixels, "float64")
        return _read_from("Shift", x, np.tile(np.eye(2), (len(x), 1, 1)), moves)


@settings_class
class Zoom:
    """Enlarge each image around its centre by a factor uniform on [low, high]; below 1 it shrinks.

    >>> from glassnet.base.random import stream
    >>> Zoom(0.8, 1.2).apply(stream(0), np.ones((1, 4, 4, 1))).mean().item()
    1.0
    """

    low: float
    high: float

    def __post_init__(self) -> None:
        number("low", self.low, above=0)
        number("high", self.high, above=0)
        if self.low >= self.high:
            raise SettingError(f"Zoom's low must be below its high; got {self.low} and {self.high}.")

    def apply(self, rng: RandomStream, x: Array) -> Array:
        """Return the zoomed batch."""
        factors = rng.uniform((len(x), 1, 1), self.low, self.high, "float64")
        return _read_from("Zoom", x, np.eye(2) / factors, np.zeros((len(x), 2)))


def _read_from(what: str, x: Array, matrices: Array, moves: Array) -> Array:
    """Return each image with its pixel at position p read from matrix · (p − centre) + centre + move."""
    from scipy.ndimage import affine_transform  # only augmentation needs it

    check_images(what, x)
    centre = (np.array(x.shape[1:3]) - 1) / 2
    images = []
    for image, matrix, move in zip(x, matrices, moves, strict=True):
        offset = centre - matrix @ centre + move
        channels = [
            affine_transform(image[..., channel], matrix, offset, order=1, mode="nearest")
            for channel in range(x.shape[3])
        ]
        images.append(np.stack(channels, axis=-1))
    return np.stack(images)
