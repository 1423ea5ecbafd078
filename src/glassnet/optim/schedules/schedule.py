"""The interface of every schedule: the learning rate of each step."""

from collections.abc import Sequence
from typing import Protocol


class Schedule(Protocol):
    """How the learning rate changes from step to step: a pure function, so that any step can be recomputed."""

    @property
    def watches(self) -> bool:
        """Whether `rate` uses the watched losses; only then are they measured after each epoch."""
        ...

    def rate(self, base: float, step: int, watched: Sequence[float]) -> float:
        """Return the learning rate of one step.

        Arguments:
            base: the update rule's own rate.
            step: the number of updates before this one.
            watched: the loss after each epoch so far, on the validation part (or the training part if there is none).
        """
        ...
