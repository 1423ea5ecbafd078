"""Warm-up: small steps first, then another schedule."""

from collections.abc import Sequence
from dataclasses import field

from glassnet.base.checks import whole_number
from glassnet.base.errors import SettingError
from glassnet.base.settings_class import settings_class
from glassnet.optim.schedules.constant_rate import ConstantRate
from glassnet.optim.schedules.schedule import Schedule


@settings_class
class WarmUp:
    """rate = base · (step + 1) / steps while step < steps; afterwards the schedule `then`, starting at its step 0.

    A straight line, as in Goyal et al. (2017).

    Arguments:
        steps: the length of the warm-up; its last step has the full rate already.
        then: the schedule that follows.

    >>> [WarmUp(steps=4).rate(0.1, step, ()) for step in (0, 1, 3, 100)]
    [0.025, 0.05, 0.1, 0.1]
    """

    steps: int
    then: Schedule = field(default_factory=ConstantRate)

    def __post_init__(self) -> None:
        whole_number("steps", self.steps, minimum=1)
        if not callable(getattr(self.then, "rate", None)):
            raise SettingError(f"then must be a schedule, such as CosineDecay(1000); got {self.then!r}.")

    @property
    def watches(self) -> bool:
        """Whether the schedule that follows uses the watched losses."""
        return self.then.watches

    def rate(self, base: float, step: int, watched: Sequence[float]) -> float:
        """Return the rate of the linear warm-up, or that of the schedule that follows."""
        if step < self.steps:
            return base * (step + 1) / self.steps
        return self.then.rate(base, step - self.steps, watched)
