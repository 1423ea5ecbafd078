"""Polynomial decay: down to a final rate in a fixed number of steps."""

from collections.abc import Sequence
from typing import ClassVar

from glassnet.base.checks import number, whole_number
from glassnet.base.settings_class import settings_class


@settings_class
class PolynomialDecay:
    """rate = end + (base − end) · (1 − step / steps)^power, and `end` from then on.

    Arguments:
        steps: the length of the decay.
        power: 1 is a straight line; 2 falls fast at first.
        end: the rate at the end.

    >>> [round(PolynomialDecay(steps=100).rate(0.1, step, ()), 4) for step in (0, 50, 100, 200)]
    [0.1, 0.05, 0.0, 0.0]
    """

    watches: ClassVar[bool] = False
    steps: int
    power: float = 1.0
    end: float = 0.0

    def __post_init__(self) -> None:
        whole_number("steps", self.steps, minimum=1)
        number("power", self.power, above=0)
        number("end", self.end, minimum=0)

    def rate(self, base: float, step: int, watched: Sequence[float]) -> float:
        """Return end + (base − end) · (1 − step / steps)^power."""
        return self.end + (base - self.end) * (1.0 - min(step, self.steps) / self.steps) ** self.power
