"""The numbers of one step, each with the reference that explains it."""

from collections.abc import Mapping
from typing import Any

from glassnet.base.arrays import Array
from glassnet.explain.flow_parts import KINDS
from glassnet.run.moment import Moment
from glassnet.widgets.training_monitor.messages import ClassView, Histogram, LayerView, Measure, StepView
from glassnet.widgets.wire.common import Named

METRICS = (
    "accuracy", "precision", "recall", "f1", "mean_absolute_error", "root_mean_squared_error", "r_squared",
)  # fmt: skip
LAYER_NUMBERS = ("gradient_norm", "weight_norm", "update_ratio", "dead_units", "saturated")
SPREAD = ("smallest", "mean", "largest", "deviation")


def step_view(moment: Moment) -> StepView:
    """Return a step's losses and metrics, and every layer's numbers and histograms."""
    flow = moment.parts("flow")
    return StepView(
        step=moment.step,
        epoch=moment.epoch,
        batch=len(moment.samples),
        held_out=len(moment.dataset.parts["validation"]),
        learning_rate=named("optimizer.learning_rate", moment.learning_rate),
        measures=_measures(moment, flow),
        classes=_classes(moment),
        dead_units=_total(flow),
        layers=tuple(_layer(moment, layer, flow) for layer in moment.network.names),
    )


def named(reference: str, value: Any) -> Named:
    """Return a number with its reference.

    >>> named("loss.mean", 0.5)
    Named(reference='loss.mean', value=0.5)
    """
    return Named(reference, float(value))


def _measures(moment: Moment, flow: Mapping[str, Array]) -> tuple[Measure, ...]:
    """Return loss and metrics of the step's batch, and of the held-out samples with the parameters before the step.

    A step of several batches has one loss, their sum, and no metrics.
    """
    several = "loss" in flow
    loss = named("flow.loss", flow["loss"]) if several else named("loss.mean", moment.loss)
    batch, held_out = {} if several else moment.parts("metric"), moment.parts("validation")
    rows = [Measure("loss", loss, _part(held_out, "validation", "loss"))]
    for name in METRICS:
        if name in batch or name in held_out:
            rows.append(Measure(name, _part(batch, "metric", name), _part(held_out, "validation", name)))
    return tuple(rows)


def _classes(moment: Moment) -> tuple[ClassView, ...]:
    """Return precision, recall and F1 of every class; none for two classes, where the metrics say it all."""
    held_out = moment.parts("validation")
    if "f1_of_class" not in held_out:
        return ()

    def score(metric: str, place: int) -> Named:
        return named(f"validation.{metric}_of_class[{place}]", held_out[f"{metric}_of_class"][place])

    return tuple(
        ClassView(str(name), score("precision", place), score("recall", place), score("f1", place))
        for place, name in enumerate(moment.dataset.class_names)
    )


def _part(parts: Mapping[str, Array], layer: str, name: str) -> Named | None:
    return named(f"{layer}.{name}", parts[name]) if name in parts else None


def _total(flow: Mapping[str, Array]) -> Named | None:
    return _part(flow, "flow", "dead_units")


def _layer(moment: Moment, layer: str, flow: Mapping[str, Array]) -> LayerView:
    numbers = {
        name: named(f"flow.{layer}/{name}", flow[f"{layer}/{name}"])
        for name in LAYER_NUMBERS
        if f"{layer}/{name}" in flow
    }
    thing = dict(moment.network.named_layers)[layer]
    batch, bars = moment.batch(), moment.parts("histogram")
    return LayerView(
        name=layer,
        what=f"{type(thing).__name__} → {' × '.join(map(str, batch.outputs[layer].shape[1:]))}",
        numbers=numbers,
        histograms={
            kind: _histogram(f"{layer}/{kind}", bars, flow) for kind in KINDS if f"{layer}/{kind}_not_finite" in bars
        },
    )


def _histogram(name: str, bars: Mapping[str, Array], flow: Mapping[str, Array]) -> Histogram:
    bad = bars[f"{name}_not_finite"]
    return Histogram(
        reference=f"histogram.{name}",
        edges=tuple(bars[f"{name}_edge"].tolist()) if name in bars else (),
        counts=tuple(bars[name].tolist()) if name in bars else (),
        not_finite=named(f"histogram.{name}_not_finite", bad) if bad else None,
        spread={end: named(f"flow.{name}_{end}", flow[f"{name}_{end}"]) for end in SPREAD if f"{name}_{end}" in flow},
    )
