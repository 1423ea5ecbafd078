"""Convolutions by JAX's own library: the three of `nn.kernels.convolution`, each as one call."""

from typing import Any

from glassnet.base.arrays import Array
from glassnet.nn.kernels.windows import Windows

PICTURE = "NHWC"
KERNEL = "HWIO"


def convolve(padded: Array, weight: Array, windows: Windows, groups: int) -> Array:
    """Return z: the library's convolution as it is meant."""
    return _lax().conv_general_dilated(
        padded,
        weight,
        windows.stride,
        "VALID",
        rhs_dilation=windows.dilation,
        dimension_numbers=(PICTURE, KERNEL, PICTURE),
        feature_group_count=groups,
    )


def kernel_gradient(padded: Array, d_z: Array, windows: Windows, groups: int) -> Array:
    """Return d_weight: the image convolved with d_z as its kernel, summed over samples instead of channels.

    Stride and dilation change places: d_z's cells lie a stride apart, the kernel's a dilation.
    """
    d_weight = _lax().conv_general_dilated(
        padded,
        d_z,
        windows.dilation,
        "VALID",
        rhs_dilation=windows.stride,
        dimension_numbers=("CHWN", "IHWO", "HWNC"),
        batch_group_count=groups,
    )
    height, width = windows.kernel_size
    return d_weight[:height, :width]  # cells beyond are of the rows and columns that no stride reaches


def input_gradient(d_z: Array, weight: Array, windows: Windows, groups: int) -> Array:
    """Return d_padded: d_z, its cells a stride apart, convolved with the kernel turned round."""
    sides = []
    for axis in range(2):
        span = windows.dilation[axis] * (windows.kernel_size[axis] - 1)
        reached = (windows.output[axis] - 1) * windows.stride[axis] + span + 1
        sides.append((span, span + windows.padded[axis] - reached))
    return _lax().conv_general_dilated(
        d_z,
        _turned(weight, groups),
        (1, 1),
        sides,
        lhs_dilation=windows.stride,
        rhs_dilation=windows.dilation,
        dimension_numbers=(PICTURE, KERNEL, PICTURE),
        feature_group_count=groups,
    )


def _turned(weight: Array, groups: int) -> Array:
    """Return the kernel turned round, with filters going in and channels coming out, group by group."""
    height, width, channels, filters = weight.shape
    by_group = weight[::-1, ::-1].reshape(height, width, channels, groups, filters // groups)
    return by_group.transpose(0, 1, 4, 3, 2).reshape(height, width, filters // groups, groups * channels)


def _lax() -> Any:
    from jax import lax  # here, because JAX is optional

    return lax
