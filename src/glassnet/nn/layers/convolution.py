"""Convolution as patches × kernel: the flattened image patch at each position, times the flattened weight."""

from glassnet.base.arrays import Array, namespace
from glassnet.nn.kernels.moving_windows import collect_windows, is_traced, spread_windows
from glassnet.nn.layers.windows import Windows, cut, fold

# Inside, channels come first, (channels, batch, height, width): so that NumPy copies whole rows. Under JAX they
# come last, and each patch is contiguous, which suits its matrix products.


def make_patches(padded: Array, windows: Windows) -> Array:
    """Return the patch under the window at each position.

    Its shape is (batch, height, width, kernel height, kernel width, channels); that of `padded` is
    (batch, padded height, padded width, channels).
    """
    if is_traced(padded):
        patches = collect_windows(padded, windows.offsets, windows.output, windows.stride)
        return patches.reshape(*patches.shape[:3], *windows.kernel_size, -1)
    channels_first = padded.transpose(3, 0, 1, 2).copy()
    stacked = namespace(padded).stack(cut(channels_first, windows, axis=2))
    return stacked.reshape(*windows.kernel_size, *stacked.shape[1:]).transpose(3, 4, 5, 0, 1, 2)


def apply_kernel(patches: Array, weight: Array, groups: int) -> Array:
    """Return patches · weight, shape (batch, height, width, filters).

    `weight` has the shape (kernel height, kernel width, channels / groups, filters): each group of filters
    sees its own group of channels.
    """
    filters = weight.shape[-1]
    if groups == 1 and is_traced(patches):
        return _rows(patches) @ weight.reshape(-1, filters)
    z = _columns(patches, groups).swapaxes(1, 2) @ _matrices(weight, groups)
    return z.transpose(1, 0, 2).reshape(*patches.shape[:3], filters)


def kernel_gradient(patches: Array, d_z: Array, groups: int) -> Array:
    """Return d_weight = patchesᵀ · d_z, shape (kernel height, kernel width, channels / groups, filters)."""
    kernel, filters = patches.shape[3:5], d_z.shape[-1]
    if groups == 1 and is_traced(patches):
        rows = _rows(patches)
        d_weight = rows.reshape(-1, rows.shape[-1]).T @ d_z.reshape(-1, filters)
        return d_weight.reshape(*kernel, -1, filters)
    d_weight = _columns(patches, groups) @ _by_group(d_z, groups)
    return d_weight.transpose(1, 0, 2).reshape(*kernel, patches.shape[-1] // groups, filters)


def patch_gradient(d_z: Array, weight: Array, groups: int) -> Array:
    """Return d_patches = d_z · weightᵀ, in the shape of the patches."""
    kernel, channels = weight.shape[:2], weight.shape[2]
    if groups == 1 and is_traced(d_z):
        return (d_z @ weight.reshape(-1, weight.shape[-1]).T).reshape(*d_z.shape[:3], *weight.shape[:3])
    d_columns = _matrices(weight, groups) @ _by_group(d_z, groups).swapaxes(1, 2)
    d_columns = d_columns.reshape(groups, *kernel, channels, *d_z.shape[:3]).transpose(4, 5, 6, 1, 2, 0, 3)
    return d_columns.reshape(*d_z.shape[:3], *kernel, groups * channels)


def fold_patches(d_patches: Array, windows: Windows) -> Array:
    """Return the padded image in which each cell is the sum of all patch values that came from it.

    The result has the shape (batch, padded height, padded width, channels).
    """
    if is_traced(d_patches):
        values = d_patches.reshape(*d_patches.shape[:3], -1, d_patches.shape[-1])
        return spread_windows(values, windows.offsets, windows.padded, windows.stride)
    channels_first = d_patches.transpose(3, 4, 5, 0, 1, 2)
    views = channels_first.reshape(-1, *channels_first.shape[2:])
    return fold(list(views), windows, axis=2).transpose(1, 2, 3, 0)


def _rows(patches: Array) -> Array:
    """(batch, height, width, kernel cells · channels)."""
    return patches.reshape(*patches.shape[:3], -1)


def _columns(patches: Array, groups: int) -> Array:
    """(groups, kernel cells · channels of a group, positions): no copy for one group."""
    cells = patches.shape[3] * patches.shape[4]
    columns = patches.transpose(3, 4, 5, 0, 1, 2).reshape(cells, groups, patches.shape[5] // groups, -1)
    return columns.transpose(1, 0, 2, 3).reshape(groups, -1, columns.shape[-1])


def _matrices(weight: Array, groups: int) -> Array:
    """(groups, kernel cells · channels of a group, filters of a group)."""
    return weight.reshape(-1, groups, weight.shape[-1] // groups).transpose(1, 0, 2)


def _by_group(d_z: Array, groups: int) -> Array:
    """(groups, positions, filters of a group)."""
    return d_z.reshape(-1, groups, d_z.shape[-1] // groups).transpose(1, 0, 2)
