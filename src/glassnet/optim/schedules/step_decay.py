"""Step decay: a lower rate every few steps."""

from collections.abc import Sequence
from typing import ClassVar

from glassnet.base.checks import number, whole_number
from glassnet.base.settings_class import settings_class


@settings_class
class StepDecay:
    """rate = base · factor^⌊step / every⌋.

    Arguments:
        every: the number of steps between reductions.
        factor: the factor of each reduction.

    >>> [round(StepDecay(every=10, factor=0.5).rate(0.1, step, ()), 4) for step in (0, 9, 10, 25)]
    [0.1, 0.1, 0.05, 0.025]
    """

    watches: ClassVar[bool] = False
    every: int
    factor: float = 0.1

    def __post_init__(self) -> None:
        whole_number("every", self.every, minimum=1)
        number("factor", self.factor, above=0)

    def rate(self, base: float, step: int, watched: Sequence[float]) -> float:
        """Return base · factor^⌊step / every⌋."""
        return base * self.factor ** (step // self.every)
