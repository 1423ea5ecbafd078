"""The straight line that minimises the mean loss over points, for three losses."""

from itertools import combinations
from typing import NamedTuple

import numpy as np

from glassnet.base.arrays import Array
from glassnet.nn.losses import Huber, Loss, MeanAbsoluteError, MeanSquaredError

MAX_ROUNDS = 200
STILL = 1e-12


class Line(NamedTuple):
    """y = slope · x + intercept, and its mean loss."""

    slope: float
    intercept: float
    loss: float


def fit(name: str, points: Array, delta: float) -> Line:
    """Return the best line under "mean_squared_error", "mean_absolute_error" or "huber".

    Arguments:
        name: the loss.
        points: x and y, shape (n, 2), n at least 2, with at least two different x.
        delta: Huber's δ.

    >>> points = np.array([[0.0, 0.0], [1.0, 1.0], [2.0, 2.0], [3.0, 30.0]])
    >>> [round(value, 6) for value in fit("mean_absolute_error", points, 1.0)]
    [1.0, 0.0, 6.75]
    """
    if name == "mean_squared_error":
        return _line(_weighted(points, np.ones(len(points))), points, MeanSquaredError())
    if name == "mean_absolute_error":
        return _least_absolute(points)
    return _huber(points, delta)


def _line(both: Array, points: Array, loss: Loss) -> Line:
    prediction = points[:, :1] * both[0] + both[1]
    return Line(float(both[0]), float(both[1]), float(loss.value(prediction, points[:, 1:]).mean()))


def _weighted(points: Array, weights: Array) -> Array:
    """Return the slope and intercept that minimise Σ weight · error²."""
    root = np.sqrt(weights)[:, None]
    columns = np.concatenate([points[:, :1], np.ones((len(points), 1))], axis=1)
    return np.linalg.lstsq(columns * root, points[:, 1] * root[:, 0], rcond=None)[0]


def _least_absolute(points: Array) -> Line:
    """Return the best of all lines through two of the points: one of them is always optimal."""
    lines = []
    for (x1, y1), (x2, y2) in combinations(points, 2):
        if x1 != x2:
            slope = (y2 - y1) / (x2 - x1)
            lines.append(_line(np.array([slope, y1 - slope * x1]), points, MeanAbsoluteError()))
    return min(lines, key=lambda line: line.loss)


def _huber(points: Array, delta: float) -> Line:
    """Iteratively reweighted least squares: points with an error beyond δ get weight δ / |error| (Huber, 1981)."""
    both = _weighted(points, np.ones(len(points)))
    for _ in range(MAX_ROUNDS):
        error = np.abs(points[:, 0] * both[0] + both[1] - points[:, 1])
        after = _weighted(points, delta / np.maximum(error, delta))
        moved = np.abs(after - both).max()
        both = after
        if moved < STILL:
            break
    return _line(both, points, Huber(delta))
