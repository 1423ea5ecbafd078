"""The loss as training needs it: one number per example, whatever the output's shape."""

from math import prod

from glassnet.base.arrays import Array
from glassnet.nn.losses import Loss


def objective(loss: Loss, output: Array, target: Array) -> tuple[Array, Array]:
    """Return the loss of each example, shape (batch,), and its gradient in the shape of the output.

    Where an example has an output at several places (the steps of a sequence, the cells of a picture), its loss is
    the mean over them.

    >>> import numpy as np
    >>> from glassnet.nn.losses import MeanSquaredError
    >>> values, gradient = objective(MeanSquaredError(), np.array([[[3.0], [1.0]]]), np.zeros((1, 2, 1)))
    >>> values.tolist(), gradient.tolist()
    ([5.0], [[[3.0], [1.0]]])
    """
    values, d_output = loss.value(output, target), loss.gradient(output, target)
    if values.ndim == 1:
        return values, d_output
    places = prod(values.shape[1:])
    return values.reshape(len(values), places).sum(axis=1) / places, d_output / places
