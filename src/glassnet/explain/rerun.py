"""A second forward pass through the whole network, traced, with other samples or parameters than the step's."""

from collections.abc import Callable
from typing import Any

from glassnet.base.errors import GlassnetError
from glassnet.explain.trace import flat, leaf, refuse_untraced
from glassnet.train.record import StepRecord


def rerun(
    record: StepRecord, x: Any, owner: str, given: Callable[[str], tuple[Any, Any, Any]], *, train: bool
) -> tuple[Any, dict[str, Any]]:
    """Run the layers forward on traced arrays; the next layer sees each output as named leaves.

    Arguments:
        record: the step.
        x: what goes in, traced.
        owner: the owner in the references of all intermediate numbers.
        given: maps a layer's name to its parameters and state, as leaves, and its random stream.
        train: whether the layers run as in training.

    Returns:
        The output, and all intermediate numbers; each part's name starts with its layer's.
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
        if output is x:  # dropout, for instance, passes its input through
            continue
        named = flat(made)
        last = next((name for name, array in reversed(named.items()) if array is output), "output")
        parts |= {f"{layer}/{name}": array for name, array in (named | {last: output}).items() if array is not x}
        x = leaf(output.value, owner, f"{layer}/{last}") if hasattr(output, "value") else output
    return x, parts
