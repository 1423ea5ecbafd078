"""From expression to numbers, in whatever namespace the arrays bring."""

from typing import Any

from glassnet.base.arrays import Array, namespace
from glassnet.nn.formulas.expression import Expression, Number, Variable, apply

LARGEST_WHOLE = 2.0**31


def evaluate(expression: Expression, prediction: Array, target: Array) -> Array:
    """Return the expression's value for every entry of prediction and target, which have one shape.

    Named constants are to be worked in before (`without_names`).

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
        small = expression.value.is_integer() and abs(expression.value) < LARGEST_WHOLE
        return int(expression.value) if small else expression.value  # x ** 2 is quicker and closer than x ** 2.0
    if isinstance(expression, Variable):
        return variables[expression.name]
    if id(expression) not in known:  # a derivative holds the same piece many times
        arguments = [_value(argument, variables, xp, dtype, known) for argument in expression.arguments]
        value = apply(expression.function, xp, arguments)
        chosen = expression.function == "where" and value.dtype != dtype  # of two plain numbers: in no type as yet
        known[id(expression)] = value.astype(dtype) if chosen else value
    return known[id(expression)]
