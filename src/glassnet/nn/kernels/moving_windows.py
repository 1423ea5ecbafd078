"""Windows over an image for JAX: a loop over the cells of the window.

Written as one expression, JAX's compiler would recompute the image for each cell of the window that reads it; with a
loop it is computed once. For NumPy the views and sums in `nn.kernels.windows` are fastest.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np

from glassnet.base.arrays import Array, Shape, namespace
from glassnet.nn.kernels.windows import Windows


def is_traced(array: Array) -> bool:
    """Return whether an array belongs to JAX.

    >>> is_traced(np.zeros(3))
    False
    """
    return namespace(array).__name__.startswith("jax")


def collect_windows(image: Array, windows: Windows) -> Array:
    """Return the values under each cell of a window at all its positions, (batch, height, width, cells, channels).

    `image` is padded, shape (batch, height, width, channels).
    """
    from jax import lax  # here, because JAX is optional

    xp, table = namespace(image), _table(image, [(*offset, cell) for cell, offset in enumerate(windows.offsets)])
    output, stride, cells = windows.output, windows.stride, len(windows.offsets)
    batch, _, _, channels = image.shape
    spans = [(places - 1) * step + 1 for places, step in zip(output, stride, strict=True)]

    def add(number: Any, found: Array) -> Array:
        row, column, cell = table[number]
        seen = lax.dynamic_slice(image, (ZERO, row, column, ZERO), (batch, *spans, channels))
        seen = seen[:, :: stride[0], :: stride[1], None]
        return lax.dynamic_update_slice(found, seen, (ZERO, ZERO, ZERO, cell, ZERO))

    nothing = xp.zeros((batch, *output, cells, channels), image.dtype)
    return lax.fori_loop(0, cells, add, nothing)


def spread_windows(values: Array, windows: Windows) -> Array:
    """Add up the values that belong to each cell of the image, (batch, height, width, channels): the backward pass.

    A row (or column) number of the image is a multiple of the stride plus a remainder. Windows side by side, as usual
    in pooling, only need their cells rearranged.

    `values` has the shape (batch, height, width, cells, channels), as `collect_windows` returns it.
    """
    if windows.side_by_side:
        return _rearrange(values, windows)
    from jax import lax  # here, because JAX is optional

    padded, offsets, (down, right) = windows.padded, windows.offsets, windows.stride
    batch, height, width, cells, channels = values.shape
    rows, columns = -(-padded[0] // down), -(-padded[1] // right)
    table = _table(values, [(i // down, i % down, j // right, j % right, cell) for cell, (i, j) in enumerate(offsets)])

    def add(number: Any, total: Array) -> Array:
        row, row_rest, column, column_rest, cell = table[number]
        place = (ZERO, row, row_rest, column, column_rest, ZERO)
        sizes = (batch, height, 1, width, 1, channels)
        more = lax.dynamic_slice(values, (ZERO, ZERO, ZERO, cell, ZERO), (batch, height, width, 1, channels))
        return lax.dynamic_update_slice(total, lax.dynamic_slice(total, place, sizes) + more.reshape(sizes), place)

    nothing = namespace(values).zeros((batch, rows, down, columns, right, channels), values.dtype)
    total = lax.fori_loop(0, cells, add, nothing).reshape(batch, rows * down, columns * right, channels)
    return total[:, : padded[0], : padded[1]]


def _rearrange(values: Array, windows: Windows) -> Array:
    batch, height, width, _, channels = values.shape
    down, right = windows.kernel_size
    cells = values.reshape(batch, height, width, down, right, channels).swapaxes(2, 3)
    image = cells.reshape(batch, height * down, width * right, channels)
    rest = [(0, n - m) for n, m in zip(windows.padded, image.shape[1:3], strict=True)]
    return namespace(values).pad(image, [(0, 0), *rest, (0, 0)])


ZERO = np.int32(0)


def _table(like: Array, rows: Sequence[Shape]) -> Array:
    return namespace(like).asarray(np.array(rows, np.int32))
