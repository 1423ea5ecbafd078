"""What every schedule offers: the learning rate of each step."""

from collections.abc import Sequence
from typing import Protocol


class Schedule(Protocol):
    """How the learning rate changes from step to step: a pure function, so any step can be recomputed."""

    @property
    def watches(self) -> bool:
        """Whether `rate` looks at the watched losses; only then are they measured after each epoch."""
        ...

    def rate(self, base: float, step: int, watched: Sequence[float]) -> float:
        """Return the learning rate of one step.

        Arguments:
            base: the update rule's own rate.
            step: updates made before this one; the first has 0.
            watched: the loss after each epoch so far, on the validation part (the training part without one).
        """
        ...
