"""Evaluating expressions, in the namespace of the arrays passed in."""

from collections.abc import Mapping
from typing import Any

from glassnet.base.arrays import Array, namespace
from glassnet.nn.formulas.expression import Expression, Number, Variable, apply, fold

MAX_WHOLE = 2.0**31


def evaluate(expression: Expression, variables: Mapping[str, Array]) -> Array:
    """Return the expression's value for every entry of the variables' arrays, which have the same shape.

    Named constants must be replaced first (`without_names`).

    >>> import numpy as np
    >>> from glassnet.nn.formulas.parse import parse
    >>> evaluate(parse("abs(p - t)^3"), {"p": np.array([3.0]), "t": np.array([1.0])}).tolist()
    [8.0]
    """
    first = next(iter(variables.values()))
    xp = namespace(first)

    def of(part: Expression, arguments: list[Any]) -> Any:
        return _value(part, arguments, variables, xp, first.dtype)

    value = fold(expression, of)
    return value if getattr(value, "shape", None) == first.shape else xp.full_like(first, value)


def _value(part: Expression, arguments: list[Any], variables: Mapping[str, Array], xp: Any, dtype: Any) -> Any:
    if isinstance(part, Number):
        small = part.value.is_integer() and abs(part.value) < MAX_WHOLE
        return int(part.value) if small else part.value  # x ** 2 is faster and more accurate than x ** 2.0
    if isinstance(part, Variable):
        return variables[part.name]
    value = apply(part.function, xp, arguments)
    chosen = part.function == "where" and value.dtype != dtype  # of two plain numbers: without the dtype so far
    return value.astype(dtype) if chosen else value
