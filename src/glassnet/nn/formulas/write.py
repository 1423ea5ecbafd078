"""Expressions as text and as LaTeX."""

from glassnet.nn.formulas.expression import COMPARISONS, Call, Expression, Number, Variable, fold

STRENGTH = {"+": 1, "-": 1, "negate": 2, "*": 2, "/": 2, "^": 4}
ATOM = 5
SIGNS = {"<=": r"\le", ">=": r"\ge", "==": "=", "!=": r"\ne"}
GREEK = (
    "alpha",
    "beta",
    "gamma",
    "delta",
    "epsilon",
    "eta",
    "kappa",
    "lambda",
    "mu",
    "pi",
    "rho",
    "sigma",
    "tau",
    "theta",
)


def as_text(expression: Expression) -> str:
    """Return an expression as the formula that `parse` reads.

    >>> as_text(Call("-", (Variable("p"), Call("-", (Variable("t"), Number(1.0))))))
    'p - (t - 1)'
    """
    return fold(expression, _text)


def _text(part: Expression, inside: list[str]) -> str:
    if isinstance(part, Number):
        return part.name or f"{part.value:.12g}"
    if isinstance(part, Variable):
        return part.name
    function, arguments = part.function, part.arguments
    if function == "negate":
        return f"-{_in_brackets(arguments[0], inside[0], 2)}"
    if function in COMPARISONS:
        return f"{inside[0]} {function} {inside[1]}"
    if function not in STRENGTH:
        return f"{function}({', '.join(inside)})"
    left, right = _limits(function)
    gap = "" if function == "^" else " "
    return (
        f"{_in_brackets(arguments[0], inside[0], left)}{gap}{function}{gap}"
        f"{_in_brackets(arguments[1], inside[1], right)}"
    )


def as_latex(expression: Expression) -> str:
    """Return an expression as LaTeX for math mode.

    >>> print(as_latex(Call("/", (Variable("p"), Call("sqrt", (Variable("t"),))))))
    \\frac{p}{\\sqrt{t}}
    """
    return fold(expression, _latex)


def _latex(part: Expression, inside: list[str]) -> str:
    if isinstance(part, Number):
        return _number_in_latex(part)
    if isinstance(part, Variable):
        return part.name
    function, arguments = part.function, part.arguments
    if function in ("+", "-", "*", "^", "negate"):
        return _operator_in_latex(function, arguments, inside)
    if function in COMPARISONS:
        return f"{inside[0]} {SIGNS.get(function, function)} {inside[1]}"
    forms = {
        "/": r"\frac{%s}{%s}",
        "abs": r"\left|%s\right|",
        "sqrt": r"\sqrt{%s}",
        "exp": r"e^{%s}",
        "sign": r"\operatorname{sign}\left(%s\right)",
    }
    if function == "where":
        return rf"\begin{{cases}} {inside[1]} & {inside[0]} \\ {inside[2]} & \text{{otherwise}} \end{{cases}}"
    if function in forms:
        return forms[function] % tuple(inside)
    return rf"\{function}\left({', '.join(inside)}\right)"


def _number_in_latex(number: Number) -> str:
    if number.name:
        letter, _, index = number.name.partition("_")
        shown = f"\\{letter}" if letter in GREEK else letter if len(letter) == 1 else rf"\mathrm{{{letter}}}"
        if index == "hat":
            return rf"\hat{{{shown}}}"
        return f"{shown}_{{{index.replace('_', ' ')}}}" if index else shown
    digits, _, power = f"{number.value:.12g}".partition("e")
    return rf"{digits} \cdot 10^{{{int(power)}}}" if power else digits


def _operator_in_latex(function: str, arguments: tuple[Expression, ...], inside: list[str]) -> str:
    if function == "negate":
        return f"-{_in_latex_brackets(arguments[0], inside[0], 2)}"
    left, right = _limits(function)
    if function == "^":
        return f"{_in_latex_brackets(arguments[0], inside[0], left)}^{{{inside[1]}}}"
    sign = r" \cdot " if function == "*" else f" {function} "
    sides = [_in_latex_brackets(*side) for side in zip(arguments, inside, (left, right), strict=True)]
    return sign.join(sides)


def _limits(function: str) -> tuple[int, int]:
    """Return the precedence that each side must have to need no brackets."""
    strength = STRENGTH[function]
    return (ATOM, strength) if function == "^" else (strength, strength + (1 if function != "+" else 0))


def _strength(expression: Expression) -> int:
    if isinstance(expression, Number):
        return ATOM if expression.name or expression.value >= 0 else STRENGTH["negate"]
    return STRENGTH.get(expression.function, ATOM) if isinstance(expression, Call) else ATOM


def _in_brackets(expression: Expression, text: str, needed: int) -> str:
    return text if _strength(expression) >= needed else f"({text})"


def _in_latex_brackets(expression: Expression, text: str, needed: int) -> str:
    fraction = isinstance(expression, Call) and expression.function == "/" and needed < ATOM
    power_of_e = isinstance(expression, Call) and expression.function == "exp" and needed == ATOM
    whole = fraction or (_strength(expression) >= needed and not power_of_e)
    return text if whole else rf"\left({text}\right)"
