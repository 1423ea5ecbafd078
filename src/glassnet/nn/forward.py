"""The forward pass through a network."""

from typing import Any

from glassnet.base.arrays import Array, Tree
from glassnet.base.random import RandomStream
from glassnet.nn.layers.chain import Recorder, Tape, forward_chain
from glassnet.nn.network import Network

__all__ = ["Recorder", "Tape", "forward"]


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

    The recorder only observes: the numbers are bit for bit the same with and without it.
    """
    return forward_chain(network.named_layers, params, state, x, train=train, rng=rng, record=record)
