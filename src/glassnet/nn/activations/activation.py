"""The interface of every activation: a value and its derivative, side by side."""

from typing import Protocol

from glassnet.base.arrays import Array


class Activation(Protocol):
    """A function a = g(z) with the gradient of exactly that function."""

    @property
    def bounds(self) -> tuple[float, float]:
        """Smallest and largest value that g can take (±inf where it is unbounded)."""
        ...

    def forward(self, z: Array) -> Array:
        """Return a = g(z), shape of z."""
        ...

    def backward(self, d_a: Array, z: Array, a: Array) -> Array:
        """Return d_z, the gradient of the loss with respect to z, from d_a; all of one shape."""
        ...
