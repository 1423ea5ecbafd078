"""Convolutions as products of matrices: the picture under each place of the window, flat, times the kernel, flat.

Inside, channels come first, (channels, batch, height, width): then NumPy's copies run along whole rows. Under JAX they
come last, and patches lie one after the other, as its products of matrices like them.
"""

from glassnet.base.arrays import Array, namespace
from glassnet.nn.kernels.moving_windows import collect_windows, is_traced, spread_windows
from glassnet.nn.kernels.windows import Windows, cut, fold


def convolve(padded: Array, weight: Array, windows: Windows, groups: int) -> Array:
    """Return z = patches · weight."""
    filters = weight.shape[-1]
    if groups == 1 and is_traced(padded):
        return _rows(padded, windows) @ weight.reshape(-1, filters)
    z = _columns(padded, windows, groups).swapaxes(1, 2) @ _matrices(weight, groups)
    return z.transpose(1, 0, 2).reshape(len(padded), *windows.output, filters)


def kernel_gradient(padded: Array, d_z: Array, windows: Windows, groups: int) -> Array:
    """Return d_weight = patchesᵀ · d_z."""
    kernel, filters = windows.kernel_size, d_z.shape[-1]
    if groups == 1 and is_traced(padded):
        rows = _rows(padded, windows)
        d_weight = rows.reshape(-1, rows.shape[-1]).T @ d_z.reshape(-1, filters)
        return d_weight.reshape(*kernel, -1, filters)
    d_weight = _columns(padded, windows, groups) @ _by_group(d_z, groups)
    return d_weight.transpose(1, 0, 2).reshape(*kernel, -1, filters)


def input_gradient(d_z: Array, weight: Array, windows: Windows, groups: int) -> Array:
    """Return d_padded: d_patches = d_z · weightᵀ, added up where patches overlap."""
    batch, cells, channels = len(d_z), len(windows.offsets), weight.shape[2]
    if groups == 1 and is_traced(d_z):
        d_patches = d_z @ weight.reshape(-1, weight.shape[-1]).T
        values = d_patches.reshape(batch, *windows.output, cells, channels)
        return spread_windows(values, windows)
    d_columns = _matrices(weight, groups) @ _by_group(d_z, groups).swapaxes(1, 2)
    by_cell = d_columns.reshape(groups, cells, channels, batch, *windows.output).swapaxes(0, 1)
    views = by_cell.reshape(cells, groups * channels, batch, *windows.output)
    return fold(list(views), windows, axis=2).transpose(1, 2, 3, 0)


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
