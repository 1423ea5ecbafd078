"""Building expressions with obvious simplifications: arithmetic on numbers, + 0, · 1, · 0, ^ 1."""

import math

import numpy as np

from glassnet.base.errors import FormulaError
from glassnet.nn.formulas.expression import COMPARISONS, Call, Expression, Number, apply, fold

ZERO, ONE = Number(0.0), Number(1.0)


def call(function: str, *arguments: Expression) -> Expression:
    """Return the expression of a function call, with obvious simplifications.

    >>> from glassnet.nn.formulas.expression import Variable
    >>> call("+", Number(2.0), Number(3.0)), call("*", Number(1.0), Variable("p"))
    (Number(value=5.0, name=''), Variable(name='p'))
    """
    if function in COMPARISONS:
        return Call(function, arguments)
    if all(isinstance(argument, Number) and not argument.name for argument in arguments):
        return _evaluated(function, arguments)
    simple = _arithmetic(function, *arguments) if function in ("+", "-", "*", "/", "^") else None
    if simple is not None:
        return simple
    if function == "negate" and is_negative(arguments[0]):
        return without_minus(arguments[0])
    if function == "where" and arguments[1] == arguments[2]:
        return arguments[1]
    return Call(function, arguments)


def _evaluated(function: str, arguments: tuple[Expression, ...]) -> Number:
    values = [np.float64(argument.value) for argument in arguments if isinstance(argument, Number)]
    with np.errstate(all="ignore"):  # the caller reports NaN and infinity
        return Number(float(apply(function, np, values)))


def without_names(expression: Expression) -> Expression:
    """Return an expression with named constants replaced by their values, simplified as far as possible.

    Raises:
        FormulaError: with these constants, part of it is infinite or NaN.

    >>> from glassnet.nn.formulas.expression import Variable
    >>> without_names(Call("*", (Call("-", (Number(1.0), Number(0.25, "q"))), Variable("p")))).arguments[0]
    Number(value=0.75, name='')
    """
    return fold(expression, _without_name)


def _without_name(part: Expression, arguments: list[Expression]) -> Expression:
    if isinstance(part, Call):
        part = call(part.function, *arguments)
    if isinstance(part, Number):
        if not math.isfinite(part.value):
            raise FormulaError("With these constants, part of the formula is NaN or infinite.")
        return Number(part.value)
    return part


def is_negative(expression: Expression) -> bool:
    """Return whether an expression begins with a minus sign."""
    if isinstance(expression, Number):
        return expression.value < 0 and not expression.name
    return isinstance(expression, Call) and expression.function == "negate"


def without_minus(expression: Expression) -> Expression:
    """Return an expression without the minus sign it begins with."""
    return Number(-expression.value) if isinstance(expression, Number) else expression.arguments[0]  # type: ignore[union-attr]


def _arithmetic(function: str, left: Expression, right: Expression) -> Expression | None:
    if function == "*" and ZERO in (left, right):
        return ZERO
    if (function == "+" and left == ZERO) or (function == "*" and left == ONE):
        return right
    if (function in "+-" and right == ZERO) or (function in "*/^" and right == ONE):
        return left
    if function == "/" and left == ZERO:
        return ZERO
    if function == "-" and left == ZERO:
        return call("negate", right)
    return _with_minus_in_front(function, left, right)


def _with_minus_in_front(function: str, left: Expression, right: Expression) -> Expression | None:
    if function in "+-" and is_negative(right):
        return call("-" if function == "+" else "+", left, without_minus(right))
    if function == "+" and is_negative(left):
        return call("-", right, without_minus(left))
    if function in "*/" and is_negative(right):
        return call("negate", call(function, left, without_minus(right)))
    if function in "*/" and is_negative(left):
        return call("negate", call(function, without_minus(left), right))
    return _with_number_in_front(left, right) if function == "*" else None


def _with_number_in_front(left: Expression, right: Expression) -> Expression | None:
    if isinstance(right, Number) and not isinstance(left, Number):
        return call("*", right, left)
    if isinstance(left, Number) and isinstance(right, Call) and right.function == "*":
        first, rest = right.arguments
        if isinstance(first, Number) and not left.name and not first.name:
            return call("*", Number(left.value * first.value), rest)
    return None
