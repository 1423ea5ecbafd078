"""Rows of the metrics: by scikit-learn where Glassnet counts itself, by counting where it asks scikit-learn."""

from typing import Any

import numpy as np
from sklearn import metrics as sklearn

import glassnet as gn
from glassnet.base.arrays import Array

from .draws import classes, normal, probabilities, shares
from .row import Row


def answers(prediction: Array) -> Array:
    """Return the class that each row names."""
    return prediction.argmax(-1) if prediction.shape[-1] > 1 else (prediction[:, 0] >= 0.5).astype(int)


def per_class(prediction: Array, truth: Array) -> list[tuple[int, int, int]]:
    """Count, for every class: rightly named, named, and there."""
    named = answers(prediction)
    count = max(2, prediction.shape[-1])
    return [
        (int(((named == c) & (truth == c)).sum()), int((named == c).sum()), int((truth == c).sum()))
        for c in range(count)
    ]


def mean_over_classes(shares_of: list[float | None]) -> float | None:
    """The second of two, the mean of more; None where one of them is undefined."""
    if len(shares_of) == 2:
        return shares_of[1]
    return None if None in shares_of else float(np.mean(np.array(shares_of, float)))


def ratio(part: float, whole: float) -> float | None:
    """Return a share, or None for a share of nothing."""
    return part / whole if whole else None


def precision(prediction: Array, truth: Array) -> float | None:
    """Count precision."""
    return mean_over_classes([ratio(right, named) for right, named, _ in per_class(prediction, truth)])


def recall(prediction: Array, truth: Array) -> float | None:
    """Count recall."""
    return mean_over_classes([ratio(right, there) for right, _, there in per_class(prediction, truth)])


def f1(prediction: Array, truth: Array) -> float | None:
    """Count F1."""
    return mean_over_classes([ratio(2 * right, named + there) for right, named, there in per_class(prediction, truth)])


def roc_auc(prediction: Array, truth: Array) -> float | None:
    """Compare every member of a class with every stranger: one point for a higher score, half a point for a tie."""
    scores = np.hstack([1 - prediction, prediction]) if prediction.shape[-1] == 1 else prediction
    areas = []
    for number in range(scores.shape[-1]):
        own, other = scores[truth == number, number], scores[truth != number, number]
        if not len(own) or not len(other):
            return None
        if scores.shape[-1] == 2:  # what counts is the lead over the other class
            lead = scores[:, number] - scores[:, 1 - number]
            own, other = lead[truth == number], lead[truth != number]
        areas.append(float(np.mean((own[:, None] > other) + 0.5 * (own[:, None] == other))))
    return float(np.mean(areas))


def top_five(prediction: Array, truth: Array) -> Any:
    """Ask scikit-learn."""
    return sklearn.top_k_accuracy_score(truth, prediction, k=5, labels=range(prediction.shape[-1]))


YES_NO = {"shapes": ((1,),), "draw": probabilities, "target": lambda rng, shape: rng.integers(2, shape[:-1])}
SEVERAL = {"shapes": ((2,), (4,)), "draw": shares, "target": classes}
VALUES = {"shapes": ((1,), (3,)), "draw": normal, "target": normal}
METRIC_ROWS = (
    *(
        Row((metric,), twin, **drawn)  # type: ignore[arg-type]
        for metric, twin in (
            (gn.metrics.accuracy, lambda p, y: sklearn.accuracy_score(y, answers(p))),
            (gn.metrics.precision, precision),
            (gn.metrics.recall, recall),
            (gn.metrics.f1, f1),
            (gn.metrics.roc_auc, roc_auc),
        )
        for drawn in (YES_NO, SEVERAL)
    ),
    Row((gn.metrics.top_k_accuracy,), top_five, shapes=((7,), (12,)), draw=shares, target=classes),
    Row((gn.metrics.mean_absolute_error,), lambda p, y: sklearn.mean_absolute_error(y, p), **VALUES),  # type: ignore[arg-type]
    Row(
        (gn.metrics.root_mean_squared_error,),
        lambda p, y: sklearn.root_mean_squared_error(y.ravel(), p.ravel()),
        **VALUES,  # type: ignore[arg-type]
    ),
    Row((gn.metrics.r_squared,), lambda p, y: sklearn.r2_score(y, p), **VALUES),  # type: ignore[arg-type]
)
