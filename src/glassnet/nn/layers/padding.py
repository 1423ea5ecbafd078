"""Padding: cells added around the border of an image."""

from typing import Any

from glassnet.base.arrays import Array, namespace
from glassnet.base.checks import whole_number
from glassnet.base.errors import SettingError
from glassnet.base.registry import look_up
from glassnet.nn.kernels.windows import Pair, Sides

BORDERS = {"zero": "constant", "replicate": "edge"}
"""The content of added cells: 0, or the value of the nearest cell of the image; with NumPy's names."""


def check_pair(name: str, value: Any, *, minimum: int = 1) -> Pair:
    """Return one number for the height and one for the width; a single number is used for both.

    >>> check_pair("stride", 2), check_pair("stride", (1, 2))
    ((2, 2), (1, 2))
    """
    pair = value if isinstance(value, tuple | list) else (value, value)
    if len(pair) != 2:
        raise SettingError(f"{name} must be a whole number or a pair of them (height, width); got {value!r}.")
    return (whole_number(name, pair[0], minimum=minimum), whole_number(name, pair[1], minimum=minimum))


def check_padding(value: Any) -> str | Sides:
    """Return "valid", "same", or explicit rows and columns; a number or a pair applies to both sides of an axis.

    >>> check_padding("same"), check_padding(1), check_padding(((0, 1), (2, 3)))
    ('same', ((1, 1), (1, 1)), ((0, 1), (2, 3)))
    """
    if isinstance(value, str) and value in ("valid", "same"):
        return str(value)
    pair = value if isinstance(value, tuple | list) else (value, value)
    if isinstance(value, str) or len(pair) != 2:
        raise SettingError(
            'padding must be "valid", "same", a whole number, (height, width) or ((top, bottom), (left, right)); '
            f"got {value!r}."
        )
    rows, columns = (check_pair("padding", side, minimum=0) for side in pair)
    return (rows, columns)


def check_border(border: str) -> None:
    """Raise an UnknownNameError unless `border` is one of the known borders."""
    look_up("border", border, BORDERS)


def pad(x: Array, sides: Sides, border: str = "zero", *, axis: int, fill: float = 0.0) -> Array:
    """Return x with a border around its height (the given axis) and its width (the next one).

    >>> import numpy as np
    >>> pad(np.array([[1.0, 2.0]]), ((0, 0), (1, 2)), "replicate", axis=0).tolist()
    [[1.0, 1.0, 2.0, 2.0, 2.0]]
    """
    if not any(map(any, sides)):
        return x
    widths = [(0, 0)] * axis + [*sides] + [(0, 0)] * (x.ndim - axis - 2)
    if border == "replicate":
        return namespace(x).pad(x, widths, mode=BORDERS[border])
    return namespace(x).pad(x, widths, mode=BORDERS[border], constant_values=fill)


def unpad(d_padded: Array, sides: Sides, border: str = "zero", *, axis: int) -> Array:
    """Return d_x of `pad`: the border is cropped; if it replicated the image's edge, its gradients are added there.

    >>> import numpy as np
    >>> unpad(np.array([[1.0, 2.0, 4.0, 8.0, 16.0]]), ((0, 0), (1, 2)), "replicate", axis=0).tolist()
    [[3.0, 28.0]]
    """
    for offset, (before, after) in enumerate(sides):
        if before or after:
            d_padded = _unpad_axis(d_padded, before, after, border, axis + offset)
    return d_padded


def _unpad_axis(d_padded: Array, before: int, after: int, border: str, axis: int) -> Array:
    last = d_padded.shape[axis] - after
    if border == "zero":
        return d_padded[_part(axis, before, last)]
    if last - before == 1:  # the only cell was replicated on both sides
        return d_padded.sum(axis=axis, keepdims=True)
    first_cell = d_padded[_part(axis, 0, before + 1)].sum(axis=axis, keepdims=True)
    last_cell = d_padded[_part(axis, last - 1, None)].sum(axis=axis, keepdims=True)
    inner = d_padded[_part(axis, before + 1, last - 1)]
    return namespace(d_padded).concat([first_cell, inner, last_cell], axis=axis)


def _part(axis: int, begin: int, end: int | None) -> tuple[slice, ...]:
    return (slice(None),) * axis + (slice(begin, end),)
