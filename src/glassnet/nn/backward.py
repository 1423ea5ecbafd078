"""The walk backward through a network."""

from typing import Any

from glassnet.base.arrays import Array, Tree
from glassnet.nn.forward import Recorder, Tape
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
    """Return d_x (None unless needed: nobody trains the data) and the gradients of all parameters, by layer name.

    `tape` is what `forward` returned; `d_output` the gradient of the loss with respect to the output.
    """
    grads: dict[str, Any] = {}
    first = network.names[0]
    d_x: Array | None = d_output
    for name, layer in reversed(network.named_layers):
        d_x, grads[name], d_parts = layer.backward(params[name], tape[name], d_x, need_d_x=need_d_x or name != first)
        if record is not None:
            gradients = {f"d_{part}": value for part, value in grads[name].items()}
            record(name, "backward", d_parts | gradients | ({"d_x": d_x} if d_x is not None else {}))
    return d_x, grads
