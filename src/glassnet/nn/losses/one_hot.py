"""Class numbers as rows of zeros with a single one."""

from glassnet.base.arrays import Array, namespace


def one_hot(classes: Array, like: Array) -> Array:
    """Return, for each class number, a row with 1 at that place, in the width and number type of `like`.

    >>> import numpy as np
    >>> one_hot(np.array([2, 0]), np.zeros((2, 3))).tolist()
    [[0.0, 0.0, 1.0], [1.0, 0.0, 0.0]]
    """
    return (classes[..., None] == namespace(like).arange(like.shape[-1])).astype(like.dtype)
