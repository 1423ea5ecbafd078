"""Ranking metrics on traced arrays: each as the comparisons of scores that it counts."""

from typing import Any

import numpy as np

from glassnet.base.arrays import Array
from glassnet.explain.node import plain

MAX_COMPARISONS = 1_000_000
"""With more pairs of samples than this, the area under the ROC curve is not explained."""


def top_k_parts(prediction: Any, classes: Any, k: int) -> dict[str, Any]:
    """Return how many classes score higher than the true one, and for which fraction of samples that is fewer than k.

    Arguments:
        prediction: traced, shape (samples, classes).
        classes: the true class numbers, traced, shape (samples,).
        k: as in the metric.
    """
    samples, count = prediction.shape
    true = prediction[np.arange(samples), plain(classes)][:, None]
    first = np.arange(count) < classes[:, None]  # of equal scores, the lower class number ranks first
    stronger = ((prediction > true) | ((prediction == true) & first)).sum(axis=-1)
    among = stronger < k
    return {"stronger_classes": stronger, f"among_top_{k}": among, f"top_{k}_accuracy": among.mean()}


def roc_auc_parts(prediction: Any, classes: Any, count: int) -> dict[str, Any]:
    """Return, for each sample of a class, the fraction of the others that score lower; their mean is the area.

    Counted in pairs (Hanley & McNeil, 1982), with ties as one half, this equals the area under the curve. Empty where
    that is undefined or there are too many pairs.

    Arguments:
        prediction: traced, shape (samples, 1) or (samples, classes).
        classes: the true class numbers, traced, shape (samples,).
        count: how many classes there are.
    """
    members = [plain(classes) == number for number in range(count)]
    if any(not 0 < inside.sum() < inside.size for inside in members):
        return {}
    if count == 2:
        score = prediction[:, 0] if prediction.shape[1] == 1 else prediction[:, 1] - prediction[:, 0]
        pairs = [(1, score, members[1])]
    else:
        pairs = [(number, prediction[:, number], inside) for number, inside in enumerate(members)]
    if sum(int(inside.sum()) * int((~inside).sum()) for _, _, inside in pairs) > MAX_COMPARISONS:
        return {}
    parts: dict[str, Any] = {}
    areas = []
    for number, score, inside in pairs:
        parts[f"fraction_below_{number}"] = fraction = _fraction_below(score, inside)
        areas.append(fraction.mean())
    if count > 2:
        parts["class_areas"] = np.stack(areas)
    return parts | {"roc_auc": parts["class_areas"].mean() if count > 2 else areas[0]}


def _fraction_below(score: Any, inside: Array) -> Any:
    own, others = score[inside][:, None], score[~inside]
    return ((others < own) + 0.5 * (others == own)).mean(axis=-1)
