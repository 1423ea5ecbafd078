"""Mistakes in layers: a softmax over the wrong axis, equal units, dead units, statistics that never move."""

from collections.abc import Callable
from dataclasses import fields, replace
from typing import Any

import numpy as np

from glassnet.base.trees import leaves
from glassnet.explain.flow import bounds_of
from glassnet.figures.bars import MAX_BARS, bars
from glassnet.figures.still import Still
from glassnet.nn.activations import LeakyReLU, Linear
from glassnet.nn.initializers import Zeros
from glassnet.nn.layers import BatchNorm
from glassnet.nn.losses import SparseSoftmaxCrossEntropy
from glassnet.nn.network import Network
from glassnet.run.symptoms.evidence import EARLY, Evidence
from glassnet.run.symptoms.finding import Finding
from glassnet.run.symptoms.remedy import Remedy
from glassnet.train import TrainingState
from glassnet.train.penalty import is_weight


def wrong_axis(seen: Evidence) -> Finding | None:
    """Report outputs that add up to 1 over the batch."""
    moment = seen.at(seen.first)
    output = np.asarray(moment.record.batches[0].prediction, dtype=float)
    if output.ndim != 2 or min(output.shape) < 2 or not np.isfinite(output).all():
        return None
    over_batch, over_classes = np.abs(output.sum(axis=0) - 1).max(), np.abs(output.sum(axis=1) - 1).mean()
    if over_batch > 1e-3 or over_classes < 0.05 or (output < 0).any():
        return None
    sums = {f"sample {row + 1}": float(total) for row, total in enumerate(output.sum(axis=1)[: MAX_BARS - 4])}
    last = len(seen.network.layers) - 1
    return Finding(
        "wrong_axis",
        1.0,
        f"the outputs add up to 1 over the {len(output)} samples of a batch (within {over_batch:.1g}), but over the "
        f"classes of one sample to {output.sum(axis=1).mean():.2f} on average.",
        Remedy(
            "no activation at the end, and the loss that includes softmax over the classes.",
            {
                "network": _changed(seen.network, lambda place, _: {"activation": Linear()} if place == last else {}),
                "loss": SparseSoftmaxCrossEntropy(),
            },
            seen.first,
            seen.epochs,
        ),
        bars(
            sums,
            label="The probabilities of one sample don't add up to 1.",
            along="sum of a sample's probabilities",
            limits=(0, max(1.2, 1.1 * max(sums.values()))),
            mark=("1", 1.0),
        ),
    )


def symmetric_initialisation(seen: Evidence) -> Finding | str | None:
    """Report a layer whose units all started with the same weights, and still have them some steps later."""
    start, later = seen.at(seen.first).params, seen.timeline.state(min(seen.first + EARLY, seen.step)).params
    layers, axes = seen.at(seen.first).network, seen.at(seen.first).network.unit_axes
    trained = [name for name in layers.names if any(True for _ in leaves(start[name]))]
    for name in trained[:-1]:
        for path, weight in leaves(start[name]):
            if not is_weight(path.rpartition("/")[2]) or weight.ndim < 2 or weight.shape[-1] < 2 or name in axes:
                continue
            apart = [_spread(np.asarray(values, float)) for values in (weight, dict(leaves(later[name]))[path])]
            if max(apart) < 1e-3:
                return _symmetric(seen, f"{name}/{path}".removesuffix("/weight"), weight.shape[-1], apart[1])
    return None


def _symmetric(seen: Evidence, name: str, units: int, apart: float) -> Finding:
    row = np.asarray(dict(leaves(seen.state.params))[name if name.endswith("weight") else f"{name}/weight"], float)
    first = row.reshape(-1, units)[0][: MAX_BARS - 4]
    return Finding(
        "symmetric_initialisation",
        1.0,
        f"all {units} units of {name} started with the same weights, and after {min(EARLY, seen.step)} steps they "
        f"still have the same (within {apart:.1g} of their size): equal units receive equal gradients.",
        Remedy(
            "weights drawn at random.",
            {"network": _changed(seen.network, lambda _, one: _usual_weights(one))},
            seen.first,
            seen.epochs,
        ),
        bars(
            {f"unit {unit + 1}": abs(float(value)) for unit, value in enumerate(first)},
            label="The first weight of every unit is the same.",
            along="size of the unit's first weight, now",
            limits=(0, 1.2 * float(np.abs(first).max()) or 1.0),
        ),
    )


def dead_at_start(seen: Evidence) -> Finding | None:
    """Report a layer most of whose units are 0 for every sample before any training."""
    state = seen.at(seen.first).before
    return (
        _dead(seen, state, "before the first step already", {"bias_initializer": Zeros()}) if not seen.first else None
    )


def dying_relu(seen: Evidence) -> Finding | None:
    """Report a layer most of whose units have become 0 for every sample."""
    return _dead(seen, seen.state, f"after {seen.step} steps", {"activation": LeakyReLU()})


def _dead(seen: Evidence, state: TrainingState, when: str, change: dict[str, Any]) -> Finding | None:
    kinds = dict(seen.network.named_layers)
    if state.params.keys() != kinds.keys():
        return None
    dead = {
        name: float((output.reshape(-1, output.shape[-1]) == 0).all(axis=0).mean())
        for name, output in seen.outputs(state).items()
        if (ends := bounds_of(kinds[name])) is not None and ends[0] == 0 and np.isinf(ends[1])
    }
    worst = max(dead, key=lambda name: dead[name], default="")
    if not worst or dead[worst] < 0.5:
        return None

    def mend(place: int, _: Any) -> dict[str, Any]:
        return change if dead.get(seen.network.names[place], 0.0) >= 0.5 else {}

    return Finding(
        "dying_relu",
        0.4 + 0.55 * dead[worst],
        f"{when}, {dead[worst]:.0%} of the units of {worst} are 0 for every training sample: no gradient reaches their "
        "weights.",
        Remedy(
            "biases that start at 0." if "bias_initializer" in change else "an activation that is never flat.",
            {"network": _changed(seen.network, mend)},
            seen.first,
            seen.epochs,
        ),
        _dead_picture(dead),
    )


def _dead_picture(dead: dict[str, float]) -> Still:
    shown = dict(sorted(dead.items(), key=lambda one: -one[1])[:MAX_BARS])
    return bars(shown, label="The share of dead units by layer.", along="of the units are dead", limits=(0, 1))


def frozen_statistics(seen: Evidence) -> Finding | str | None:
    """Report running statistics that still have their initial values."""
    segment = seen.timeline.segments[-1]
    if seen.step - segment.first < 2:
        return "it needs 2 steps under the same settings"
    batch = seen.at(seen.step - 1).record.batches[0]
    for layer, state in batch.next_state.items():
        kept, parts = dict(leaves(state)), dict(leaves(batch.forward[layer]))
        for name, mean in kept.items():
            if not name.endswith("running_mean"):
                continue
            of_batch = parts.get(name.replace("running_mean", "mean"))
            began = dict(leaves(segment.states[segment.first].layers[layer]))[name]
            if of_batch is None or not np.array_equal(mean, began) or not np.abs(of_batch).max() > 1e-3:
                continue
            return _frozen(seen, layer, float(np.abs(mean).max()), float(np.abs(of_batch).max()))
    return None


def _frozen(seen: Evidence, layer: str, kept: float, of_batch: float) -> Finding:
    place = seen.network.names.index(layer)
    inner = getattr(seen.network.layers[place], "layer", None)
    layers = list(seen.network.layers)
    layers[place] = inner if isinstance(inner, BatchNorm) else BatchNorm()
    return Finding(
        "frozen_statistics",
        0.98,
        f"after {seen.step} steps the running mean of {layer} still has its initial value, while the batch has means "
        f"up to {of_batch:.2g}: predictions are normalised by statistics never learnt.",
        Remedy("a layer that learns its statistics.", {"network": Network(layers)}, seen.first, seen.epochs),
        bars(
            {"running mean": kept, "mean of a batch": of_batch},
            label="The running mean is far from the mean of a batch.",
            along="largest size",
            limits=(0, 1.2 * max(kept, of_batch)),
        ),
    )


def _spread(weight: np.ndarray[Any, Any]) -> float:
    """Return how far apart the units' weights are, relative to their size."""
    size = float(np.abs(weight).max())
    return float(np.abs(weight - weight[..., :1]).max()) / size if size else 0.0


def _usual_weights(layer: Any) -> dict[str, Any]:
    """Return the initialisers of a layer's weights that it has by default."""
    if not hasattr(layer, "__dataclass_fields__"):
        return {}
    return {
        one.name: one.default
        for one in fields(layer)
        if one.name.endswith("_initializer") and not one.name.startswith("bias")
    }


def _changed(network: Network, changes: Callable[[int, Any], dict[str, Any]]) -> Network:
    """Return a network in which some settings of some layers are others."""
    layers = []
    for place, layer in enumerate(network.layers):
        changed: Any = changes(place, layer)
        layers.append(replace(layer, **changed) if changed else layer)  # type: ignore[type-var]
    return Network(layers)
