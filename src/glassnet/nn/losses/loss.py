"""The interface of every loss: one number per example, and its gradient."""

from typing import Literal, Protocol, TypeAlias

from glassnet.base.arrays import Array

TargetEncoding: TypeAlias = Literal["values", "one_hot", "classes"]
"""How a loss expects its target: `values` (batch, outputs), `one_hot` (batch, classes) or `classes` (batch,)."""


TargetDomain: TypeAlias = Literal["any", "probabilities", "sides", "distribution", "one_hot"]
"""What a loss is defined on: any numbers; numbers from 0 to 1; 0 or 1; rows of probabilities that add up to 1, or
rows of zeros with a single 1. A loss that names none (`target_domain`) takes any numbers."""


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
