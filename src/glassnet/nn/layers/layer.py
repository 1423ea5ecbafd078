"""The interface of every layer: forward beside the backward that belongs to it."""

from typing import Protocol, TypeAlias

from glassnet.base.arrays import Array, Shape
from glassnet.base.random import RandomStream

Params: TypeAlias = dict[str, Array]
State: TypeAlias = dict[str, Array]
Parts: TypeAlias = dict[str, Array]
Grads: TypeAlias = dict[str, Array]


class Layer(Protocol):
    """The settings of one layer; anything that changes is passed in and returned.

    Shapes don't include the batch; arrays have it as the first axis.
    """

    def build(self, rng: RandomStream, input_shape: Shape, dtype: str) -> tuple[Params, State, Shape]:
        """Return the initial parameters, the initial state and the shape of one output."""
        ...

    def forward(
        self, params: Params, state: State, x: Array, *, train: bool, rng: RandomStream
    ) -> tuple[Array, Parts, State]:
        """Return the output, the intermediate results by name, and the next state."""
        ...

    def backward(
        self, params: Params, parts: Parts, d_output: Array, *, need_d_x: bool
    ) -> tuple[Array | None, Grads, Parts]:
        """Return d_x (None unless needed), the gradients of the parameters, and the intermediate results by name.

        `parts` is what `forward` returned.
        """
        ...
