"""The interface of every regulariser."""

from typing import Protocol

from glassnet.base.arrays import Array


class Regularizer(Protocol):
    """A penalty on weights that is added to the loss; the two are shown separately."""

    def value(self, weight: Array) -> Array:
        """Return the penalty, one number."""
        ...

    def gradient(self, weight: Array) -> Array:
        """Return the penalty's gradient, shape of `weight`."""
        ...
