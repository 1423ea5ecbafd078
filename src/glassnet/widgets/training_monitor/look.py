"""The numbers of one step, each with the name under which it is explained."""

from collections.abc import Mapping
from typing import Any

from glassnet.base.arrays import Array
from glassnet.explain.flow_parts import KINDS
from glassnet.run.moment import Moment
from glassnet.widgets.asking import finite

METRICS = (
    "accuracy", "precision", "recall", "f1", "mean_absolute_error", "root_mean_squared_error", "r_squared",
)  # fmt: skip
LAYER_NUMBERS = ("gradient_norm", "weight_norm", "update_ratio", "dead_units", "saturated")
SPREAD = ("smallest", "mean", "largest", "deviation")


def tell_step(moment: Moment) -> dict[str, Any]:
    """Return what a step of a run has to tell: losses, metrics, and every layer's numbers and histograms."""
    flow = moment.parts("flow")
    return {
        "step": moment.step,
        "epoch": moment.epoch,
        "batch": len(moment.samples),
        "held_out": len(moment.dataset.parts["validation"]),
        "learning_rate": one("optimizer.learning_rate", moment.learning_rate),
        "measures": _measures(moment, flow),
        "dead_units": _total(flow),
        "layers": [_layer(moment, layer, flow) for layer in moment.network.names],
    }


def one(reference: str, value: Any) -> dict[str, Any]:
    """Return a number with its name; null where it is not finite.

    >>> one("loss.mean", 0.5)
    {'reference': 'loss.mean', 'value': 0.5}
    """
    return {"reference": reference, "value": finite(float(value))}


def _measures(moment: Moment, flow: Mapping[str, Array]) -> list[dict[str, Any]]:
    """Return loss and metrics of the step's batch, and of the held-out samples with the parameters before the step.

    A step of several batches has one loss, their sum, and no metrics of its own.
    """
    several = "loss" in flow
    loss = one("flow.loss", flow["loss"]) if several else one("loss.mean", moment.loss)
    batch, held_out = {} if several else moment.parts("metric"), moment.parts("validation")
    rows = [_row("loss", loss, held_out, "loss")]
    for name in METRICS:
        if name in batch or name in held_out:
            rows.append(_row(name, one(f"metric.{name}", batch[name]) if name in batch else None, held_out, name))
    return rows


def _row(name: str, batch: dict[str, Any] | None, held_out: Mapping[str, Array], part: str) -> dict[str, Any]:
    told = one(f"validation.{part}", held_out[part]) if part in held_out else None
    return {"name": name, "batch": batch, "validation": told}


def _total(flow: Mapping[str, Array]) -> dict[str, Any] | None:
    return one("flow.dead_units", flow["dead_units"]) if "dead_units" in flow else None


def _layer(moment: Moment, layer: str, flow: Mapping[str, Array]) -> dict[str, Any]:
    numbers = {
        name: one(f"flow.{layer}/{name}", flow[f"{layer}/{name}"])
        for name in LAYER_NUMBERS
        if f"{layer}/{name}" in flow
    }
    thing = dict(moment.network.named_layers)[layer]
    batch, bars = moment.batch(), moment.parts("histogram")
    return {
        "name": layer,
        "what": f"{type(thing).__name__} → {' × '.join(map(str, batch.outputs[layer].shape[1:]))}",
        "numbers": numbers,
        "histograms": {
            kind: _histogram(f"{layer}/{kind}", bars, flow) for kind in KINDS if f"{layer}/{kind}_not_finite" in bars
        },
    }


def _histogram(name: str, bars: Mapping[str, Array], flow: Mapping[str, Array]) -> dict[str, Any]:
    """Return counts and edges of the bars; bar 3 is explained by the reference with [3] behind it."""
    bad = bars[f"{name}_not_finite"]
    return {
        "reference": f"histogram.{name}",
        "edges": bars[f"{name}_edge"].tolist() if name in bars else [],
        "counts": bars[name].tolist() if name in bars else [],
        "not_finite": one(f"histogram.{name}_not_finite", bad) if bad else None,
        "spread": {end: one(f"flow.{name}_{end}", flow[f"{name}_{end}"]) for end in SPREAD if f"{name}_{end}" in flow},
    }
