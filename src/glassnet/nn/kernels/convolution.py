"""A convolution and its two gradients, each by the way that is quickest for its shapes and its device.

With x the padded picture, w the kernel, s the stride and d the dilation, in each group of channels and filters:

    z[p, f]   = Σ over cells k and channels c of x[s·p + d·k, c] · w[k, c, f]
    d_w[k, c, f] = Σ over samples and places p of x[s·p + d·k, c] · d_z[p, f]
    d_x[q, c] = Σ over places p and cells k with s·p + d·k = q, and filters f, of d_z[p, f] · w[k, c, f]

Two ways work them out, each a module with the three functions: products of matrices of patches (`patches`), and the
convolutions of JAX's own library (`lax_convolution`). Times of all three together, forward and back, float32; on two
cores in ms of processor time, on an H200 in ms:

    | batch, picture, channels → filters, 3×3 | patches | library | patches, GPU | library, GPU |
    |---|---|---|---|---|
    | 64, 28², 1 → 8      | 1.2  | 2.2 |      |      |
    | 64, 13², 8 → 16     | 0.8  | 1.0 |      |      |
    | 32, 61×64, 1 → 16   | 3.4  | 5.4 |      |      |
    | 32, 29×31, 16 → 32  | 10.7 | 9.9 | 0.24 | 0.11 |
    | 32, 13×14, 32 → 32  | 2.8  | 2.6 |      |      |
"""

from collections.abc import Callable
from functools import partial
from types import ModuleType
from typing import Any

from glassnet.base.arrays import Array, Shape
from glassnet.nn.kernels import lax_convolution, patches
from glassnet.nn.kernels.moving_windows import is_traced
from glassnet.nn.kernels.windows import Windows

LIBRARY_CHANNELS = 16
"""Channels from which, on a processor, the library is quicker than patches …"""
LIBRARY_PLACES = 500
"""… if the window has so many places: smaller pictures' patches stay in the cache."""


def convolve(padded: Array, weight: Array, windows: Windows, groups: int = 1) -> Array:
    """Return z, shape (batch, height, width, filters).

    Arguments:
        padded: the picture with its border, shape (batch, padded height, padded width, channels).
        weight: shape (kernel height, kernel width, channels / groups, filters).
        windows: where the kernel stands.
        groups: into how many groups channels and filters are cut; each group of filters sees its own channels.

    >>> import numpy as np
    >>> windows = Windows((2, 3), (1, 2), (2, 2), (1, 1), (1, 1), ((0, 0), (0, 0)))
    >>> picture = np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]).reshape(1, 2, 3, 1)
    >>> convolve(picture, np.ones((2, 2, 1, 1)), windows).tolist()
    [[[[12.0], [16.0]]]]
    """
    return _work_out("convolve", (padded, weight), padded.shape[-1], windows, groups)


def kernel_gradient(padded: Array, d_z: Array, windows: Windows, groups: int = 1) -> Array:
    """Return d_weight, shape (kernel height, kernel width, channels / groups, filters)."""
    return _work_out("kernel_gradient", (padded, d_z), padded.shape[-1], windows, groups)


def input_gradient(d_z: Array, weight: Array, windows: Windows, groups: int = 1) -> Array:
    """Return d_padded, shape (batch, padded height, padded width, channels)."""
    return _work_out("input_gradient", (d_z, weight), weight.shape[2] * groups, windows, groups)


def _work_out(name: str, arrays: tuple[Array, Array], channels: int, windows: Windows, groups: int) -> Array:
    def by(way: ModuleType) -> Callable[..., Array]:
        return partial(getattr(way, name), windows=windows, groups=groups)

    if not is_traced(arrays[0]):
        return by(patches)(*arrays)
    from jax import lax  # here, because JAX is optional

    on_processor = by(_processor_way(arrays[0].dtype.name, channels, windows.output))
    return lax.platform_dependent(*arrays, cpu=on_processor, default=by(lax_convolution))


def _processor_way(dtype: str, channels: int, places: Shape) -> Any:
    """Return the module to use on a processor; its library has nothing quick for float64."""
    large = channels >= LIBRARY_CHANNELS and places[0] * places[1] >= LIBRARY_PLACES
    return lax_convolution if large and dtype == "float32" else patches
