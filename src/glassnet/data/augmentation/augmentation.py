"""What every augmentation offers, and how several are made one after the other."""

from typing import Protocol

from glassnet.base.arrays import Array
from glassnet.base.errors import SettingError, ShapeError
from glassnet.base.random import RandomStream
from glassnet.base.settings_class import settings_class


class Augmentation(Protocol):
    """A random change of a training batch that leaves its classes as they are: a pure function of stream and batch."""

    def apply(self, rng: RandomStream, x: Array) -> Array:
        """Return the changed batch, same shape and number type; the same stream gives the same changes."""
        ...


@settings_class
class Augment:
    """Several augmentations, one after the other; a recipe takes a list of them for this.

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
                raise SettingError(f"Augment takes augmentations such as Flip() or Shift(2); got {step!r}.")
        object.__setattr__(self, "steps", steps)

    def apply(self, rng: RandomStream, x: Array) -> Array:
        """Return the batch after every step; each draws from a stream of its own."""
        for place, step in enumerate(self.steps):
            x = step.apply(rng.child(place), x)
        return x


def check_pictures(what: str, x: Array) -> None:
    """Raise a ShapeError unless x is a batch of pictures."""
    if x.ndim != 4:
        raise ShapeError(f"{what} changes pictures (batch, height, width, channels); got an array of shape {x.shape}.")
