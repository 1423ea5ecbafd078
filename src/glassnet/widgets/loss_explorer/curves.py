"""Losses of one example as functions of the prediction, with their slopes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from glassnet.base.arrays import Array
from glassnet.nn.activations import Sigmoid
from glassnet.nn.losses import (
    BinaryCrossEntropy,
    CategoricalCrossEntropy,
    Hinge,
    Huber,
    LogCosh,
    MeanAbsoluteError,
    MeanSquaredError,
    PerceptronLoss,
    RootMeanSquaredError,
    SigmoidCrossEntropy,
)

PLACES = 241
SHORT = 1e-4


@dataclass(frozen=True)
class Family:
    """Losses for the same kind of prediction.

    Arguments:
        prediction: the label of the prediction's axis.
        low, high: the ends of its axis.
        truths: the lowest and highest target; when both are whole and one apart, the target is a class.
        losses: by name, the label and a function from Huber's δ to the loss.
    """

    prediction: str
    low: float
    high: float
    truths: tuple[float, float]
    losses: Mapping[str, tuple[str, Callable[[float], Any]]]


class SquaredAfterSigmoid:
    """(σ(z) − t)²: the squared error of a sigmoid's output, as a function of the score z.

    >>> SquaredAfterSigmoid().value(np.array([[0.0]]), np.array([[1.0]])).tolist()
    [0.25]
    """

    def value(self, prediction: Array, target: Array) -> Array:
        """Return the loss of each score."""
        return MeanSquaredError().value(Sigmoid().forward(prediction), target)

    def gradient(self, prediction: Array, target: Array) -> Array:
        """Return the slope with respect to the score, through the sigmoid."""
        a = Sigmoid().forward(prediction)
        return Sigmoid().backward(MeanSquaredError().gradient(a, target), prediction, a)


class CrossEntropyOfTruth:
    """−ln p of the true class, by categorical cross-entropy over two classes with probabilities p and 1 − p.

    >>> CrossEntropyOfTruth().value(np.array([[0.5]]), np.array([[1.0]])).round(4).tolist()
    [0.6931]
    """

    def value(self, prediction: Array, target: Array) -> Array:
        """Return the loss where the true class has probability p."""
        return CategoricalCrossEntropy().value(*self._classes(prediction, target))

    def gradient(self, prediction: Array, target: Array) -> Array:
        """Return the slope with respect to p: the first class's minus the second's."""
        both = CategoricalCrossEntropy().gradient(*self._classes(prediction, target))
        return both[:, :1] - both[:, 1:]

    def _classes(self, p: Array, target: Array) -> tuple[Array, Array]:
        return np.concatenate([p, 1 - p], axis=1), np.concatenate([target, 1 - target], axis=1)


FAMILIES: Mapping[str, Family] = {
    "values": Family(
        "prediction",
        -3.0,
        3.0,
        (-2.0, 2.0),
        {
            "mean_squared_error": ("squared error", lambda _: MeanSquaredError()),
            "mean_absolute_error": ("absolute error", lambda _: MeanAbsoluteError()),
            "huber": ("Huber", lambda delta: Huber(delta)),
            "root_mean_squared_error": ("root of squared error", lambda _: RootMeanSquaredError()),
            "log_cosh": ("log cosh", lambda _: LogCosh()),
        },
    ),
    "probability": Family(
        "predicted probability of class 1",
        0.0,
        1.0,
        (0.0, 1.0),
        {
            "binary_cross_entropy": ("binary cross-entropy", lambda _: BinaryCrossEntropy()),
            "categorical_cross_entropy": ("categorical cross-entropy, two classes", lambda _: CrossEntropyOfTruth()),
            "mean_squared_error": ("squared error", lambda _: MeanSquaredError()),
        },
    ),
    "score": Family(
        "score z, before any sigmoid",
        -5.0,
        5.0,
        (0.0, 1.0),
        {
            "sigmoid_cross_entropy": ("sigmoid, then cross-entropy", lambda _: SigmoidCrossEntropy()),
            "squared_after_sigmoid": ("sigmoid, then squared error", lambda _: SquaredAfterSigmoid()),
            "hinge": ("hinge", lambda _: Hinge()),
            "perceptron": ("perceptron", lambda _: PerceptronLoss()),
        },
    ),
}


def curve(family: Family, name: str, truth: float, delta: float, predictions: Array) -> tuple[Array, Array]:
    """Return loss and slope at each prediction, shapes (n,).

    >>> curve(FAMILIES["values"], "mean_squared_error", 1.0, 1.0, np.array([3.0]))
    (array([4.]), array([4.]))
    """
    loss = family.losses[name][1](delta)
    column = predictions[:, None]
    target = np.full_like(column, truth)
    return loss.value(column, target), loss.gradient(column, target)[:, 0]


def axis(family: Family) -> Array:
    """Return the points of a family's axis; probabilities stop just short of 0 and 1, where ln p has no slope."""
    places = np.linspace(family.low, family.high, PLACES)
    return np.clip(places, SHORT, 1 - SHORT) if (family.low, family.high) == (0, 1) else places
