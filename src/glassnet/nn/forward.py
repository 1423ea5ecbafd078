"""The walk forward through a network."""

from collections.abc import Callable
from typing import Any, TypeAlias

from glassnet.base.arrays import Array, Tree
from glassnet.base.random import RandomStream
from glassnet.nn.layers import Parts
from glassnet.nn.network import Network

Recorder: TypeAlias = Callable[[str, str, Parts], None]
"""Called with the layer's name, "forward" or "backward", and the parts that were computed there."""

Tape: TypeAlias = dict[str, Parts]
"""What each layer kept for the way back, by layer name."""


def forward(
    network: Network,
    params: Tree,
    state: Tree,
    x: Array,
    *,
    train: bool,
    rng: RandomStream,
    record: Recorder | None = None,
) -> tuple[Array, Tape, dict[str, Any]]:
    """Return the output (batch, …), the tape for `backward`, and the next state.

    The recorder only looks on: with and without it the numbers are the same, bit for bit.
    """
    tape: Tape = {}
    next_state: dict[str, Any] = {}
    for name, layer in network.named_layers:
        x, parts, next_state[name] = layer.forward(params[name], state[name], x, train=train, rng=rng.child(name))
        tape[name] = parts
        if record is not None:
            record(name, "forward", parts)
    return x, tape, next_state
