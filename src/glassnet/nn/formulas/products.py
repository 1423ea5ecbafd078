"""Sums, products and quotients as people write them: one minus sign, one fraction, one number in front."""

from collections.abc import Callable
from functools import partial, reduce

from glassnet.nn.formulas.build import ONE, ZERO, call, is_negative, without_minus
from glassnet.nn.formulas.expression import Call, Expression, Number


def plus(left: Expression, right: Expression) -> Expression:
    """Return left + right."""
    return call("+", left, right)


def less(left: Expression, right: Expression) -> Expression:
    """Return left − right."""
    return negated(right) if left == ZERO else call("-", left, right)


def negated(expression: Expression) -> Expression:
    """Return −expression; of a difference, the difference the other way round.

    >>> from glassnet.nn.formulas.expression import Variable
    >>> negated(Call("-", (Variable("p"), Variable("t"))))
    Call(function='-', arguments=(Variable(name='t'), Variable(name='p')))
    """
    if isinstance(expression, Call) and expression.function == "-":
        return call("-", *reversed(expression.arguments))
    return call("negate", expression)


def times(left: Expression, right: Expression) -> Expression:
    """Return left · right, as one fraction if either is one.

    >>> from glassnet.nn.formulas.parse import parse
    >>> from glassnet.nn.formulas.write import as_text
    >>> as_text(times(parse("-2 * p"), parse("p / (2 * t)")))
    '-p * p / t'
    """
    if is_negative(left) or is_negative(right):
        product = times(*(without_minus(one) if is_negative(one) else one for one in (left, right)))
        return product if is_negative(left) and is_negative(right) else negated(product)
    if (inside := _into_branch(left, lambda one: times(one, right))) is not None:
        return inside
    if (inside := _into_branch(right, lambda one: times(left, one))) is not None:
        return inside
    (above, below), (more_above, more_below) = _fraction(left), _fraction(right)
    return over(_product(above, more_above), _product(below, more_below))


def over(above: Expression, below: Expression) -> Expression:
    """Return above / below, whole numbers in front of both cancelled."""
    if is_negative(above):
        return negated(over(without_minus(above), below))
    if (inside := _into_branch(above, lambda one: over(one, below))) is not None:
        return inside
    first, rest = _with_factor(above)
    second, more = _with_factor(below)
    if second != 1 and second and (first / second).is_integer():
        above, below = _product(Number(first / second), rest), more
    elif first not in (0, 1) and (second / first).is_integer():
        above, below = rest, _product(Number(second / first), more)
    return call("/", above, below)


def power(base: Expression, exponent: Expression) -> Expression:
    """Return base ^ exponent, with ½ as a root and negative exponents below a line."""
    if isinstance(exponent, Number) and not exponent.name and exponent.value < 0:
        return call("/", ONE, power(base, Number(-exponent.value)))
    if exponent == ZERO:
        return ONE
    return call("sqrt", base) if exponent == Number(0.5) else call("^", base, exponent)


def _into_branch(expression: Expression, of: Callable[[Expression], Expression]) -> Expression | None:
    """Return where(…, of(a), 0) for where(…, a, 0), None for anything else: where it is 0, nothing makes it 0 · ∞."""
    if not isinstance(expression, Call) or expression.function != "where":
        return None
    condition, then, otherwise = expression.arguments
    if ZERO not in (then, otherwise):
        return None
    return call("where", condition, *(one if one == ZERO else of(one) for one in (then, otherwise)))


def _product(left: Expression, right: Expression) -> Expression:
    first, rest = _with_factor(left)
    second, more = _with_factor(right)
    if rest == ONE:
        rest, more = more, ONE
    return call("*", _multiple(first * second, rest), more)


def _multiple(factor: float, expression: Expression) -> Expression:
    """Return factor · expression, with the number in front of the first factor: 2 · a · b is (2 · a) · b."""
    if factor == 1:
        return expression  # itself, so that it stays shared
    first, *rest = _factors(expression)
    return reduce(partial(call, "*"), rest, call("*", Number(factor), first))


def _factors(expression: Expression) -> list[Expression]:
    """Return a, b, c of (a · b) · c."""
    found = []
    while isinstance(expression, Call) and expression.function == "*":
        expression, last = expression.arguments
        found.append(last)
    return [expression, *reversed(found)]


def _fraction(expression: Expression) -> tuple[Expression, Expression]:
    if isinstance(expression, Call) and expression.function == "/":
        return expression.arguments[0], expression.arguments[1]
    return expression, ONE


def _with_factor(expression: Expression) -> tuple[float, Expression]:
    """Return the number in front of an expression, and the rest."""
    first, *rest = _factors(expression)
    if not isinstance(first, Number) or first.name:
        return 1.0, expression
    return first.value, reduce(partial(call, "*"), rest) if rest else ONE
