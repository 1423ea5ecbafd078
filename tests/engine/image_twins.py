"""Layers for images in PyTorch and in Keras, with borders counted on their own and channels where they want them."""

from typing import Any

import glassnet as gn

from .activation_rows import torch_activation
from .row import Given


def borders(layer: Any, size: Any, window: Any, dilation: Any = (1, 1)) -> list[tuple[int, int]]:
    """Return what is added before and after each axis: "same" makes as many places as ⌈size / stride⌉."""
    if layer.padding == "valid":
        return [(0, 0), (0, 0)]
    if layer.padding != "same":
        return list(layer.padding)
    sides = []
    for n, f, d, s in zip(size, window, dilation, layer.stride, strict=True):
        missing = max((-(-n // s) - 1) * s + (f - 1) * d + 1 - n, 0)
        sides.append((missing // 2, missing - missing // 2))
    return sides


def bordered(torch: Any, layer: Any, x: Any, window: Any, dilation: Any = (1, 1), fill: float = 0.0) -> Any:
    """Return x, channels second, with its border."""
    rows, columns = borders(layer, x.shape[1:3], window, dilation)
    mode = "replicate" if getattr(layer, "border", "zero") == "replicate" else "constant"
    more = {} if mode == "replicate" else {"value": fill}
    return torch.nn.functional.pad(x.movedim(-1, 1), (*columns, *rows), mode=mode, **more)


def convolve(torch: Any, layer: Any, given: Given) -> Any:
    """PyTorch's convolution."""
    x = bordered(torch, layer, given.x, layer.kernel_size, layer.dilation)
    weight = given.params["weight"].permute(3, 2, 0, 1)
    z = torch.nn.functional.conv2d(x, weight, given.params["bias"], layer.stride, 0, layer.dilation, layer.groups)
    return torch_activation(torch, layer.activation, z.movedim(1, -1))


def paint(torch: Any, layer: Any, given: Given) -> Any:
    """PyTorch's transposed convolution without padding, cut (or filled up) to the size that padding asks for."""
    weight = given.params["weight"].permute(3, 2, 0, 1)
    z = torch.nn.functional.conv_transpose2d(
        given.x.movedim(-1, 1), weight, stride=layer.stride, dilation=layer.dilation
    )
    for axis in (0, 1):
        painted, wanted = z.shape[2 + axis], given.x.shape[1 + axis] * layer.stride[axis]
        if layer.padding == "same":
            missing = max(wanted - painted, 0)
            fill = (0, missing) if axis else (0, 0, 0, missing)
            z = torch.nn.functional.pad(z, fill)
            extra = max(painted - wanted, 0)
            before, after = extra // 2, extra - extra // 2
        else:
            before, after = (0, 0) if layer.padding == "valid" else layer.padding[axis]
        z = z.narrow(2 + axis, before, z.shape[2 + axis] - before - after)
    return torch_activation(torch, layer.activation, z.movedim(1, -1) + given.params["bias"])


def max_pool(torch: Any, layer: Any, given: Given) -> Any:
    """PyTorch's max-pooling; a border of −∞ is never picked."""
    x = bordered(torch, layer, given.x, layer.pool_size, fill=-float("inf"))
    return torch.nn.functional.max_pool2d(x, layer.pool_size, layer.stride).movedim(1, -1)


def average_pool(torch: Any, layer: Any, given: Given) -> Any:
    """PyTorch's mean over each window, divided by the share of it that lies in the image."""
    pool = torch.nn.functional.avg_pool2d
    x, ones = (
        bordered(torch, layer, values, layer.pool_size) for values in (given.x, torch.ones_like(given.x).detach())
    )
    return (pool(x, layer.pool_size, layer.stride) / pool(ones, layer.pool_size, layer.stride)).movedim(1, -1)


def same_in_keras(keras: Any, layer: Any, given: Given) -> Any:
    """Keras, the only one that knows the uneven "same"."""
    ops, x = keras.ops, given.x
    if isinstance(layer, gn.MaxPool2D):
        return ops.max_pool(x, layer.pool_size, layer.stride, "same")
    if isinstance(layer, gn.AveragePool2D):
        return ops.average_pool(x, layer.pool_size, layer.stride, "same")
    weight, bias = given.params["weight"], given.params["bias"]
    if isinstance(layer, gn.Conv2DTranspose):
        z = ops.conv_transpose(x, weight, layer.stride, "same", dilation_rate=layer.dilation)
    elif max(layer.dilation) > 1:
        z = ops.conv(x, weight, 1, "same", dilation_rate=layer.dilation)
    else:
        z = ops.conv(x, weight, layer.stride, "same")
    named = type(layer.activation).__name__.lower()
    return keras.activations.get(named)(z + bias)
