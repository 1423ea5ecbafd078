"""The interface of every loss: one number per example, and its gradient."""

from typing import Literal, Protocol, TypeAlias

from glassnet.base.arrays import Array

TargetEncoding: TypeAlias = Literal["values", "one_hot", "classes"]
"""How a loss expects its target: `values` (batch, outputs), `one_hot` (batch, classes) or `classes` (batch,)."""


class Loss(Protocol):
    """A measure of error, with its exact gradient."""

    @property
    def target_encoding(self) -> TargetEncoding:
        """How the target must be encoded."""
        ...

    @property
    def link(self) -> str:
        """The activation that turns the network's output into a prediction: "linear" unless the loss contains one."""
        ...

    def value(self, prediction: Array, target: Array) -> Array:
        """Return the loss of each example, shape (batch,); the caller takes the mean."""
        ...

    def gradient(self, prediction: Array, target: Array) -> Array:
        """Return each example's gradient with respect to its prediction, shape of `prediction`."""
        ...
