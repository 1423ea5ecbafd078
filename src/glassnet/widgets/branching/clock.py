"""Training speed."""

import math
from collections import deque

from glassnet.base.registry import look_up
from glassnet.explain import Explanation, Expression, Reference

WINDOW = 1.0
"""The speed is averaged over this many seconds of training."""


class Clock:
    """Counts updates and measures their time, over about the last second of training or all of it.

    Arguments:
        window: length of the window in seconds.

    >>> clock = Clock()
    >>> clock.add(steps=10, seconds=0.1, samples_per_step=32)
    >>> print(clock.explain(Reference("clock", "samples_per_second")))
    clock: samples_per_second = steps · samples_per_step / seconds
                              = 10 · 32 / 0.1
                              = 3200
    """

    def __init__(self, window: float = WINDOW) -> None:
        self._window = window
        self._made: deque[tuple[int, float]] = deque()
        self._samples_per_step = 0

    def add(self, steps: int, seconds: float, samples_per_step: int) -> None:
        """Record a number of updates and the time they took."""
        self._made.append((steps, seconds))
        self._samples_per_step = samples_per_step
        if math.isinf(self._window):
            self._made = deque([(sum(made for made, _ in self._made), sum(taken for _, taken in self._made))])
        while len(self._made) > 1 and sum(taken for _, taken in self._made) > self._window:
            self._made.popleft()

    @property
    def parts(self) -> dict[str, float]:
        """The measurements and the resulting speeds; empty before the first update."""
        steps, seconds = sum(made for made, _ in self._made), sum(taken for _, taken in self._made)
        if not steps or not seconds:
            return {}
        counted = {"steps": steps, "seconds": seconds, "samples_per_step": self._samples_per_step}
        return counted | {
            "steps_per_second": steps / seconds,
            "samples_per_second": steps * self._samples_per_step / seconds,
        }

    def explain(self, reference: Reference) -> Explanation:
        """Explain one of these numbers."""
        parts = self.parts
        value = look_up("number of the clock", reference.part, parts)
        steps, seconds, samples = (
            Expression("leaf", (), parts[name], Reference("clock", name))
            for name in ("steps", "seconds", "samples_per_step")
        )
        if reference.part == "steps_per_second":
            return Explanation(reference, Expression("divide", (steps, seconds), value))
        if reference.part == "samples_per_second":
            product = Expression("multiply", (steps, samples), parts["steps"] * parts["samples_per_step"])
            return Explanation(reference, Expression("divide", (product, seconds), value))
        notes = {
            "steps": "counted over "
            + ("all" if math.isinf(self._window) else "about the last second")
            + " of training",
            "seconds": "the measured time of training alone, without drawing",
            "samples_per_step": "set in the recipe",
        }
        return Explanation(reference, Expression("leaf", (), value, reference), notes[reference.part])
