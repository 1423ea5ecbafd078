"""The training objective: one loss per sample for any output shape, their mean, and its gradient."""

from math import prod
from typing import Any, NamedTuple

import numpy as np

from glassnet.base.arrays import Array
from glassnet.nn.losses import Loss


class Objective(NamedTuple):
    """The loss of a batch and its intermediate numbers, as NumPy, JAX or traced arrays.

    Arguments:
        at_places: the loss at each place of the output (the steps of a sequence, the pixels of an image), shape
            (batch, …); the same array as `values` if an output has only one place.
        values: the loss of each sample, the mean over its places, shape (batch,).
        weighted: the values times the samples' weights; the same array as `values` if all count the same.
        mean: the batch's contribution to the mean over `count` samples, in double precision.
        d_prediction: the gradient of that mean, in the shape of the output.
    """

    at_places: Any
    values: Any
    weighted: Any
    mean: Any
    d_prediction: Any


def sample_losses(loss: Loss, output: Array, target: Array) -> tuple[Array, Array]:
    """Return the loss at each place of the output, shape (batch, …), and of each sample, shape (batch,).

    If a sample has an output at several places, its loss is the mean over them.

    >>> import numpy as np
    >>> from glassnet.nn.losses import MeanSquaredError
    >>> at_places, values = sample_losses(MeanSquaredError(), np.array([[[3.0], [1.0]]]), np.zeros((1, 2, 1)))
    >>> at_places.tolist(), values.tolist()
    ([[9.0, 1.0]], [5.0])
    """
    at_places = loss.value(output, target)
    if at_places.ndim == 1:
        return at_places, at_places
    places = prod(at_places.shape[1:])
    return at_places, at_places.reshape(len(at_places), places).sum(axis=1) / places


def objective(loss: Loss, output: Array, target: Array, weights: Array | None, count: int) -> Objective:
    """Return the loss of a batch, its contribution to the mean over `count` samples, and its gradient.

    Arguments:
        loss: the loss function.
        output: the last layer's, shape (batch, …).
        target: encoded for the loss.
        weights: how much each sample counts, shape (batch,), or None.
        count: number of samples that the step averages over: those of this batch unless gradients are accumulated.

    >>> import numpy as np
    >>> from glassnet.nn.losses import MeanSquaredError
    >>> found = objective(MeanSquaredError(), np.array([[3.0], [1.0]]), np.zeros((2, 1)), np.array([1.0, 5.0]), 2)
    >>> found.values.tolist(), found.weighted.tolist(), float(found.mean), found.d_prediction.tolist()
    ([9.0, 1.0], [9.0, 5.0], 7.0, [[3.0], [5.0]])
    """
    at_places, values = sample_losses(loss, output, target)
    d_prediction = loss.gradient(output, target)
    if at_places.ndim > 1:
        d_prediction = d_prediction / prod(at_places.shape[1:])
    d_prediction = d_prediction / count
    weighted = values
    if weights is not None:
        weighted = values * weights
        d_prediction = d_prediction * weights.reshape((-1,) + (1,) * (d_prediction.ndim - 1))
    total = weighted.sum()
    total = float(total) if isinstance(total, np.floating) else total.astype("float64")  # `float` is the fastest way
    return Objective(at_places, values, weighted, total / count, d_prediction)


def mean_loss(values: Array) -> Array:
    """Return the mean of the samples' losses, in double precision whatever their number type.

    >>> import numpy as np
    >>> mean_loss(np.array([1.0, 2.0], "float32"))
    np.float64(1.5)
    """
    return values.astype("float64").mean()
