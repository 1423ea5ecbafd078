"""Convolutions as products of matrices: the image under each place of the window, flat, times the kernel, flat.

Inside, channels come first, (channels, batch, height, width): then NumPy's copies run along whole rows. It takes some
samples at a time, so that their patches are still in the cache when they are multiplied. Under JAX channels come last,
and patches lie one after the other, as its products of matrices like them.
"""

import math
from collections.abc import Iterator
from functools import reduce
from operator import add

from glassnet.base.arrays import Array, is_numpy, namespace
from glassnet.nn.kernels.moving_windows import collect_windows, is_traced, spread_windows
from glassnet.nn.kernels.windows import Windows, cut, fold

TOGETHER = 2**21
"""Bytes of patches; 16 → 32 channels on 29×31 cells take a quarter less time so than with a batch of 32 at once."""


def convolve(padded: Array, weight: Array, windows: Windows, groups: int) -> Array:
    """Return z = patches · weight."""
    filters = weight.shape[-1]
    if groups == 1 and is_traced(padded):
        return _rows(padded, windows) @ weight.reshape(-1, filters)
    matrices, found = _matrices(weight, groups), []
    for some in _samples(padded, len(padded), padded.shape[-1], windows):
        z = _columns(padded[some], windows, groups).swapaxes(1, 2) @ matrices
        found.append(z.transpose(1, 0, 2).reshape(-1, *windows.output, filters))
    return _joined(found)


def kernel_gradient(padded: Array, d_z: Array, windows: Windows, groups: int) -> Array:
    """Return d_weight = patchesᵀ · d_z."""
    kernel, filters = windows.kernel_size, d_z.shape[-1]
    if groups == 1 and is_traced(padded):
        rows = _rows(padded, windows)
        d_weight = rows.reshape(-1, rows.shape[-1]).T @ d_z.reshape(-1, filters)
        return d_weight.reshape(*kernel, -1, filters)
    of_samples = (
        _columns(padded[some], windows, groups) @ _by_group(d_z[some], groups)
        for some in _samples(padded, len(padded), padded.shape[-1], windows)
    )
    return reduce(add, of_samples).transpose(1, 0, 2).reshape(*kernel, -1, filters)


def input_gradient(d_z: Array, weight: Array, windows: Windows, groups: int) -> Array:
    """Return d_padded: d_patches = d_z · weightᵀ, added up where patches overlap."""
    batch, cells, channels = len(d_z), len(windows.offsets), weight.shape[2]
    if groups == 1 and is_traced(d_z):
        d_patches = d_z @ weight.reshape(-1, weight.shape[-1]).T
        values = d_patches.reshape(batch, *windows.output, cells, channels)
        return spread_windows(values, windows)
    matrices, found = _matrices(weight, groups), []
    for some in _samples(d_z, batch, groups * channels, windows):
        d_columns = matrices @ _by_group(d_z[some], groups).swapaxes(1, 2)
        by_cell = d_columns.reshape(groups, cells, channels, -1, *windows.output).swapaxes(0, 1)
        views = by_cell.reshape(cells, groups * channels, *by_cell.shape[3:])
        found.append(fold(list(views), windows, axis=2).transpose(1, 2, 3, 0))
    return _joined(found)


def _samples(like: Array, batch: int, channels: int, windows: Windows) -> Iterator[slice]:
    """Yield which samples are taken together: as many as have patches of about `TOGETHER` bytes; for JAX all."""
    of_sample = len(windows.offsets) * channels * math.prod(windows.output) * like.dtype.itemsize
    count = max(TOGETHER // of_sample, 1) if is_numpy(like) else batch
    for begin in range(0, max(batch, 1), count):  # no samples have an output too, of their shape
        yield slice(begin, begin + count)


def _joined(found: list[Array]) -> Array:
    return found[0] if len(found) == 1 else namespace(found[0]).concat(found)


def _rows(padded: Array, windows: Windows) -> Array:
    """(batch, height, width, kernel cells · channels)."""
    found = collect_windows(padded, windows)
    return found.reshape(*found.shape[:3], -1)


def _columns(padded: Array, windows: Windows, groups: int) -> Array:
    """(groups, kernel cells · channels of a group, places): no second copy for one group."""
    stacked = namespace(padded).stack(cut(padded.transpose(3, 0, 1, 2).copy(), windows, axis=2))
    cells, channels = stacked.shape[:2]
    columns = stacked.reshape(cells, groups, channels // groups, -1)
    return columns.swapaxes(0, 1).reshape(groups, cells * (channels // groups), -1)


def _matrices(weight: Array, groups: int) -> Array:
    """(groups, kernel cells · channels of a group, filters of a group)."""
    return weight.reshape(-1, groups, weight.shape[-1] // groups).transpose(1, 0, 2)


def _by_group(d_z: Array, groups: int) -> Array:
    """(groups, places, filters of a group)."""
    return d_z.reshape(-1, groups, d_z.shape[-1] // groups).transpose(1, 0, 2)
