"""Windows over an image for JAX: a loop over the cells of the window.

Written as one expression, JAX's compiler would recompute the image for each cell of the window that reads it; with a
loop it is computed once. For NumPy the views and sums in `nn.layers.windows` are fastest.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np

from glassnet.base.arrays import Array, Shape, namespace


def is_traced(array: Array) -> bool:
    """Return whether an array belongs to JAX.

    >>> is_traced(np.zeros(3))
    False
    """
    return namespace(array).__name__.startswith("jax")


def collect_windows(image: Array, corners: Sequence[Shape], output: Shape, stride: Shape) -> Array:
    """Return the values under each cell of a window at all its positions, (batch, height, width, cells, channels).

    Arguments:
        image: shape (batch, height, width, channels).
        corners: row and column of each cell of the window at its first position.
        output: positions down and across.
        stride: cells from one position to the next.
    """
    from jax import lax  # here, because JAX is optional

    xp, table = namespace(image), _table(image, [(*corner, cell) for cell, corner in enumerate(corners)])
    batch, _, _, channels = image.shape
    spans = [(places - 1) * step + 1 for places, step in zip(output, stride, strict=True)]

    def add(number: Any, found: Array) -> Array:
        row, column, cell = table[number]
        seen = lax.dynamic_slice(image, (ZERO, row, column, ZERO), (batch, *spans, channels))
        seen = seen[:, :: stride[0], :: stride[1], None]
        return lax.dynamic_update_slice(found, seen, (ZERO, ZERO, ZERO, cell, ZERO))

    nothing = xp.zeros((batch, *output, len(corners), channels), image.dtype)
    return lax.fori_loop(0, len(corners), add, nothing)


def spread_windows(values: Array, corners: Sequence[Shape], padded: Shape, stride: Shape) -> Array:
    """Add up the values that belong to each cell of the image, (batch, height, width, channels): the backward pass.

    A row (or column) number of the image is a multiple of the stride plus a remainder.

    Arguments:
        values: shape (batch, height, width, cells, channels), as `collect_windows` returns it.
        corners, stride: as in `collect_windows`.
        padded: height and width of the image.
    """
    from jax import lax  # here, because JAX is optional

    (down, right), (batch, height, width, _, channels) = stride, values.shape
    rows, columns = -(-padded[0] // down), -(-padded[1] // right)
    table = _table(values, [(i // down, i % down, j // right, j % right, cell) for cell, (i, j) in enumerate(corners)])

    def add(number: Any, total: Array) -> Array:
        row, row_rest, column, column_rest, cell = table[number]
        place = (ZERO, row, row_rest, column, column_rest, ZERO)
        sizes = (batch, height, 1, width, 1, channels)
        more = lax.dynamic_slice(values, (ZERO, ZERO, ZERO, cell, ZERO), (batch, height, width, 1, channels))
        return lax.dynamic_update_slice(total, lax.dynamic_slice(total, place, sizes) + more.reshape(sizes), place)

    nothing = namespace(values).zeros((batch, rows, down, columns, right, channels), values.dtype)
    total = lax.fori_loop(0, len(corners), add, nothing).reshape(batch, rows * down, columns * right, channels)
    return total[:, : padded[0], : padded[1]]


ZERO = np.int32(0)


def _table(like: Array, rows: Sequence[Shape]) -> Array:
    return namespace(like).asarray(np.array(rows, np.int32))
