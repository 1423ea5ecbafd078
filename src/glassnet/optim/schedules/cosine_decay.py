"""Cosine decay: half a cosine wave, once or with restarts."""

from collections.abc import Sequence
from math import cos, pi
from typing import ClassVar

from glassnet.base.checks import number, whole_number
from glassnet.base.settings_class import settings_class


@settings_class
class CosineDecay:
    """rate = end + (base − end) · (1 + cos(π · step / steps)) / 2, and `end` from then on.

    Loshchilov & Hutter (2017), one wave.

    Arguments:
        steps: the length of the decay.
        end: the rate at the end.

    >>> [round(CosineDecay(steps=100).rate(0.1, step, ()), 4) for step in (0, 25, 50, 100)]
    [0.1, 0.0854, 0.05, 0.0]
    """

    watches: ClassVar[bool] = False
    steps: int
    end: float = 0.0

    def __post_init__(self) -> None:
        whole_number("steps", self.steps, minimum=1)
        number("end", self.end, minimum=0)

    def rate(self, base: float, step: int, watched: Sequence[float]) -> float:
        """Return end + (base − end) · (1 + cos(π · step / steps)) / 2."""
        return _wave(base, self.end, min(step, self.steps) / self.steps)


@settings_class
class CosineRestarts:
    """The same wave repeated, each `growth` times as long as the one before (SGDR).

    Loshchilov & Hutter (2017): T₀ = steps, T_mult = growth.

    Arguments:
        steps: length of the first wave.
        growth: length of each wave divided by that of the one before, a whole number, at least 1.
        end: the rate at the end of a wave.

    >>> [round(CosineRestarts(steps=10, growth=2).rate(0.1, step, ()), 4) for step in (0, 9, 10, 20, 30)]
    [0.1, 0.0024, 0.1, 0.05, 0.1]
    """

    watches: ClassVar[bool] = False
    steps: int
    growth: int = 1
    end: float = 0.0

    def __post_init__(self) -> None:
        whole_number("steps", self.steps, minimum=1)
        whole_number("growth", self.growth, minimum=1)
        number("end", self.end, minimum=0)

    def rate(self, base: float, step: int, watched: Sequence[float]) -> float:
        """Return the rate at this step of the wave."""
        begin, length = 0, self.steps
        if self.growth == 1:
            begin = step - step % length
        while step >= begin + length:
            begin, length = begin + length, length * self.growth
        return _wave(base, self.end, (step - begin) / length)


def _wave(high: float, low: float, progress: float) -> float:
    return low + (high - low) * (1.0 + cos(pi * progress)) / 2.0
