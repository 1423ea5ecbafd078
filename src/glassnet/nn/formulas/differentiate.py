"""The slope of a formula by one of its variables, by the rules of differentiation, over a graph with shared parts."""

from glassnet.nn.formulas.build import ONE, ZERO, call
from glassnet.nn.formulas.expression import COMPARISONS, Call, Expression, Number, Variable, fold
from glassnet.nn.formulas.products import less, negated, over, plus, power, times

TWO = Number(2.0)


def differentiate(expression: Expression, by: str = "p") -> Expression:
    """Return d expression / d `by`, a formula again, as a graph whose size is in proportion to the expression's.

    Every part's slope is made once, from the part itself and the slopes of its arguments, which it shares. At a kink
    (abs, sign, max, min, where) the slope is that of the branch in effect.

    >>> from glassnet.nn.formulas.parse import parse
    >>> from glassnet.nn.formulas.write import as_text
    >>> as_text(differentiate(parse("(p - t)^2"))), as_text(differentiate(parse("max(p - t, 0)")))
    ('2 * (p - t)', 'where(p - t >= 0, 1, 0)')
    """

    def slope(part: Expression, slopes: list[Expression]) -> Expression:
        if isinstance(part, Variable):
            return ONE if part.name == by else ZERO
        return _slope(part, slopes)

    return fold(expression, slope)


def _slope(part: Expression, slopes: list[Expression]) -> Expression:
    if not isinstance(part, Call) or part.function in COMPARISONS or all(slope == ZERO for slope in slopes):
        return ZERO
    if len(slopes) == 1:
        return _chained(part, slopes[0])
    return _combined(part, slopes)


def _chained(part: Call, inner: Expression) -> Expression:
    """Return the slope of a function of one argument, by the chain rule."""
    argument = part.arguments[0]
    match part.function:
        case "negate":
            return negated(inner)
        case "abs":
            return times(Call("sign", (argument,)), inner)
        case "sqrt":
            return over(inner, times(TWO, part))
        case "exp":
            return times(inner, part)
        case "log":
            return over(inner, argument)
        case "sin":
            return times(inner, call("cos", argument))
        case "cos":
            return negated(times(inner, call("sin", argument)))
        case "tanh":
            return times(inner, less(ONE, power(part, TWO)))
    return ZERO  # of sign


def _combined(part: Call, slopes: list[Expression]) -> Expression:
    """Return the slope of a function of several arguments."""
    left, right, of_left, of_right = *part.arguments[:2], *slopes[:2]
    match part.function:
        case "+":
            return plus(of_left, of_right)
        case "-":
            return less(of_left, of_right)
        case "*" if left == right:
            return times(times(TWO, left), of_left)
        case "*":
            return plus(times(of_left, right), times(left, of_right))
        case "/":
            return less(over(of_left, right), over(times(left, of_right), power(right, TWO)))
        case "^":
            return _of_power(part, of_left, of_right)
        case "max" | "min":
            return call("where", Call(">=" if part.function == "max" else "<=", part.arguments), *slopes)
    return call("where", left, *slopes[1:])


def _of_power(part: Call, of_base: Expression, of_exponent: Expression) -> Expression:
    base, exponent = part.arguments
    total: Expression = ZERO
    if of_base != ZERO:
        total = times(times(exponent, power(base, call("-", exponent, ONE))), of_base)
    if of_exponent == ZERO:
        return total
    growth = times(part, call("log", base))
    if not (isinstance(base, Number) and base.value > 0):
        growth = Call("where", (Call(">", (base, ZERO)), growth, ZERO))  # 0 to a power above 0 stays 0
    return plus(total, times(growth, of_exponent))
