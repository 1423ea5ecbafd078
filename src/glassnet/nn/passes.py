"""The two passes through a network: over its chain of layers (layers/chain.py), forward and backward."""

from typing import Any

from glassnet.base.arrays import Array, Tree
from glassnet.base.random import RandomStream
from glassnet.nn.layers.chain import Recorder, Tape, backward_chain, forward_chain
from glassnet.nn.network import Network


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


def backward(
    network: Network,
    params: Tree,
    tape: Tape,
    d_output: Array,
    *,
    need_d_x: bool = False,
    record: Recorder | None = None,
) -> tuple[Array | None, dict[str, Any]]:
    """Return d_x (None unless needed, as the data aren't trained) and the gradients of all parameters, by layer name.

    `tape` is what `forward` returned; `d_output` the gradient of the loss with respect to the output.
    """
    return backward_chain(network.named_layers, params, tape, d_output, need_d_x=need_d_x, record=record)
