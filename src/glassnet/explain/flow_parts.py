"""Gradient flow as traced numbers: norms, means, dead and saturated units of every layer, each explainable."""

from typing import Any

import numpy as np

from glassnet.base.arrays import Array, Tree
from glassnet.base.trees import leaves
from glassnet.explain.flow import SATURATION_MARGIN, bounds_of
from glassnet.explain.parts import inside, of_batch, output_part
from glassnet.explain.trace import Trace, leaf, of_layer
from glassnet.train.penalty import is_weight
from glassnet.train.record import BatchRecord, StepRecord

KINDS = ("weight", "activation", "gradient")
"""The kinds of values in every layer: its weights, its output, the gradients of its parameters."""


def values_of(record: StepRecord, batch: BatchRecord, layer: str) -> dict[str, list[Array]]:
    """Return a layer's weights, activations and gradients, each as a list of arrays; empty where it has none."""
    weights = [value for name, value in leaves(record.before.params[layer]) if is_weight(name.rpartition("/")[2])]
    grads = [value for _, value in leaves(record.grads[layer])]
    return dict(zip(KINDS, (weights, [batch.outputs[layer]], grads), strict=True))


def traced_values(record: StepRecord, batch: BatchRecord, number: int, layer: str) -> dict[str, list[Any]]:
    """Return the same as traced arrays, whose elements have their names in the step."""
    several = len(record.batches) > 1
    weights = _leaves(record.before.params, layer, "{}", only_weights=True)
    grads = _leaves(record.grads, layer, "d_{}_total" if several else "d_{}")
    return dict(zip(KINDS, (weights, [_output(batch, number, layer, several)], grads), strict=True))


def joined(arrays: list[Any]) -> Any:
    """Return all numbers of some arrays, traced or plain, as one vector in double precision."""
    flat = [array.ravel().astype("float64") for array in arrays]
    return flat[0] if len(flat) == 1 else np.concatenate(flat)


def flow_trace(record: StepRecord, batch: BatchRecord, number: int) -> Trace:
    """Trace the numbers of `gradient_flow` for every layer, and the mean, deviation and range of its values."""
    parts: dict[str, Any] = {}
    for layer, thing in record.plan.network.named_layers:
        found = _of_layer(record, batch, number, layer) | _ends(record, batch, number, layer, bounds_of(thing))
        parts |= {f"{layer}/{name}": value for name, value in found.items()}
    if len(record.batches) > 1:
        losses: list[Any] = [
            leaf(np.asarray(each.loss), "loss", of_batch(place, "mean")) for place, each in enumerate(record.batches)
        ]
        parts["loss"] = sum(losses[1:], start=losses[0])
    dead = [value for name, value in parts.items() if name.endswith("/dead_units")]
    if dead:
        parts["dead_units"] = sum(dead[1:], start=dead[0])
    return of_layer("flow", parts, {})


def _of_layer(record: StepRecord, batch: BatchRecord, number: int, layer: str) -> dict[str, Any]:
    values = traced_values(record, batch, number, layer)
    weights, _, grads = values.values()
    change = [leaf(new.value - old.value, layer, f"{name}_change") for name, new, old in _moved(record, layer)]
    found: dict[str, Any] = {}
    if grads:
        found["gradient_norm"] = _norm(grads)
    if weights:
        found |= {"weight_norm": _norm(weights), "update_norm": _norm(change)}
        if found["weight_norm"].value:
            found["update_ratio"] = found["update_norm"] / found["weight_norm"]
    for kind, arrays in values.items():
        found |= _spread(kind, arrays)
    return found


def _leaves(tree: Tree, layer: str, form: str, *, only_weights: bool = False) -> list[Any]:
    return [
        leaf(value, layer, inside(name, form))
        for name, value in leaves(tree[layer])
        if not only_weights or is_weight(name.rpartition("/")[2])
    ]


def _moved(record: StepRecord, layer: str) -> list[tuple[str, Any, Any]]:
    after = dict(leaves(record.after.params[layer]))
    return [
        (name, leaf(after[name], layer, name), leaf(value, layer, name))
        for name, value in leaves(record.before.params[layer])
        if is_weight(name.rpartition("/")[2])
    ]


def _output(batch: BatchRecord, number: int, layer: str, several: bool) -> Any:
    part = output_part(batch, layer)
    return leaf(batch.outputs[layer], layer, of_batch(number, part) if several else part)


def _norm(arrays: list[Any]) -> Any:
    wide = [array.astype("float64") for array in arrays]
    return sum(((array * array).sum() for array in wide[1:]), start=(wide[0] * wide[0]).sum()) ** 0.5


def _spread(kind: str, arrays: list[Any]) -> dict[str, Any]:
    if not arrays or not all(array.value.size for array in arrays):
        return {}
    whole = joined(arrays)
    mean = whole.mean()
    error = whole - mean
    return {
        f"{kind}_smallest": whole.min(),
        f"{kind}_mean": mean,
        f"{kind}_largest": whole.max(),
        f"{kind}_from_mean": error,
        f"{kind}_deviation": (error * error).mean() ** 0.5,
    }


def _ends(
    record: StepRecord, batch: BatchRecord, number: int, layer: str, bounds: tuple[float, float] | None
) -> dict[str, Any]:
    """Trace the number of dead units, or the fraction of activations near an end of their range."""
    if bounds is None:
        return {}
    low, high = bounds
    output = _output(batch, number, layer, len(record.batches) > 1)
    if low == 0 and np.isinf(high):
        largest = output.reshape(-1, output.value.shape[-1]).max(axis=0)  # never below 0: the range begins there
        return {"largest_of_unit": largest, "dead_units": (largest == 0).sum()}
    if np.isfinite(low) and np.isfinite(high):
        margin = SATURATION_MARGIN * (high - low)
        return {"saturated": ((output < low + margin) | (output > high - margin)).mean()}
    return {}
