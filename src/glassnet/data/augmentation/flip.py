"""Flip: mirror images."""

import numpy as np

from glassnet.base.arrays import Array
from glassnet.base.checks import true_or_false
from glassnet.base.errors import SettingError
from glassnet.base.random import RandomStream
from glassnet.base.settings_class import settings_class
from glassnet.data.augmentation.augmentation import check_images


@settings_class
class Flip:
    """Mirror each image with probability ½, in each direction that is enabled.

    >>> from glassnet.base.random import stream
    >>> x = np.arange(2.0).reshape(1, 1, 2, 1)
    >>> sorted({tuple(Flip().apply(stream(seed), x).ravel().tolist()) for seed in range(20)})
    [(0.0, 1.0), (1.0, 0.0)]
    """

    left_right: bool = True
    up_down: bool = False

    def __post_init__(self) -> None:
        for name in ("left_right", "up_down"):
            true_or_false(name, getattr(self, name))
        if not (self.left_right or self.up_down):
            raise SettingError("Flip with left_right=False and up_down=False changes nothing; set one of them to True.")

    def apply(self, rng: RandomStream, x: Array) -> Array:
        """Return the batch with some of its images mirrored."""
        check_images("Flip", x)
        for name, on, axis in [("left_right", self.left_right, 2), ("up_down", self.up_down, 1)]:
            if on:
                chosen = rng.child(name).uniform((len(x), 1, 1, 1)) < 0.5
                x = np.where(chosen, np.flip(x, axis), x)
        return x
