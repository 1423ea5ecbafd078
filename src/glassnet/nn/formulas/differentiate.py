"""The slope of a formula with respect to p, found by SymPy part by part."""

from functools import partial, reduce
from typing import Any

from glassnet.base.errors import FormulaError
from glassnet.nn.formulas.build import ONE, ZERO, call
from glassnet.nn.formulas.expression import Call, Expression, Number, Variable, apply, contains

KINKED = ("abs", "sign", "max", "min", "where")


def differentiate(expression: Expression) -> Expression:
    """Return d expression / d p, a formula again.

    SymPy only sees symbols: each number, each p, each t and each part with a kink (abs, sign, max, min,
    where) gets its own symbol. So nothing is evaluated or cancelled on the way, however odd the
    formula, and the slope is the sum over symbols of ∂expression/∂symbol · d symbol/dp. At a kink the
    slope is that of the branch in effect.

    >>> from glassnet.nn.formulas.parse import parse
    >>> from glassnet.nn.formulas.write import as_text
    >>> as_text(differentiate(parse("(p - t)^2"))), as_text(differentiate(parse("max(p - t, 0)")))
    ('2 * (p - t)', 'where(p - t >= 0, 1, 0)')
    """
    import sympy  # here, because it takes half a second and only formulas need it
    from sympy.core.parameters import distribute

    symbols: dict[Any, Expression] = {}
    back: dict[Any, Expression] = {}
    total: Expression = ZERO
    with distribute(False):  # 2 (p − t) stays 2 (p − t)
        smooth = _to_sympy(sympy, expression, symbols)
        shares = [(smooth.diff(letter), piece) for letter, piece in symbols.items() if contains(piece, "p")]
    for share, piece in shares:
        total = call("+", total, call("*", _from_sympy(share, symbols, back), _slope(piece)))
    return total


def _slope(piece: Expression) -> Expression:
    """Return d part / d p for the part behind a symbol: p itself, or something with a kink."""
    if isinstance(piece, Variable):
        return ONE
    if not isinstance(piece, Call) or piece.function == "sign":
        return ZERO
    left, right = piece.arguments[-2:] if len(piece.arguments) > 1 else (piece.arguments[0], ZERO)
    if piece.function == "abs":
        return call("*", Call("sign", (left,)), differentiate(left))
    sides = {"max": Call(">=", (left, right)), "min": Call("<=", (left, right)), "where": piece.arguments[0]}
    return call("where", sides[piece.function], differentiate(left), differentiate(right))


def _to_sympy(sympy: Any, expression: Expression, symbols: dict[Any, Expression]) -> Any:
    if not isinstance(expression, Call) or expression.function in KINKED:
        letter = sympy.Symbol(f"v{len(symbols):03}")
        symbols[letter] = expression
        return letter
    function, arguments = expression.function, expression.arguments
    first = _to_sympy(sympy, arguments[0], symbols)
    if function == "^" and isinstance(arguments[1], Number) and not arguments[1].name:
        return first ** sympy.Rational(repr(arguments[1].value))
    rest = [_to_sympy(sympy, argument, symbols) for argument in arguments[1:]]
    return apply(function, sympy, [first, *rest])


def _from_sympy(found: Any, symbols: dict[Any, Expression], back: dict[Any, Expression]) -> Expression:
    if found in symbols:
        return symbols[found]
    if found.is_Number:
        return Number(float(found))
    if found not in back:
        arguments = [_from_sympy(argument, symbols, back) for argument in found.args]
        back[found] = _assembled(found, arguments)
    return back[found]


def _assembled(found: Any, arguments: list[Expression]) -> Expression:
    if found.is_Add:
        return _together("+", arguments)
    if found.is_Mul:
        return _product(arguments)
    if found.is_Pow:
        return _power(arguments[0], arguments[1])
    name = type(found).__name__
    if name not in ("exp", "log", "sin", "cos", "tanh"):
        raise FormulaError(f"The slope of this formula contains {name}, which formulas don't support.")
    return call(name, *arguments)


def _product(factors: list[Expression]) -> Expression:
    above = [factor for factor in factors if not _is_inverse(factor)]
    below: list[Expression] = []
    for inverse in filter(_is_inverse, factors):
        base = inverse.arguments[1]  # type: ignore[union-attr]
        same = [i for i, factor in enumerate(above) if isinstance(factor, Call) and factor.arguments[0] == base]
        powers = [i for i in same if above[i].function == "^"]  # type: ignore[union-attr]
        if powers:  # p^q / p is p^(q − 1), which has no hole at 0
            exponent = above[powers[0]].arguments[1]  # type: ignore[union-attr]
            above[powers[0]] = _power(base, call("-", exponent, ONE))
        else:
            below.append(base)
    return call("/", _together("*", above), _together("*", below))


def _together(function: str, pieces: list[Expression]) -> Expression:
    return reduce(partial(call, function), pieces) if pieces else ONE


def _is_inverse(factor: Expression) -> bool:
    return isinstance(factor, Call) and factor.function == "/" and factor.arguments[0] == ONE


def _power(base: Expression, exponent: Expression) -> Expression:
    if isinstance(exponent, Number) and not exponent.name and exponent.value < 0:
        return call("/", ONE, _power(base, Number(-exponent.value)))
    return call("sqrt", base) if exponent == Number(0.5) else call("^", base, exponent)
