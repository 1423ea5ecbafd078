"""Traced scalars in NumPy's object arrays: the fallback for functions that traced arrays do not support.

NumPy applies its functions to an array of Python objects by calling the objects' own methods to add, multiply and so
on. That is slow, but covers every function made of arithmetic.
"""

from collections.abc import Callable
from typing import Any

import numpy as np

from glassnet.base.errors import SettingError
from glassnet.explain.expression import OPERATIONS, Expression, constant
from glassnet.explain.node import Made, Node, plain


class Scalar:
    """A number whose arithmetic gives further traced numbers.

    Arguments:
        expression: its value and history; the operation "element" stands for one element of a traced array.
    """

    __slots__ = ("expression",)
    __hash__ = None  # type: ignore[assignment]

    def __init__(self, expression: Expression) -> None:
        self.expression = expression

    def __repr__(self) -> str:
        return f"Scalar({self.expression.value!r})"

    def __bool__(self) -> bool:
        return bool(self.expression.value)

    def __float__(self) -> float:
        return float(self.expression.value)

    def conjugate(self) -> "Scalar":
        """Return the number itself: there is no imaginary part."""
        return self


def call_on_scalars(function: Callable[..., Any], args: Any, kwargs: Any) -> Any:
    """Call a function of NumPy on object arrays of traced scalars, and on the plain numbers for the values.

    Raises:
        SettingError: the function does more than arithmetic.
    """
    values = function(*plain(args), **{name: plain(value) for name, value in kwargs.items()})
    try:
        made = function(*_scalars(args), **{name: _scalars(value) for name, value in kwargs.items()})
    except (TypeError, AttributeError, ValueError) as error:
        name = getattr(function, "__name__", str(function))
        raise SettingError(
            f"NumPy's {name} cannot be explained here ({error}); write it with plain arithmetic."
        ) from None
    return _pair(values, made)


def _pair(values: Any, made: Any) -> Any:
    if isinstance(values, tuple | list):
        return [_pair(value, item) for value, item in zip(values, made, strict=True)]
    elements = np.empty(np.shape(values), object)
    elements[...] = np.asarray(made, dtype=object) if np.ndim(values) else made
    return Made(values, "elements", (), elements)


def _scalars(value: Any) -> Any:
    if isinstance(value, Node):
        flat = np.ravel(np.asarray(value.value))
        elements = np.empty(flat.size, object)
        for place, number in enumerate(flat.tolist()):
            elements[place] = Scalar(Expression("element", (value, place), number))
        return elements.reshape(value.shape)
    if isinstance(value, tuple | list):
        return type(value)(_scalars(item) for item in value)
    return value


def as_expression(value: Any) -> Expression:
    """Return the expression of a scalar, or a number as a constant."""
    return value.expression if isinstance(value, Scalar) else constant(value)


def _make(op: str, *operands: Any) -> Scalar:
    expressions = tuple(as_expression(operand) for operand in operands)
    return Scalar(Expression(op, expressions, OPERATIONS[op](*(operand.value for operand in expressions))))


def _operator(op: str) -> Callable[[Scalar, Any], Scalar]:
    return lambda self, other: _make(op, self, other)


def _reflected(op: str) -> Callable[[Scalar, Any], Scalar]:
    return lambda self, other: _make(op, other, self)


def _function(op: str) -> Callable[[Scalar], Scalar]:
    return lambda self: _make(op, self)


for _name, _op in [
    *(("add", "add"), ("sub", "subtract"), ("mul", "multiply"), ("truediv", "divide"), ("pow", "power")),
    *(("mod", "remainder"), ("floordiv", "floor_divide")),
]:
    setattr(Scalar, f"__{_name}__", _operator(_op))
    setattr(Scalar, f"__r{_name}__", _reflected(_op))
for _name, _op in [
    *(("lt", "less"), ("le", "less_equal"), ("gt", "greater"), ("ge", "greater_equal")),
    *(("eq", "equal"), ("ne", "not_equal")),
]:
    setattr(Scalar, f"__{_name}__", _operator(_op))
for _name, _op in [("__neg__", "negative"), ("__pos__", "positive"), ("__abs__", "absolute")]:
    setattr(Scalar, _name, _function(_op))
for _name in ("exp", "expm1", "log", "log1p", "sqrt", "sin", "cos", "tan", "sinh", "cosh", "tanh", "arctan", "erf"):
    setattr(Scalar, _name, _function(_name))
