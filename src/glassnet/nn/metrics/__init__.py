"""Measures of success that are reported rather than optimised; an undefined one is None, never a number."""

from collections.abc import Callable
from typing import TypeAlias

from glassnet.base.arrays import Array
from glassnet.nn.metrics.accuracy import accuracy, top_k_accuracy
from glassnet.nn.metrics.class_scores import ClassScores, class_scores, f1, precision, recall
from glassnet.nn.metrics.confusion_matrix import confusion_matrix
from glassnet.nn.metrics.direction import better, higher_is_better
from glassnet.nn.metrics.errors import mean_absolute_error, r_squared, root_mean_squared_error
from glassnet.nn.metrics.predicted_classes import class_count, predicted_classes
from glassnet.nn.metrics.roc_auc import roc_auc

Metric: TypeAlias = Callable[[Array, Array], float | None]
"""From a prediction and the truth to a number, or None if it is undefined."""

METRICS: dict[str, Metric] = {
    "accuracy": accuracy,
    "top_5_accuracy": top_k_accuracy,
    "precision": precision,
    "recall": recall,
    "f1": f1,
    "roc_auc": roc_auc,
    "mean_absolute_error": mean_absolute_error,
    "root_mean_squared_error": root_mean_squared_error,
    "r_squared": r_squared,
}
"""The metrics that a recipe can name."""

VALUE_METRICS = (mean_absolute_error, root_mean_squared_error, r_squared)
"""Metrics that compare values in the shape of the prediction; the others compare class numbers."""

SCORE_METRICS = (roc_auc,)
"""Those that rank samples: where a loss decides, by its step, they are given the output before it."""

__all__ = [
    "METRICS",
    "SCORE_METRICS",
    "VALUE_METRICS",
    "ClassScores",
    "Metric",
    "accuracy",
    "better",
    "class_count",
    "class_scores",
    "confusion_matrix",
    "f1",
    "higher_is_better",
    "mean_absolute_error",
    "precision",
    "predicted_classes",
    "r_squared",
    "recall",
    "roc_auc",
    "root_mean_squared_error",
    "top_k_accuracy",
]


def __dir__() -> list[str]:
    return __all__
