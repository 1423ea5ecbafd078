"""The interface of every augmentation, and how several are applied one after the other."""

from typing import Protocol

from glassnet.base.arrays import Array
from glassnet.base.errors import SettingError, ShapeError
from glassnet.base.random import RandomStream
from glassnet.base.settings_class import settings_class


class Augmentation(Protocol):
    """A random change to a training batch that keeps its classes: a pure function of stream and batch."""

    def apply(self, rng: RandomStream, x: Array) -> Array:
        """Return the changed batch, with the same shape and dtype; the same stream gives the same changes."""
        ...


@settings_class
class Augment:
    """Several augmentations, one after the other; a recipe accepts a plain list of them too.

    >>> import numpy as np
    >>> from glassnet.base.random import stream
    >>> from glassnet.data.augmentation import Flip, Noise
    >>> Augment((Flip(), Noise(0.1))).apply(stream(0), np.zeros((2, 4, 4, 1), "float32")).shape
    (2, 4, 4, 1)
    """

    steps: tuple[Augmentation, ...]

    def __post_init__(self) -> None:
        steps = tuple(self.steps) if isinstance(self.steps, list | tuple) else (self.steps,)
        for step in steps:
            if not callable(getattr(step, "apply", None)):
                raise SettingError(f"Augment needs augmentations, such as Flip() or Shift(2); got {step!r}.")
        object.__setattr__(self, "steps", steps)

    def apply(self, rng: RandomStream, x: Array) -> Array:
        """Return the batch after every step; each draws from a stream of its own."""
        for index, step in enumerate(self.steps):
            x = step.apply(rng.child(index), x)
        return x


def check_images(what: str, x: Array) -> None:
    """Raise a ShapeError unless x is a batch of images."""
    if x.ndim != 4:
        raise ShapeError(f"{what} needs images (batch, height, width, channels); got an array of shape {x.shape}.")
