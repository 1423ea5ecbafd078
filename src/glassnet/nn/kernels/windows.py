"""Windows on an image: their positions, the values under them, and the backward pass."""

from collections.abc import Sequence
from itertools import product
from typing import Any, NamedTuple, TypeAlias

from glassnet.base.arrays import Array, is_numpy, namespace
from glassnet.nn.kernels.overlaps import sum_at

Pair: TypeAlias = tuple[int, int]
"""One number for the height, one for the width."""

Sides: TypeAlias = tuple[Pair, Pair]
"""Rows added at the top and the bottom, columns added on the left and on the right."""


class Windows(NamedTuple):
    """The positions of a window on a padded image; each field has a height and a width.

    Arguments:
        padded: size of the image with its padding.
        output: the number of positions.
        kernel_size, stride, dilation: cells of the window, cells between positions, distance between its cells.
        sides: the padding that was added.
    """

    padded: Pair
    output: Pair
    kernel_size: Pair
    stride: Pair
    dilation: Pair
    sides: Sides

    @property
    def offsets(self) -> list[Pair]:
        """Row and column of each cell of the window, counted from its corner, row by row."""
        rows, columns = (
            range(0, size * step, step) for size, step in zip(self.kernel_size, self.dilation, strict=True)
        )
        return list(product(rows, columns))

    @property
    def side_by_side(self) -> bool:
        """Whether each window begins where the previous one ends, so that no cell is under two windows."""
        return self.kernel_size == self.stride and self.dilation == (1, 1)


def cut(padded: Array, windows: Windows, *, axis: int) -> list[Array]:
    """Return, for each cell of the window, the values under it at all positions: views of the padded image.

    `axis` is the height axis, and the width axis follows it. In the result they have the sizes of the output.

    >>> import numpy as np
    >>> windows = Windows((2, 3), (1, 2), (2, 2), (1, 1), (1, 1), ((0, 0), (0, 0)))
    >>> [view.tolist() for view in cut(np.array([[1, 2, 3], [4, 5, 6]]), windows, axis=0)]
    [[[1, 2]], [[2, 3]], [[4, 5]], [[5, 6]]]
    """
    return [padded[place] for place in _places(windows, axis)]


def _places(windows: Windows, axis: int) -> list[tuple[slice, ...]]:
    """Return the positions of each cell of the window, as slices: every stride-th row and column from its own."""
    (height, width), (down, right) = windows.output, windows.stride
    before = (slice(None),) * axis
    return [
        (*before, slice(i, i + (height - 1) * down + 1, down), slice(j, j + (width - 1) * right + 1, right))
        for i, j in windows.offsets
    ]


def fold(views: Sequence[Array], windows: Windows, *, axis: int) -> Array:
    """Add up the values that belong to each cell of the padded image: the backward pass of `cut`.

    >>> import numpy as np
    >>> windows = Windows((2, 3), (1, 2), (2, 2), (1, 1), (1, 1), ((0, 0), (0, 0)))
    >>> views = [np.array([row]) for row in ([1, 2], [10, 20], [0, 0], [0, 5])]
    >>> fold(views, windows, axis=0).tolist()
    [[1, 12, 20], [0, 0, 5]]
    """
    if not is_numpy(views[0]):
        return _fold_without_writing(views, windows, axis)
    shape = views[0].shape
    return sum_at((*shape[:axis], *windows.padded, *shape[axis + 2 :]), _places(windows, axis), views)


def _fold_without_writing(views: Sequence[Array], windows: Windows, axis: int) -> Array:
    """Fold without writing in place.

    Cells whose row and column leave the same remainders after division by the stride form a small image, in which
    a step of the window is a shift by one. The small images are added up and then interleaved.
    """
    stride, output = windows.stride, windows.output
    small = [-(-n // s) for n, s in zip(windows.padded, stride, strict=True)]
    sums: dict[Any, Array] = {}
    for offset, view in zip(windows.offsets, views, strict=True):
        shift = [o // s for o, s in zip(offset, stride, strict=True)]
        sides = [(q, n - m - q) for q, n, m in zip(shift, small, output, strict=True)]
        placed = namespace(view).pad(view, [(0, 0)] * axis + sides + [(0, 0)] * (view.ndim - axis - 2))
        phase = tuple(o % s for o, s in zip(offset, stride, strict=True))
        sums[phase] = sums[phase] + placed if phase in sums else placed
    if stride == (1, 1):
        return sums[0, 0]
    return _interleave(sums, windows, axis)


def _interleave(sums: dict[Any, Array], windows: Windows, axis: int) -> Array:
    down, right = windows.stride
    first = sums[0, 0]
    xp, nothing = namespace(first), first * 0
    rows = [xp.stack([sums.get((i, j), nothing) for j in range(right)], axis=axis + 2) for i in range(down)]
    whole = xp.stack(rows, axis=axis + 1)  # …, small height, down, small width, right, …
    shape = first.shape
    whole = whole.reshape(*shape[:axis], shape[axis] * down, shape[axis + 1] * right, *shape[axis + 2 :])
    height, width = windows.padded
    return whole[(slice(None),) * axis + (slice(height), slice(width))]
