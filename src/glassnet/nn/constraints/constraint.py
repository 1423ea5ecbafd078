"""What every constraint offers."""

from typing import Protocol

from glassnet.base.arrays import Array


class Constraint(Protocol):
    """A rule that weights obey after every step, whatever the step did."""

    def apply(self, weight: Array) -> Array:
        """Return the weight that obeys the rule and lies nearest, shape of `weight`."""
        ...
