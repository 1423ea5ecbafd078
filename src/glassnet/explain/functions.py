"""NumPy's functions on traced arrays: how each of them records the history of its result."""

from collections.abc import Callable
from typing import Any

import numpy as np

from glassnet.explain.node import Made, elementwise, join, move, plain, reduce

UFUNCS = {
    "true_divide": "divide",
    "float_power": "power",
    "mod": "remainder",
    "fmod": "remainder",
    "fabs": "absolute",
    "fmax": "maximum",
    "fmin": "minimum",
    "logical_and": "and",
    "bitwise_and": "and",
    "logical_or": "or",
    "bitwise_or": "or",
    "logical_xor": "xor",
    "bitwise_xor": "xor",
    "logical_not": "not",
    "invert": "not",
} | {
    name: name
    for name in (
        *("add", "subtract", "multiply", "divide", "power", "remainder", "floor_divide", "negative", "positive"),
        *("absolute", "less", "less_equal", "greater", "greater_equal", "equal", "not_equal", "exp", "expm1", "log"),
        *("log1p", "log2", "log10", "sqrt", "square", "reciprocal", "sin", "cos", "tan", "sinh", "cosh", "arctan"),
        *("tanh", "sign", "floor", "ceil", "erf", "maximum", "minimum"),
    )
}
"""Element-by-element functions, and their names in expressions."""

REDUCED_BY = {
    "add": "sum",
    "multiply": "product",
    "maximum": "maximum",
    "minimum": "minimum",
    "logical_or": "or",
    "logical_and": "and",
}
"""The operation that `ufunc.reduce` combines elements with."""

REDUCTIONS: dict[str, tuple[str, Callable[..., Any]]] = {
    "sum": ("sum", np.sum),
    "mean": ("mean", np.mean),
    "max": ("maximum", np.max),
    "min": ("minimum", np.min),
    "prod": ("product", np.prod),
    "any": ("or", np.any),
    "all": ("and", np.all),
    "argmax": ("argmax", np.argmax),
    "argmin": ("argmin", np.argmin),
}
"""Functions (and methods) that reduce many elements to one, and the operation of each."""


def _moving(function: Callable[..., Any]) -> Callable[..., Made]:
    return lambda array, *args, **kwargs: move(lambda values: function(values, *args, **kwargs), array)


def _joining(function: Callable[..., Any]) -> Callable[..., Made]:
    def joined(arrays: Any, *args: Any, **kwargs: Any) -> Made:
        return join(lambda parts: function(parts, *args, **kwargs), list(arrays))

    return joined


def _cutting(function: Callable[..., Any]) -> Callable[..., list[Made]]:
    def cut(array: Any, *args: Any, **kwargs: Any) -> list[Made]:
        count = len(function(plain(array), *args, **kwargs))

        def piece(at: int) -> Made:
            return move(lambda values: function(values, *args, **kwargs)[at], array)

        return [piece(at) for at in range(count)]

    return cut


def _reducing(op: str, function: Callable[..., Any]) -> Callable[..., Made]:
    def reduced(array: Any, axis: Any = None, keepdims: bool = False, **settings: Any) -> Made:
        return reduce(op, function, array, axis, keepdims, **{name: plain(value) for name, value in settings.items()})

    return reduced


def _pad(array: Any, pad_width: Any, mode: Any = "constant", **settings: Any) -> Made:
    value = np.pad(plain(array), pad_width, mode, **settings)
    without = {"constant_values": 0} if mode == "constant" else settings
    return Made(value, "move", (array,), lambda ids: np.pad(ids[0], pad_width, mode, **without))


def _where(condition: Any, yes: Any, no: Any) -> Made:
    return elementwise("where", np.where, condition, yes, no)


def _clip(array: Any, low: Any = None, high: Any = None) -> Made:
    raised = array if low is None else elementwise("maximum", np.maximum, array, low)
    numbers = raised.value if isinstance(raised, Made) else plain(array)
    limit = np.inf if high is None else high
    return Made(np.minimum(numbers, plain(limit)), "minimum", (raised, limit))


def _take(table: Any, numbers: Any, axis: Any = None) -> Made:
    """Take elements of the table; the whole numbers that select them are part of the history."""
    chosen = move(lambda values: np.take(values, plain(numbers), axis=axis), table)
    width = np.shape(plain(table))[-1]
    if plain(numbers) is numbers or axis != 0 or np.ndim(plain(table)) != 2:
        return chosen
    return Made(chosen.value, "pick", (numbers, chosen), np.repeat(np.arange(np.size(plain(numbers))), width))


def _like(fill: float) -> Callable[..., Made]:
    def make(array: Any, dtype: Any = None, shape: Any = None) -> Made:
        value = np.full_like(plain(array), fill, dtype=dtype, shape=shape)
        return Made(value, "constant", ())

    return make


def _full_like(array: Any, fill_value: Any, dtype: Any = None, shape: Any = None) -> Made:
    return Made(np.full_like(plain(array), plain(fill_value), dtype=dtype, shape=shape), "rounded", (fill_value,))


def _dot(one: Any, other: Any) -> Made:
    return Made(np.dot(plain(one), plain(other)), "matmul", (one, other))


FUNCTIONS: dict[Any, Callable[..., Any]] = {
    np.where: _where,
    np.pad: _pad,
    np.take: _take,
    np.clip: _clip,
    np.zeros_like: _like(0.0),
    np.ones_like: _like(1.0),
    np.full_like: _full_like,
} | {
    function: _moving(function)
    for function in (
        *(np.reshape, np.transpose, np.matrix_transpose, np.swapaxes, np.moveaxis, np.expand_dims, np.squeeze),
        *(np.ravel, np.repeat, np.tile, np.flip, np.fliplr, np.flipud, np.roll, np.rot90, np.broadcast_to, np.diag),
        *(np.diagonal, np.tril, np.triu, np.copy, np.delete, np.take_along_axis, np.permute_dims, np.rollaxis),
        np.lib.stride_tricks.sliding_window_view,
    )
} | {
    function: _joining(function)
    for function in (np.concatenate, np.concat, np.stack, np.vstack, np.hstack, np.dstack, np.column_stack)
} | {
    function: _cutting(function)
    for function in (np.split, np.array_split, np.hsplit, np.vsplit, np.unstack)
    } | {function: _reducing(op, function) for op, function in REDUCTIONS.values()}  # fmt: skip
"""Further known functions, besides operators and element-by-element ones; all others are traced scalar by scalar."""
