"""Precision, recall and F1."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from glassnet.base.arrays import Array
from glassnet.nn.metrics.check import check_classes
from glassnet.nn.metrics.direction import better
from glassnet.nn.metrics.predicted_classes import class_count, predicted_classes


class ClassScores(NamedTuple):
    """How well one class is recognised; a score is None if it is undefined (a division by zero).

    Arguments:
        precision: of the examples predicted as this class, the fraction that are; undefined if there are none.
        recall: of the examples of this class, the fraction predicted as it; undefined if there are none.
        f1: 2 · correct / (predicted + true), the harmonic mean of the two; undefined if both counts are 0.
        support: how many examples are of this class.
    """

    precision: float | None
    recall: float | None
    f1: float | None
    support: int


def class_scores(prediction: Array, classes: Array) -> tuple[ClassScores, ...]:
    """Return the scores of every class, counted by scikit-learn.

    Arguments:
        prediction: shape (samples, 1) or (samples, classes).
        classes: the true class numbers, shape (samples,).

    >>> for scores in class_scores(np.array([[0.2], [0.3], [0.1]]), np.array([0, 0, 1])):
    ...     print(scores)
    ClassScores(precision=0.6666666666666666, recall=1.0, f1=0.8, support=2)
    ClassScores(precision=None, recall=0.0, f1=0.0, support=1)
    """
    # here, because the mathematics doesn't need scikit-learn
    from sklearn.metrics import precision_recall_fscore_support

    check_classes(prediction, classes)
    columns = precision_recall_fscore_support(
        classes, predicted_classes(prediction), labels=range(class_count(prediction)), zero_division=np.nan
    )
    return tuple(
        ClassScores(_or_none(precision), _or_none(recall), _or_none(f1), int(support))
        for precision, recall, f1, support in zip(*columns, strict=True)
    )


@better("higher")
def precision(prediction: Array, classes: Array) -> float | None:
    """Return the precision of class 1 if there are two classes, else the mean over all; None if undefined.

    >>> print(precision(np.array([[0.2], [0.3]]), np.array([0, 1])))
    None
    >>> precision(np.array([[0.9], [0.8]]), np.array([0, 1]))
    0.5
    """
    return _overall([scores.precision for scores in class_scores(prediction, classes)])


@better("higher")
def recall(prediction: Array, classes: Array) -> float | None:
    """Return the recall of class 1 if there are two classes, else the mean over all; None if undefined.

    >>> recall(np.array([[0.9], [0.8]]), np.array([0, 1]))
    1.0
    """
    return _overall([scores.recall for scores in class_scores(prediction, classes)])


@better("higher")
def f1(prediction: Array, classes: Array) -> float | None:
    """Return the F1 of class 1 if there are two classes, else the mean over all; None if undefined.

    >>> round(f1(np.array([[0.9], [0.8]]), np.array([0, 1])), 4)
    0.6667
    """
    return _overall([scores.f1 for scores in class_scores(prediction, classes)])


def _overall(scores: Sequence[float | None]) -> float | None:
    if len(scores) == 2:
        return scores[1]
    defined = [score for score in scores if score is not None]
    return sum(defined) / len(scores) if len(defined) == len(scores) else None


def _or_none(score: float) -> float | None:
    return None if np.isnan(score) else float(score)
