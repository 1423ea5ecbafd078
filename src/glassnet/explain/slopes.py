"""Slopes of activations, ∂a/∂z of every unit: factors of the chain rule that layers do not record."""

from typing import Any

import numpy as np

from glassnet.explain.trace import Trace, leaf, of_layer
from glassnet.nn.activations import ACTIVATIONS, Softmax
from glassnet.train.record import BatchRecord, StepRecord

SLOPE = "slope"


def slope_trace(record: StepRecord, batch: BatchRecord) -> Trace:
    """Trace ∂a/∂z of each layer with an element-by-element activation, by the layer's name."""
    parts: dict[str, Any] = {}
    for layer, thing in record.plan.network.named_layers:
        activation, kept = getattr(thing, "activation", None), batch.forward[layer]
        alone = isinstance(activation, tuple(ACTIVATIONS.values())) and not isinstance(activation, Softmax)
        if alone and {"z", "a"} <= kept.keys():
            z, a = leaf(kept["z"], layer, "z"), leaf(kept["a"], layer, "a")
            parts[layer] = activation.backward(np.ones_like(kept["z"]), z, a)  # type: ignore[union-attr]
    return of_layer(SLOPE, parts, {})
