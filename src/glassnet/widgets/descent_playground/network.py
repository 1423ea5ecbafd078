"""The loss of the smallest network with a hidden layer, and its slopes, as functions of its two weights."""

import numpy as np

from glassnet.base.arrays import Array
from glassnet.nn.activations import Tanh
from glassnet.nn.losses import MeanSquaredError

X = np.array([-2.0, -1.4, -0.9, -0.3, 0.2, 0.7, 1.3, 1.9])
T = np.array([-1.5, -1.35, -1.1, -0.5, 0.35, 0.95, 1.4, 1.5])
"""Eight points near 1.5 tanh(1.2 x)."""


def network_loss(first: Array | float, second: Array | float) -> Array:
    """Return the mean squared error of second · tanh(first · x) on eight points.

    Arguments:
        first, second: the two weights, any shape.

    >>> float(network_loss(0.0, 0.0).round(4))
    1.3459
    """
    prediction = np.asarray(second)[..., None] * Tanh().forward(np.asarray(first)[..., None] * X)
    # The points are on the axis of the outputs, so the loss's mean over outputs is the mean over points.
    return MeanSquaredError().value(prediction, T)


def network_slopes(first: float, second: float) -> tuple[float, float]:
    """Return the slopes of the loss along both weights.

    >>> network_slopes(0.0, 0.0), [round(slope, 4) for slope in network_slopes(1.0, 0.5)]
    ((0.0, 0.0), [-0.2084, -1.1682])
    """
    z = first * X
    a = Tanh().forward(z)
    d_prediction = MeanSquaredError().gradient(second * a, T)
    d_z = Tanh().backward(d_prediction * second, z, a)
    return float(d_z @ X), float(d_prediction @ a)
