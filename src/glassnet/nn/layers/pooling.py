"""Selecting the largest or the smallest number under each position of a window, forward and backward."""

from collections.abc import Callable
from functools import reduce
from typing import Any

from glassnet.base.arrays import Array, is_numpy, namespace
from glassnet.base.errors import SettingError
from glassnet.nn.kernels.moving_windows import is_traced, spread_windows
from glassnet.nn.kernels.windows import Pair, Sides, Windows, cut, fold
from glassnet.nn.layers.layer import Parts
from glassnet.nn.layers.padding import check_padding, check_pair, pad, unpad


def check_pooling(layer: Any) -> None:
    """Check pool_size, stride and padding of a pooling layer, and convert them to their full form."""
    object.__setattr__(layer, "pool_size", check_pair("pool_size", layer.pool_size))
    stride = layer.pool_size if layer.stride is None else check_pair("stride", layer.stride)
    object.__setattr__(layer, "stride", stride)
    object.__setattr__(layer, "padding", check_padding(layer.padding))
    check_pool_padding(layer.pool_size, layer.padding)


def check_pool_padding(pool_size: Pair, padding: str | Sides) -> None:
    """Raise a SettingError if a window could lie entirely in the padding, with nothing to pool."""
    if not isinstance(padding, str) and any(max(side) >= f for side, f in zip(padding, pool_size, strict=True)):
        raise SettingError(f"padding of a pooling layer must be smaller than pool_size {pool_size}; got {padding}.")


def pick(x: Array, windows: Windows, better: Callable[[Array, Array], Array], fill: float) -> tuple[Array, Parts]:
    """Return the best value at each position, and parts with a mask of the selected cells.

    The mask has the shape (batch, height, width, cells of the window, channels). Ties go to the first cell,
    row by row, as in PyTorch. Padding is filled with `fill` and never selected.
    """
    views = cut(pad(x, windows.sides, axis=1, fill=fill), windows, axis=1)
    best = reduce(better, views)
    taken: Any = None
    masks = []
    for view in views:
        here = view == best
        masks.append(here if taken is None else here & ~taken)
        taken = here if taken is None else taken | here
    return best, {"x": x, "mask": namespace(x).stack(masks, axis=3), "a": best}


def pick_gradient(parts: Parts, d_output: Array, windows: Windows) -> Array:
    """Return d_x: each number of d_output goes to the cell that was selected."""
    mask = parts["mask"]
    if is_traced(mask):
        values = mask * d_output[:, :, :, None]
        d_padded = spread_windows(values, windows)
        return unpad(d_padded, windows.sides, axis=1)
    if windows.side_by_side and is_numpy(mask):
        return unpad(_lay(mask, d_output, windows), windows.sides, axis=1)
    views = [mask[:, :, :, cell] * d_output for cell in range(mask.shape[3])]
    return unpad(fold(views, windows, axis=1), windows.sides, axis=1)


def _lay(mask: Array, d_output: Array, windows: Windows) -> Array:
    """Return what `fold` would, written in one go, on an array made here: no cell lies under two windows."""
    batch, *_, channels = d_output.shape
    whole = namespace(d_output).full((batch, *windows.padded, channels), 0.0, d_output.dtype)
    for cell, under in enumerate(cut(whole, windows, axis=1)):
        namespace(d_output).multiply(mask[:, :, :, cell], d_output, out=under)
    return whole
