"""The loss of the smallest network with a hidden layer, as a function of its two weights."""

import numpy as np

from glassnet.base.arrays import Array
from glassnet.nn.activations import Tanh
from glassnet.nn.losses import MeanSquaredError

X = np.array([-2.0, -1.4, -0.9, -0.3, 0.2, 0.7, 1.3, 1.9])
T = np.array([-1.5, -1.35, -1.1, -0.5, 0.35, 0.95, 1.4, 1.5])
"""Eight points near 1.5 tanh(1.2 x)."""


def network_loss(first: Array | float, second: Array | float) -> tuple[Array, Array, Array]:
    """Return the mean squared error of second · tanh(first · x) on eight points, and its slopes along both weights.

    Arguments:
        first, second: the two weights, any shape.

    >>> loss, d_first, d_second = network_loss(0.0, 0.0)
    >>> float(loss.round(4)), float(d_first), float(d_second)
    (1.3459, 0.0, 0.0)
    """
    z = np.asarray(first)[..., None] * X
    a = Tanh().forward(z)
    weight = np.asarray(second)[..., None]
    prediction, target = weight * a, np.broadcast_to(T, z.shape)
    # The points stand where outputs usually do, so the loss's mean over outputs is the mean over points.
    d_prediction = MeanSquaredError().gradient(prediction, target)
    d_z = Tanh().backward(d_prediction * weight, z, a)
    return MeanSquaredError().value(prediction, target), (d_z * X).sum(axis=-1), (d_prediction * a).sum(axis=-1)
