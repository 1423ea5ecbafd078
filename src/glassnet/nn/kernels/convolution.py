"""A convolution and its two gradients, each by the method that is fastest on its device.

With x the padded image, w the kernel, s the stride and d the dilation, in each group of channels and filters:

    z[p, f]   = Σ over cells k and channels c of x[s·p + d·k, c] · w[k, c, f]
    d_w[k, c, f] = Σ over samples and positions p of x[s·p + d·k, c] · d_z[p, f]
    d_x[q, c] = Σ over positions p and cells k with s·p + d·k = q, and filters f, of d_z[p, f] · w[k, c, f]

Two methods compute them, each a module with the three functions: products of matrices of patches (`patches`: NumPy, and
JAX on a CPU), and the convolutions of JAX's own library (`lax_convolution`: on a GPU or TPU). All three together,
3×3, float32, alone in a program, in ms of CPU time on two cores:

    | batch, image, channels → filters | patches | library |
    |---|---|---|
    | 64, 28², 1 → 8      | 1.2  | 2.7  |
    | 64, 13², 8 → 16     | 0.8  | 1.1  |
    | 32, 61×64, 1 → 16   | 3.4  | 5.6  |
    | 32, 29×31, 16 → 32  | 10.7 | 10.9 |
    | 32, 13×14, 32 → 32  | 2.8  | 2.9  |

On an H200 patches take 0.20 to 0.24 ms and the library 0.07 to 0.11. On a CPU the library is nowhere faster, and
in the loop of a training program far slower: with it in the layer of 16 → 32 alone, a step of the network of the last
three rows took 156 ms instead of 29.
"""

from collections.abc import Callable
from functools import partial
from types import ModuleType

from glassnet.base.arrays import Array
from glassnet.nn.kernels import lax_convolution, patches
from glassnet.nn.kernels.moving_windows import is_traced
from glassnet.nn.kernels.windows import Windows


def convolve(padded: Array, weight: Array, windows: Windows, groups: int = 1) -> Array:
    """Return z, shape (batch, height, width, filters).

    Arguments:
        padded: the image padded, shape (batch, padded height, padded width, channels).
        weight: shape (kernel height, kernel width, channels / groups, filters).
        windows: the positions of the kernel.
        groups: into how many groups channels and filters are cut; each group of filters sees its own channels.

    >>> import numpy as np
    >>> windows = Windows((2, 3), (1, 2), (2, 2), (1, 1), (1, 1), ((0, 0), (0, 0)))
    >>> image = np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]).reshape(1, 2, 3, 1)
    >>> convolve(image, np.ones((2, 2, 1, 1)), windows).tolist()
    [[[[12.0], [16.0]]]]
    """
    return _work_out("convolve", (padded, weight), windows, groups)


def kernel_gradient(padded: Array, d_z: Array, windows: Windows, groups: int = 1) -> Array:
    """Return d_weight, shape (kernel height, kernel width, channels / groups, filters)."""
    return _work_out("kernel_gradient", (padded, d_z), windows, groups)


def input_gradient(d_z: Array, weight: Array, windows: Windows, groups: int = 1) -> Array:
    """Return d_padded, shape (batch, padded height, padded width, channels)."""
    return _work_out("input_gradient", (d_z, weight), windows, groups)


def _work_out(name: str, arrays: tuple[Array, Array], windows: Windows, groups: int) -> Array:
    def by(way: ModuleType) -> Callable[..., Array]:
        return partial(getattr(way, name), windows=windows, groups=groups)

    if not is_traced(arrays[0]):
        return by(patches)(*arrays)
    from jax import lax  # here, because JAX is optional

    return lax.platform_dependent(*arrays, cpu=by(patches), default=by(lax_convolution))
