"""Evaluating expressions, in the namespace of the arrays passed in."""

from typing import Any

from glassnet.base.arrays import Array, namespace
from glassnet.nn.formulas.expression import Expression, Number, Variable, apply

MAX_WHOLE = 2.0**31


def evaluate(expression: Expression, prediction: Array, target: Array) -> Array:
    """Return the expression's value for every entry of prediction and target, which have the same shape.

    Named constants must be replaced first (`without_names`).

    >>> import numpy as np
    >>> from glassnet.nn.formulas.parse import parse
    >>> evaluate(parse("abs(p - t)^3"), np.array([3.0]), np.array([1.0])).tolist()
    [8.0]
    """
    xp = namespace(prediction)
    value = _value(expression, {"p": prediction, "t": target}, xp, prediction.dtype, {})
    return value if getattr(value, "shape", None) == prediction.shape else xp.full_like(prediction, value)


def _value(expression: Expression, variables: dict[str, Array], xp: Any, dtype: Any, known: dict[int, Any]) -> Any:
    if isinstance(expression, Number):
        small = expression.value.is_integer() and abs(expression.value) < MAX_WHOLE
        return int(expression.value) if small else expression.value  # x ** 2 is faster and more accurate than x ** 2.0
    if isinstance(expression, Variable):
        return variables[expression.name]
    if id(expression) not in known:  # a derivative contains the same part many times
        arguments = [_value(argument, variables, xp, dtype, known) for argument in expression.arguments]
        value = apply(expression.function, xp, arguments)
        chosen = (
            expression.function == "where" and value.dtype != dtype
        )  # of two plain numbers: without the dtype so far
        known[id(expression)] = value.astype(dtype) if chosen else value
    return known[id(expression)]
