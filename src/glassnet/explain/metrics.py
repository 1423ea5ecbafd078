"""Metrics of a batch, computed on traced arrays."""

from typing import Any

import numpy as np

from glassnet.base.arrays import Array
from glassnet.explain.parts import output_part
from glassnet.explain.ranking import roc_auc_parts, top_k_parts
from glassnet.explain.trace import Trace, leaf, of_layer
from glassnet.nn.activations import ACTIVATIONS
from glassnet.nn.metrics import class_count, predicted_classes, roc_auc, top_k_accuracy
from glassnet.train.plan import Plan
from glassnet.train.record import BatchRecord, StepRecord


def metric_trace(record: StepRecord, batch: BatchRecord) -> Trace:
    """Trace prediction and metrics of a batch: those for classes, or those for values."""
    plan = record.plan
    last = plan.network.names[-1]
    output = leaf(batch.prediction, last, output_part(batch, last))
    prediction = ACTIVATIONS[plan.recipe.loss.link]().forward(output)
    classes = plan.classes_of("train")
    of_batch = None if classes is None or classes.ndim > 1 else classes[batch.indices]
    measured = measures_of(plan, prediction, of_batch, batch.target, "data")
    return of_layer("metric", {"prediction": prediction} | measured, {})


def measures_of(plan: Plan, prediction: Any, numbers: Array | None, target: Array, owner: str) -> dict[str, Any]:
    """Trace the metrics of predictions: those for classes, or those for values.

    Arguments:
        plan: what is trained.
        prediction: traced.
        numbers: the class number of each sample; None where the targets are values, or classes at several places.
        target: the targets as the loss expects them.
        owner: the owner in the targets' references.
    """
    if numbers is not None:
        classes, count = leaf(numbers, owner, "class"), len(plan.labels)
        return _of_classes(prediction, classes, count) | _of_ranks(plan, prediction, classes, count)
    if plan.recipe.loss.target_encoding == "classes":  # at every place of a sequence or an image
        return _of_classes(prediction, leaf(target, owner, "y"), class_count(prediction))
    return _of_values(prediction, leaf(target, owner, "y"))


def _of_classes(prediction: Any, classes: Any, count: int) -> dict[str, Any]:
    predicted = predicted_classes(prediction)
    right = predicted == classes
    parts: dict[str, Any] = {"predicted_class": predicted, "right": right, "accuracy": right.mean()}
    if count != 2:
        return parts | _of_each_class(predicted, classes, count)
    hits = ((predicted == 1) & (classes == 1)).sum()
    found, there = (predicted == 1).sum(), (classes == 1).sum()
    parts |= {"hits": hits, "predicted_positive": found, "positive": there}
    for name, above, below in [("precision", hits, found), ("recall", hits, there), ("f1", 2 * hits, found + there)]:
        if below.value:  # 0 / 0 is undefined
            parts[name] = above / below
    return parts


def _of_each_class(predicted: Any, classes: Any, count: int) -> dict[str, Any]:
    """Trace precision, recall and F1 of every class, NaN where undefined, and their means where all are defined."""
    kinds = np.arange(count)
    said, true = predicted.reshape(-1, 1) == kinds, classes.reshape(-1, 1) == kinds
    hits, found, there = (said & true).sum(axis=0), said.sum(axis=0), true.sum(axis=0)
    parts: dict[str, Any] = {"hits": hits, "predicted": found, "there": there}
    with np.errstate(divide="ignore", invalid="ignore"):  # 0 / 0 is undefined
        for name, above, below in [
            ("precision", hits, found),
            ("recall", hits, there),
            ("f1", 2 * hits, found + there),
        ]:
            parts[f"{name}_of_class"] = above / below
            if np.all(below.value):
                parts[name] = parts[f"{name}_of_class"].mean()
    return parts


def _of_ranks(plan: Plan, prediction: Any, classes: Any, count: int) -> dict[str, Any]:
    """Trace ranking metrics, if the recipe asks for them: they compare every score with many others."""
    asked = plan.recipe.measures.values()
    parts = top_k_parts(prediction, classes, 5) if top_k_accuracy in asked and count >= 5 else {}
    return parts | (roc_auc_parts(prediction, classes, count) if roc_auc in asked else {})


def _of_values(prediction: Any, target: Any) -> dict[str, Any]:
    error = prediction - target
    squares = (error * error).sum(axis=0)
    parts: dict[str, Any] = {
        "error": error,
        "mean_absolute_error": abs(error).mean(),
        "root_mean_squared_error": (error**2).mean() ** 0.5,
    }
    distance = target - target.mean(axis=0)
    total = (distance * distance).sum(axis=0)
    if np.all(total.value):
        parts["r_squared"] = (1.0 - squares / total).mean()
    return parts
