"""Looking up rows of a table by number, and adding up the values that belong to each row."""

import math
from typing import Any

import numpy as np

from glassnet.base.arrays import Array, is_numpy, namespace
from glassnet.base.errors import DataError


def take_rows(table: Array, numbers: Array) -> Array:
    """Return table[numbers], shape (…, width), for whole numbers of shape (…), whatever their dtype.

    Raises:
        DataError: a number isn't whole or isn't a row; in a compiled function its row is NaN instead.

    >>> take_rows(np.array([[1.0], [2.0]]), np.array([1.0, 0.0])).tolist()
    [[2.0], [1.0]]
    """
    rows = numbers.astype(int)
    if isinstance(rows, np.ndarray) and rows.size:
        if rows is not numbers and (rows != numbers).any():
            wrong = numbers[rows != numbers].flat[0]
            raise DataError(f"Only whole numbers can be looked up (words, letters, items); got {wrong:g}.")
        low, high = rows.min(), rows.max()
        if low < 0 or high >= len(table):
            wrong = low if low < 0 else high
            raise DataError(f"Numbers must be from 0 to {len(table) - 1}; got {wrong}. Is the vocabulary too small?")
    picked = namespace(table).take(table, rows, axis=0)
    if isinstance(rows, np.ndarray):
        return picked
    known = (rows == numbers) & (rows >= 0) & (rows < len(table))
    return namespace(table).where(known[..., None], picked, math.nan)  # an eager repetition reports it


def sum_rows(values: Array, numbers: Array, count: int) -> Array:
    """Return a table of `count` rows, each the sum of those values, shape (n, width), that belong to it.

    NumPy adds in place, to a table created here; JAX has its own function for this.

    >>> sum_rows(np.array([[1.0], [2.0], [4.0]]), np.array([1, 0, 1]), 3).tolist()
    [[2.0], [5.0], [0.0]]
    """
    width = values.shape[-1]
    rows = numbers.astype(int)
    if is_numpy(values):  # element by element: the same sums in the same order, four times as fast as row by row
        flat = np.full(count * width, 0.0, values.dtype)
        np.add.at(flat, (rows[:, None] * width + np.arange(width)).reshape(-1), values.reshape(-1))
        return flat.reshape(count, width)
    table: Any = namespace(values).full_like(values, 0.0, shape=(count, width))
    if not isinstance(values, np.ndarray):
        return table.at[rows].add(values)
    np.add.at(table, rows, values)
    return table
