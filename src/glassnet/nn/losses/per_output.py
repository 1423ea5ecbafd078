"""The mean over outputs; a single output needs neither the sum nor the division."""

from glassnet.base.arrays import Array


def mean_over_outputs(terms: Array) -> Array:
    """Return the mean over the last axis.

    >>> import numpy as np
    >>> mean_over_outputs(np.array([[1.0, 3.0]])).tolist(), mean_over_outputs(np.array([[2.0]])).tolist()
    ([2.0], [2.0])
    """
    outputs = terms.shape[-1]
    return terms[..., 0] if outputs == 1 else terms.sum(axis=-1) / outputs


def divide_by_outputs(gradient: Array) -> Array:
    """Return the gradient of a mean over the last axis, given that of a sum.

    >>> import numpy as np
    >>> divide_by_outputs(np.array([[1.0, 3.0]])).tolist(), divide_by_outputs(np.array([[2.0]])).tolist()
    ([[0.5, 1.5]], [[2.0]])
    """
    outputs = gradient.shape[-1]
    return gradient if outputs == 1 else gradient / outputs
