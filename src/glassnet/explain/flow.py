"""Gradient flow: the size of signals and gradients from layer to layer in one step."""

from typing import Any, NamedTuple

import numpy as np

from glassnet.base.arrays import Array, Tree
from glassnet.base.trees import leaves
from glassnet.nn.activations import ACTIVATIONS
from glassnet.train.penalty import is_weight
from glassnet.train.record import StepRecord

SATURATION_MARGIN = 0.01
"""A fraction of an activation's range: a value closer than this to an end counts as saturated."""


class LayerFlow(NamedTuple):
    """One layer in one step.

    Arguments:
        layer: its name.
        gradient_norm: √Σ d_w² over all its parameters; 0 without any.
        weight_norm: √Σ w² over its weights.
        update_ratio: ‖change of the weights in the step‖ / ‖weights‖; about 0.001 is healthy; None without weights.
        dead: fraction of units that are 0 for every sample of the batch; None unless the activation's range is [0, ∞).
        saturated: fraction of activations within 1 % of an end of a bounded range; None where the range is unbounded.
        activation_mean, activation_deviation: of the layer's output.
        gradient_size: √mean d_a², the root mean square of the gradient at its output.
    """

    layer: str
    gradient_norm: float
    weight_norm: float
    update_ratio: float | None
    dead: float | None
    saturated: float | None
    activation_mean: float
    activation_deviation: float
    gradient_size: float


def gradient_flow(record: StepRecord) -> tuple[LayerFlow, ...]:
    """Return the flow through each layer in a step, in forward order."""
    names = record.plan.network.names
    batch = record.batches[0]
    flows = []
    for place, (name, layer) in enumerate(record.plan.network.named_layers):
        output = np.asarray(batch.outputs[name], dtype=float)
        after = names[place + 1] if place + 1 < len(names) else None
        d_output = batch.d_prediction if after is None else batch.backward[after]["d_x"]
        weights, change = _weights(record.before.params[name]), _weights(record.after.params[name])
        weight_norm = _norm(weights)
        moved = _norm([new - old for new, old in zip(change, weights, strict=True)])
        dead, saturated = _ends(layer, output)
        flows.append(
            LayerFlow(
                name,
                _norm([values for _, values in leaves(record.grads[name])]),
                weight_norm,
                moved / weight_norm if weight_norm else None,
                dead,
                saturated,
                float(output.mean()),
                float(output.std()),
                float(np.sqrt(np.mean(np.square(d_output, dtype=float)))),
            )
        )
    return tuple(flows)


def flow_to_dict(flows: tuple[LayerFlow, ...]) -> list[dict[str, Any]]:
    """Return flows ready for JSON."""
    return [flow._asdict() for flow in flows]


def _weights(params: Tree) -> list[Array]:
    return [np.asarray(values, float) for name, values in leaves(params) if is_weight(name.rpartition("/")[2])]


def _norm(arrays: list[Array]) -> float:
    return float(np.sqrt(sum(float(np.square(values, dtype=float).sum()) for values in arrays)))


def bounds_of(layer: Any) -> tuple[float, float] | None:
    """Return the ends of the range of a layer's activation; None without an activation of known range.

    >>> from glassnet.nn.layers import Dense
    >>> bounds_of(Dense(2, "tanh"))
    (-1.0, 1.0)
    """
    activation = getattr(layer, "activation", None)
    if not isinstance(activation, tuple(ACTIVATIONS.values())):
        return None
    low, high = getattr(activation, "bounds")  # noqa: B009 (a type checker does not know which activation it is)
    return low, high


def _ends(layer: Any, output: Array) -> tuple[float | None, float | None]:
    """Return the fractions of dead units and of saturated activations, where the activation can have them."""
    bounds = bounds_of(layer)
    if bounds is None:
        return None, None
    low, high = bounds
    if low == 0 and np.isinf(high):
        by_unit = output.reshape(-1, output.shape[-1])
        return float((by_unit == 0).all(axis=0).mean()), None
    if np.isfinite(low) and np.isfinite(high):
        margin = SATURATION_MARGIN * (high - low)
        return None, float(((output < low + margin) | (output > high - margin)).mean())
    return None, None
