"""The interface of every constraint."""

from typing import Protocol

from glassnet.base.arrays import Array


class Constraint(Protocol):
    """A condition that is imposed on weights after every step."""

    def apply(self, weight: Array) -> Array:
        """Return the nearest weight that satisfies the constraint, in the same shape; units are on the last axis."""
        ...
