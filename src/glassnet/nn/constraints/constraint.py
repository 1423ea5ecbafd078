"""What every constraint offers."""

from typing import Protocol

from glassnet.base.arrays import Array


class Constraint(Protocol):
    """A rule that weights obey after every step, whatever the step did."""

    def apply(self, weight: Array) -> Array:
        """Return the nearest weight that obeys the rule, in the same shape; the last axis numbers the units."""
        ...
