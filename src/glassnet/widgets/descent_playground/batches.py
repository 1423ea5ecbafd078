"""The same line fitted to the same points with batches of different sizes."""

from typing import NamedTuple

import numpy as np

from glassnet.base.arrays import Array
from glassnet.base.random import stream
from glassnet.nn.losses import MeanSquaredError

SAMPLES = 64
GRID = 65
W_RANGE, B_RANGE = (-1.0, 3.0), (-2.0, 2.0)
START = (-0.6, 1.6)


class BatchPath(NamedTuple):
    """The path of w and b, the cost over all points along it, and the effort per epoch."""

    places: Array
    costs: Array
    steps_per_epoch: int
    points_per_step: int


def points() -> tuple[Array, Array]:
    """Return x and y of 64 points around y = 1.2 x − 0.4."""
    rng = stream(3)
    x = rng.child("x").uniform((SAMPLES,), -2.0, 2.0, dtype="float64")
    return x, 1.2 * x - 0.4 + 0.8 * rng.child("noise").normal((SAMPLES,), dtype="float64")


def cost(w: Array, b: Array) -> Array:
    """Return the mean squared error over all points for each w and b, arrays of one shape (n,).

    >>> float(cost(np.array([0.0]), np.array([0.0]))[0].round(3))
    2.557
    """
    x, y = points()
    prediction = w[:, None] * x + b[:, None]
    return MeanSquaredError().value(prediction, np.broadcast_to(y, prediction.shape))


def surface() -> Array:
    """Return the cost on a grid, rows by b from low to high."""
    w, b = np.meshgrid(np.linspace(*W_RANGE, GRID), np.linspace(*B_RANGE, GRID))
    return cost(w.ravel(), b.ravel()).reshape(GRID, GRID)


def descend(batch_size: int, learning_rate: float, epochs: int, seed: int) -> BatchPath:
    """Return the path of gradient descent with batches of a size, with the points reshuffled in every epoch.

    >>> descend(16, 0.1, 2, 0).steps_per_epoch
    4
    """
    x, y = points()
    place = np.array(START)
    places = [place]
    for epoch in range(epochs):
        order = stream(seed).child("epoch", epoch).permutation(SAMPLES)
        for begin in range(0, SAMPLES, batch_size):
            batch = order[begin : begin + batch_size]
            prediction = (place[0] * x[batch] + place[1])[:, None]
            d = MeanSquaredError().gradient(prediction, y[batch, None])[:, 0] / len(batch)
            place = place - learning_rate * np.array([d @ x[batch], d.sum()])
            places.append(place)
    path = np.array(places)
    return BatchPath(path, cost(path[:, 0], path[:, 1]), -(-SAMPLES // batch_size), batch_size)
