"""Samples on their way through the whole network once more, other than as the step took them."""

from collections.abc import Callable
from typing import Any

from glassnet.base.errors import GlassnetError
from glassnet.explain.trace import flat, leaf, refuse_untraced
from glassnet.train.record import StepRecord


def walk_again(
    record: StepRecord, x: Any, owner: str, given: Callable[[str], tuple[Any, Any, Any]], *, train: bool
) -> tuple[Any, dict[str, Any]]:
    """Walk through the layers on traced arrays; what each hands on is known to the next by its name.

    Arguments:
        record: the step.
        x: what goes in, traced.
        owner: what the numbers made on the way belong to.
        given: from a layer's name to its parameters and state, as leaves, and its random stream.
        train: whether the layers run as in training.

    Returns:
        What comes out, and all numbers on the way: each layer's parts carry the layer's name.
    """
    parts: dict[str, Any] = {}
    for layer, thing in record.plan.network.named_layers:
        params, state, rng = given(layer)
        try:
            output, made, _ = thing.forward(params, state, x, train=train, rng=rng)
        except GlassnetError:
            raise
        except (TypeError, ValueError, AttributeError) as error:
            raise refuse_untraced(layer, error) from None
        if output is x:  # dropout, say, hands on what it got
            continue
        named = flat(made)
        last = next((name for name, array in reversed(named.items()) if array is output), "output")
        parts |= {f"{layer}/{name}": array for name, array in (named | {last: output}).items() if array is not x}
        x = leaf(output.value, owner, f"{layer}/{last}") if hasattr(output, "value") else output
    return x, parts
