"""A scalar that is not a float: it knows arithmetic and nothing else, as the third reading's traced scalars will."""

import math
from collections.abc import Callable
from typing import Any

import numpy as np

from glassnet.base.arrays import Array


class Scalar:
    """A number that answers operators and elementary functions with another `Scalar`, and cannot become a float."""

    __slots__ = ("value",)

    def __init__(self, value: float) -> None:
        self.value = value

    def __repr__(self) -> str:
        return f"Scalar({self.value!r})"

    def __neg__(self) -> "Scalar":
        return Scalar(-self.value)

    def __abs__(self) -> "Scalar":
        return Scalar(abs(self.value))

    def __hash__(self) -> int:
        return hash(self.value)


def _operator(name: str) -> Callable[[Scalar, Any], Any]:
    def apply(self: Scalar, other: Any) -> Any:
        answer = getattr(float(self.value), name)(float(other.value if isinstance(other, Scalar) else other))
        return answer if isinstance(answer, bool) else Scalar(answer)

    return apply


def _function(name: str) -> Callable[[Scalar], Scalar]:
    return lambda self: Scalar(getattr(math, name)(self.value))


ARITHMETIC = ("add", "radd", "sub", "rsub", "mul", "rmul", "truediv", "rtruediv", "pow", "rpow")
COMPARISONS = ("lt", "le", "gt", "ge", "eq", "ne")
for _name in (*ARITHMETIC, *COMPARISONS):
    setattr(Scalar, f"__{_name}__", _operator(f"__{_name}__"))
for _name in ("exp", "log", "log1p", "expm1", "sqrt", "tanh", "sin", "cos", "erf"):
    setattr(Scalar, _name, _function(_name))


def wrap(values: Array) -> Array:
    """Return an object array of scalars; whole numbers (class numbers, ids) stay as they are."""
    values = np.asarray(values)
    if values.dtype.kind != "f":
        return values
    wrapped = np.empty(values.shape, object)
    for place in np.ndindex(values.shape):
        wrapped[place] = Scalar(float(values[place]))
    return wrapped


def unwrap(values: Array) -> Array:
    """Return the floats inside. A plain float is let through: the constant that a maximum chose, such as ReLU's 0."""
    flat = np.asarray(values, dtype=object).ravel()
    strangers = {type(value).__name__ for value in flat if not isinstance(value, Scalar | float)}
    assert not strangers, f"neither scalars nor constants: {strangers}"
    assert any(isinstance(value, Scalar) for value in flat), "every number lost its history"
    return np.array([value.value if isinstance(value, Scalar) else value for value in flat]).reshape(np.shape(values))
