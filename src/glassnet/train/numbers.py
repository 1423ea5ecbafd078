"""Data in the recipe's number type: nothing becomes infinite on the way there, and words are numbers of words."""

from typing import Any

import numpy as np

from glassnet.base.arrays import Array
from glassnet.base.errors import DataError
from glassnet.nn.layers import Embedding, Flatten, Reshape
from glassnet.nn.network import Network

ROWS = 65_536
"""Samples that are looked at together: enough for speed, little enough for memory."""
MOVERS = (Flatten, Reshape)
"""Layers that hand on the numbers they get."""


def in_number_type(name: str, what: str, values: Array, dtype: str) -> Array:
    """Return values in a number type.

    Raises:
        DataError: a number is too large for it.

    >>> in_number_type("mine", "features", np.array([[1.0], [1e39]]), "float32")
    Traceback (most recent call last):
    glassnet.base.errors.DataError: mine: features hold 1e+39 (sample 1), more than float32 can hold, 3.4e+38; scale \
them, or use dtype="float64".
    """
    check_range(name, what, values, dtype)
    return values.astype(dtype, copy=False)


def check_range(name: str, what: str, values: Array, dtype: str) -> None:
    """Raise a DataError if a number is too large for the number type."""
    limit = float(np.finfo(dtype).max)
    if values.dtype.kind != "f" or values.dtype.itemsize <= np.dtype(dtype).itemsize:
        return
    for begin in range(0, len(values), ROWS):
        rows = values[begin : begin + ROWS]
        if rows.size and max(float(rows.max()), -float(rows.min())) > limit:
            place = tuple(np.argwhere(abs(rows) > limit)[0])
            raise DataError(
                f"{name}: {what} hold {rows[place]:g} (sample {begin + int(place[0])}), more than {dtype} can hold, "
                f'{limit:.2g}; scale them, or use dtype="float64".'
            )


def check_words(name: str, network: Network, x: Array, dtype: str) -> None:
    """Raise a DataError if features that go into an Embedding are no numbers of its words.

    Only where they reach it as they are; an Embedding further inside checks what it gets when it gets it.
    """
    table = first_embedding(network)
    if table is None:
        return
    exact = 2 ** (np.finfo(dtype).nmant + 1)
    if table.vocabulary > exact:
        raise DataError(
            f"{name}: {dtype} tells whole numbers apart up to {exact}, and Embedding has {table.vocabulary} words; "
            'use dtype="float64".'
        )
    for begin in range(0, len(x), ROWS):
        rows = np.asarray(x[begin : begin + ROWS])
        wrong = (rows != np.floor(rows)) | (rows < 0) | (rows >= table.vocabulary)
        if wrong.any():
            place = tuple(np.argwhere(wrong)[0])
            raise DataError(
                f"{name}: Embedding looks up whole numbers from 0 to {table.vocabulary - 1}; sample "
                f"{begin + int(place[0])} has {rows[place]:g}. Number the words so, or make the vocabulary larger."
            )


def first_embedding(network: Network) -> Any:
    """Return the Embedding that the features reach as they are, None without one."""
    for layer in network.layers:
        if isinstance(layer, Embedding):
            return layer
        if not isinstance(layer, MOVERS):
            return None
    return None
