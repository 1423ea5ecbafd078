"""The backward pass through a network."""

from typing import Any

from glassnet.base.arrays import Array, Tree
from glassnet.nn.layers.chain import Recorder, Tape, backward_chain
from glassnet.nn.network import Network


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
