"""Exponential decay: the same factor with every step."""

from collections.abc import Sequence
from typing import ClassVar

from glassnet.base.checks import number, whole_number
from glassnet.base.settings_class import settings_class


@settings_class
class ExponentialDecay:
    """rate = base · factor^(step / every), decreasing continuously.

    Arguments:
        every: the number of steps in which the rate is multiplied by `factor`.
        factor: the factor per `every` steps.

    >>> [round(ExponentialDecay(every=10, factor=0.5).rate(0.1, step, ()), 4) for step in (0, 5, 10)]
    [0.1, 0.0707, 0.05]
    """

    watches: ClassVar[bool] = False
    every: int
    factor: float = 0.1

    def __post_init__(self) -> None:
        whole_number("every", self.every, minimum=1)
        number("factor", self.factor, above=0)

    def rate(self, base: float, step: int, watched: Sequence[float]) -> float:
        """Return base · factor^(step / every)."""
        return base * self.factor ** (step / self.every)
