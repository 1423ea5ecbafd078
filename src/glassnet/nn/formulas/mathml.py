"""Expressions as MathML, which browsers typeset natively."""

from collections.abc import Callable
from html import escape

from glassnet.nn.formulas.expression import COMPARISONS, Call, Expression, Number, Variable, fold
from glassnet.nn.formulas.write import ATOM, GREEK, STRENGTH

SIGNS = {"<=": "≤", ">=": "≥", "==": "=", "!=": "≠", "*": "·", "-": "−"}
LETTERS = dict(zip(GREEK, "αβγδεηκλμπρστθ", strict=True))


def as_mathml(expression: Expression) -> str:
    """Return an expression as MathML, without the `math` element around it.

    >>> as_mathml(Call("-", (Variable("p"), Variable("t"))))
    '<mrow><mi>p</mi><mo>−</mo><mi>t</mi></mrow>'
    """
    return fold(expression, _mathml)


def _mathml(part: Expression, inside: list[str]) -> str:
    if isinstance(part, Number):
        return _number(part)
    if isinstance(part, Variable):
        return f"<mi>{part.name}</mi>"
    function, arguments = part.function, part.arguments
    if function in _FORMS:
        return _FORMS[function](*inside)
    if function == "negate":
        return f"<mrow><mo>−</mo>{_in_brackets(arguments[0], inside[0], STRENGTH['negate'])}</mrow>"
    if function == "^":
        return f"<msup>{_in_brackets(arguments[0], inside[0], ATOM)}{inside[1]}</msup>"
    if function in STRENGTH or function in COMPARISONS:
        left = STRENGTH.get(function, 0)
        right = left if function in ("+", *COMPARISONS) else left + 1
        sides = [_in_brackets(*side) for side in zip(arguments, inside, (left, right), strict=True)]
        return f"<mrow>{sides[0]}<mo>{escape(SIGNS.get(function, function))}</mo>{sides[1]}</mrow>"
    return f"<mrow><mi>{function}</mi><mo>&#8289;</mo>{_brackets('<mo>,</mo>'.join(inside))}</mrow>"


def _cases(condition: str, then: str, otherwise: str) -> str:
    row = '<mtr><mtd>{}</mtd><mtd><mspace width="0.7em"/><mtext>{}</mtext>{}</mtd></mtr>'
    rows = row.format(then, "if", f'<mspace width="0.35em"/>{condition}') + row.format(otherwise, "otherwise", "")
    # Not every font can stretch a brace, so its size is set explicitly.
    return f'<mrow><mo stretchy="false" style="font-size: 200%">{{</mo><mtable>{rows}</mtable></mrow>'


_FORMS: dict[str, Callable[..., str]] = {
    "/": lambda top, bottom: f"<mfrac>{top}{bottom}</mfrac>",
    "abs": lambda inside: f"<mrow><mo>|</mo>{inside}<mo>|</mo></mrow>",
    "sqrt": lambda inside: f"<msqrt>{inside}</msqrt>",
    "exp": lambda inside: f"<msup><mi>e</mi>{inside}</msup>",
    "where": _cases,
}


def _number(number: Number) -> str:
    if number.name:
        letter, _, index = number.name.partition("_")
        shown = f"<mi>{LETTERS.get(letter, letter)}</mi>"
        if index == "hat":
            return f'<mover accent="true">{shown}<mo>^</mo></mover>'
        return f"<msub>{shown}<mi>{index}</mi></msub>" if index else shown
    text = f"{number.value:.12g}".replace("-", "−")
    digits, _, power = text.partition("e")
    if not power:
        return f"<mn>{digits}</mn>"
    return f"<mrow><mn>{digits}</mn><mo>·</mo><msup><mn>10</mn><mn>{power.lstrip('+')}</mn></msup></mrow>"


def _brackets(inside: str) -> str:
    return f"<mrow><mo>(</mo>{inside}<mo>)</mo></mrow>"


def _strength(expression: Expression) -> int:
    if isinstance(expression, Number):
        return ATOM if expression.name or expression.value >= 0 else STRENGTH["negate"]
    if isinstance(expression, Call) and expression.function == "exp":
        return STRENGTH["^"]
    return STRENGTH.get(expression.function, ATOM) if isinstance(expression, Call) else ATOM


def _in_brackets(expression: Expression, text: str, needed: int) -> str:
    """Return an expression's text, in brackets where it would be ambiguous without them."""
    fraction = isinstance(expression, Call) and expression.function == "/" and needed < ATOM
    return text if fraction or _strength(expression) >= needed else _brackets(text)
