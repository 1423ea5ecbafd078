"""What a layer of weights does with the rows of a batch, by the shortest way that NumPy has for it.

NumPy's own arrays go through `dot`: half the overhead of `@` where arrays are small, and one product instead of one
an example where rows lie in sequences. Any other array takes its own operators.
"""

from functools import lru_cache
from typing import Any

import numpy as np

from glassnet.base.arrays import Array

TALL = 16
"""From so many rows a column on, NumPy is faster column by column."""

FEW = 64
"""Up to so many numbers NumPy's own sum is as fast as BLAS."""


def product(x: Array, weight: Array) -> Array:
    """Return x · weight: every row of x, shape (…, inputs), times weight, shape (inputs, outputs).

    Many short rows come back laid out by columns, so that what follows, adding a bias or taking a tanh, runs along
    a few long columns rather than many short rows.

    >>> product(np.array([[1.0, 2.0]]), np.array([[3.0], [4.0]])).tolist()
    [[11.0]]
    """
    if type(x) is not np.ndarray or type(weight) is not np.ndarray:
        return x @ weight
    if x.ndim == 2:
        return weight.T.dot(x.T).T if len(x) > TALL * weight.shape[1] else x.dot(weight)
    return x.reshape(-1, x.shape[-1]).dot(weight).reshape(*x.shape[:-1], weight.shape[-1])


def weight_gradient(x: Array, d_z: Array) -> Array:
    """Return xᵀ · d_z summed over all rows, shape (inputs, outputs), for x (…, inputs) and d_z (…, outputs).

    >>> weight_gradient(np.array([[1.0, 2.0]]), np.array([[3.0]])).tolist()
    [[3.0], [6.0]]
    """
    if x.ndim > 2:
        x, d_z = _rows(x), _rows(d_z)
    return x.T.dot(d_z) if type(x) is np.ndarray and type(d_z) is np.ndarray else x.T @ d_z


def sum_of_rows(d_z: Array) -> Array:
    """Return the sum over all rows, shape (outputs,), of an array of shape (…, outputs).

    NumPy's floats are added up by BLAS, as ones · rows: several times as fast as NumPy's own loop.

    >>> sum_of_rows(np.array([[1.0, 2.0], [3.0, 4.0]])).tolist()
    [4.0, 6.0]
    """
    rows = d_z if d_z.ndim == 2 else _rows(d_z)
    if type(rows) is np.ndarray and rows.dtype.kind == "f" and rows.size > FEW:
        return _ones(len(rows), rows.dtype).dot(rows)
    return rows.sum(axis=0)


@lru_cache(maxsize=32)  # a constant, made once for each size of a batch
def _ones(count: int, dtype: Any) -> Array:
    ones = np.ones(count, dtype)
    ones.flags.writeable = False
    return ones


def _rows(x: Array) -> Array:
    return x.reshape(-1, x.shape[-1])
