"""Traced arrays: NumPy arrays in which every element knows how it was computed.

The third reading of a layer: its own forward (or backward) is called on traced arrays. Each operation computes the
values as NumPy does, bit for bit, and records what it did; the expression of one element is built only when it is
asked for. So tracing a layer of any size costs little more than a plain forward pass.
"""

import operator
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

from glassnet.base.arrays import Array
from glassnet.explain.functions import FUNCTIONS, REDUCED_BY, REDUCTIONS, UFUNCS
from glassnet.explain.node import Made, Node, elementwise, move, plain, reduce
from glassnet.explain.scalar import call_on_scalars


class TracedArray(Node):
    """A node that behaves like a NumPy array.

    >>> x = leaf_array(np.array([[1.0, 2.0]]), lambda place: f"x{place}")
    >>> z = np.exp(x @ np.array([[3.0], [4.0]]) - 11.0)
    >>> z.value.tolist(), z.op, z.operands[0].op
    ([[1.0]], 'exp', 'subtract')
    """

    __slots__ = ()
    __hash__ = object.__hash__

    @property
    def dtype(self) -> Any:
        """The type of the numbers."""
        return np.asarray(self.value).dtype

    @property
    def ndim(self) -> int:
        """How many axes there are."""
        return np.ndim(self.value)

    @property
    def T(self) -> "TracedArray":  # noqa: N802 (NumPy's name)
        """The array with its axes in reverse order."""
        return _array(move(np.transpose, self))

    @property
    def mT(self) -> "TracedArray":  # noqa: N802 (NumPy's name)
        """The array with its last two axes swapped."""
        return _array(move(np.matrix_transpose, self))

    @property
    def at(self) -> "At":
        """Rows to add values to, written as in JAX: x.at[rows].add(values)."""
        return At(self)

    def __array_namespace__(self, api_version: str | None = None) -> Any:
        return np

    def __array__(self, dtype: Any = None, copy: bool | None = None) -> Array:
        raise TypeError("a traced array was written into a plain one, where its history would be lost")

    def __len__(self) -> int:
        return len(self.value)

    def __bool__(self) -> bool:
        return bool(self.value)

    def __int__(self) -> int:
        return int(self.value)

    def __float__(self) -> float:
        raise TypeError("a traced number was converted to a plain float, which has no history")

    def __index__(self) -> int:
        return operator.index(self.value)

    def __iter__(self) -> Iterator["TracedArray"]:
        return (self[place] for place in range(len(self)))

    def __getitem__(self, key: Any) -> "TracedArray":
        places = plain(key)
        return _array(move(lambda values: values[places], self))

    def reshape(self, *shape: Any, **settings: Any) -> "TracedArray":
        """Return the elements in another shape."""
        return _array(move(lambda values: values.reshape(*shape, **settings), self))

    def astype(self, dtype: Any, **settings: Any) -> "TracedArray":
        """Return the numbers in another type."""
        return _array(Made(self.value.astype(dtype, **settings), "rounded", (self,)))

    def __matmul__(self, other: Any) -> "TracedArray":
        return _array(Made(self.value @ plain(other), "matmul", (self, other)))

    def __rmatmul__(self, other: Any) -> "TracedArray":
        return _array(Made(other @ self.value, "matmul", (other, self)))

    def __array_ufunc__(self, ufunc: Any, method: str, *inputs: Any, **settings: Any) -> Any:
        name = ufunc.__name__
        if method == "__call__" and not settings:
            if ufunc is np.matmul:
                return _array(Made(np.matmul(*map(plain, inputs)), "matmul", inputs))
            if name in UFUNCS:
                return _array(elementwise(UFUNCS[name], ufunc, *inputs))
        if method == "reduce" and name in REDUCED_BY and set(settings) <= {"axis", "keepdims"}:
            axis, keepdims = settings.get("axis", 0), settings.get("keepdims", False)
            return _array(reduce(REDUCED_BY[name], ufunc.reduce, inputs[0], axis, keepdims))
        return _array(call_on_scalars(getattr(ufunc, method), inputs, settings))

    def __array_function__(self, function: Any, types: Any, args: Any, kwargs: Any) -> Any:
        if function in FUNCTIONS:
            return _array(FUNCTIONS[function](*args, **kwargs))
        return _array(call_on_scalars(function, args, kwargs))


class At:
    """Rows of a traced array to add values to."""

    def __init__(self, array: TracedArray, rows: Any = None) -> None:
        self.array = array
        self.rows = rows

    def __getitem__(self, rows: Any) -> "At":
        return At(self.array, plain(rows))

    def add(self, values: Any) -> TracedArray:
        """Return the array with values (n, width) added to the n selected rows."""
        table = self.array.value.copy()
        np.add.at(table, self.rows, plain(values))
        return _array(Made(table, "add_rows", (self.array, values), np.ravel(self.rows)))


def leaf_array(value: Array, name: Callable[[tuple[int, ...]], Any]) -> TracedArray:
    """Return recorded numbers as the start of a history; `name` maps an index to the name of that number."""
    return TracedArray(value, "leaf", (), name)


def _array(made: Any) -> Any:
    """Turn the result of an operation into traced arrays."""
    if isinstance(made, Made):
        operands = tuple(_array(operand) for operand in made.operands)
        return TracedArray(made.value, made.op, operands, made.detail)
    if isinstance(made, list):
        return [_array(item) for item in made]
    return made


def _binary(op: str, function: Callable[[Any, Any], Any]) -> Callable[[TracedArray, Any], TracedArray]:
    return lambda self, other: _array(elementwise(op, function, self, other))


def _reflected(op: str, function: Callable[[Any, Any], Any]) -> Callable[[TracedArray, Any], TracedArray]:
    return lambda self, other: _array(elementwise(op, function, other, self))


def _unary(op: str, function: Callable[[Any], Any]) -> Callable[[TracedArray], TracedArray]:
    return lambda self: _array(elementwise(op, function, self))


def _reduction(op: str, function: Callable[..., Any]) -> Callable[..., TracedArray]:
    def method(self: TracedArray, axis: Any = None, keepdims: bool = False, **settings: Any) -> TracedArray:
        return _array(reduce(op, function, self, axis, keepdims, **settings))

    return method


def _moving(name: str) -> Callable[..., TracedArray]:
    caller = operator.methodcaller
    return lambda self, *args, **kwargs: _array(move(caller(name, *args, **kwargs), self))


# Python's operators, not NumPy's functions: an array to the power of ½ takes a root, which `power` would not.
for _name, _op in [
    *(("add", "add"), ("sub", "subtract"), ("mul", "multiply"), ("truediv", "divide"), ("pow", "power")),
    *(("mod", "remainder"), ("floordiv", "floor_divide"), ("and", "and"), ("or", "or"), ("xor", "xor")),
]:
    _function = getattr(operator, f"__{_name}__")
    setattr(TracedArray, f"__{_name}__", _binary(_op, _function))
    setattr(TracedArray, f"__r{_name}__", _reflected(_op, _function))
for _name, _op in [
    *(("lt", "less"), ("le", "less_equal"), ("gt", "greater"), ("ge", "greater_equal")),
    *(("eq", "equal"), ("ne", "not_equal")),
]:
    setattr(TracedArray, f"__{_name}__", _binary(_op, getattr(operator, f"__{_name}__")))
for _name, _op in [("neg", "negative"), ("pos", "positive"), ("abs", "absolute"), ("invert", "not")]:
    setattr(TracedArray, f"__{_name}__", _unary(_op, getattr(operator, f"__{_name}__")))
for _name, (_op, _function) in REDUCTIONS.items():
    setattr(TracedArray, _name, _reduction(_op, _function))
for _name in ("transpose", "swapaxes", "squeeze", "ravel", "flatten", "copy", "repeat", "take", "diagonal"):
    setattr(TracedArray, _name, _moving(_name))
