"""One cycle: up to a high rate, then down below the initial one."""

from collections.abc import Sequence
from math import cos, pi
from typing import ClassVar

from glassnet.base.checks import number, whole_number
from glassnet.base.errors import SettingError
from glassnet.base.settings_class import settings_class


@settings_class
class OneCycle:
    """Half a cosine from base / `start` up to base, then half a cosine down to base / (`start` · `finish`).

    Smith & Topin (2018), with cosines and two phases as in PyTorch's OneCycleLR; the rule's rate is the maximum.

    Arguments:
        steps: length of the whole cycle, at least 2.
        rise: the fraction of the steps that go up.
        start: the maximum divided by the first rate.
        finish: the first rate divided by the last.

    >>> [round(OneCycle(steps=101, rise=0.3).rate(1.0, step, ()), 4) for step in (0, 29, 65, 100)]
    [0.04, 0.9998, 0.4922, 0.0]
    """

    watches: ClassVar[bool] = False
    steps: int
    rise: float = 0.3
    start: float = 25.0
    finish: float = 1e4

    def __post_init__(self) -> None:
        whole_number("steps", self.steps, minimum=2)
        number("rise", self.rise, above=0, below=1)
        number("start", self.start, minimum=1)
        number("finish", self.finish, minimum=1)
        if self.rise * self.steps <= 1:
            raise SettingError(f"rise · steps must be more than 1 step; got {self.rise:g} · {self.steps}.")

    def rate(self, base: float, step: int, watched: Sequence[float]) -> float:
        """Return the rate at this step of the cycle; after its end, the last rate."""
        top, first = self.rise * self.steps - 1.0, base / self.start
        if step <= top:
            return _half_cosine(first, base, step / top)
        return _half_cosine(base, first / self.finish, (min(step, self.steps - 1) - top) / (self.steps - 1 - top))


def _half_cosine(begin: float, end: float, progress: float) -> float:
    return end + (begin - end) * (1.0 + cos(pi * progress)) / 2.0
