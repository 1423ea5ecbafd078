"""From text to expression: a small grammar, parsed from left to right."""

import math
from collections.abc import Mapping

from glassnet.base.checks import number
from glassnet.base.errors import FormulaError
from glassnet.nn.formulas.build import call
from glassnet.nn.formulas.expression import COMPARISONS, FUNCTIONS, Call, Expression, Number, Variable, contains
from glassnet.nn.formulas.tokens import Token, mistake, tokens

MAX_LENGTH = 300
MAX_DEPTH = 25
MAX_EXPONENT = 20.0
NAMED = {"pi": math.pi, "e": math.e}
WORDS = tuple(name for name in FUNCTIONS if name.isalpha() and name != "negate")


def parse(
    formula: str, constants: Mapping[str, float] | None = None, variables: tuple[str, ...] = ("p", "t")
) -> Expression:
    """Return the expression that a formula represents.

    Grammar: numbers; the variables, pi, e and named constants; + − * / ^ and brackets; abs, sign, sqrt, exp, log, sin,
    cos, tanh of one argument; max, min of two; where(condition, then, else), whose condition compares two values
    with < <= > >= == or !=. `**` and the signs − · × ÷ ≤ ≥ ≠ are accepted too.

    Arguments:
        formula: at most 300 characters.
        constants: values by name.
        variables: their names; the formula must contain the first.

    Raises:
        FormulaError: the formula doesn't follow the grammar; `position` says where.

    >>> from glassnet.nn.formulas.write import as_text
    >>> as_text(parse("where(t > p, 3, 1) * (p - t)**2"))
    'where(t > p, 3, 1) * (p - t)^2'
    """
    if not isinstance(formula, str) or len(formula) > MAX_LENGTH:
        got = f"{len(formula)} characters" if isinstance(formula, str) else repr(formula)
        raise FormulaError(f"A formula must be a string of at most {MAX_LENGTH} characters; got {got}.")
    named = NAMED | check_constants({} if constants is None else constants, variables)
    expression = _Reader(formula, named, variables).whole()
    if not contains(expression, variables[0]):
        raise FormulaError(f"The formula does not contain {variables[0]}: its value would always be the same.")
    return expression


def check_constants(constants: Mapping[str, float], variables: tuple[str, ...]) -> dict[str, float]:
    """Return the named constants as floats, or raise an error for an invalid name or value."""
    if not isinstance(constants, Mapping):
        raise FormulaError(f'constants must be values by name, such as {{"q": 0.9}}; got {constants!r}.')
    for name in constants:
        taken = name in (*variables, *NAMED, *FUNCTIONS, "type")
        if not isinstance(name, str) or not name.isidentifier() or not name.isascii() or taken:
            raise FormulaError(f"A constant's name must consist of letters and not be taken yet; got {name!r}.")
    return {name: number(name, value) for name, value in constants.items()}


class _Reader:
    """The tokens of one formula and how far they have been read."""

    def __init__(self, formula: str, named: Mapping[str, float], variables: tuple[str, ...]) -> None:
        self.formula, self.named, self.variables = formula, named, variables
        self.tokens = tokens(formula)
        self.next = 0
        self.depth = 0

    @property
    def token(self) -> Token:
        return self.tokens[self.next]

    def whole(self) -> Expression:
        expression = self.sum()
        if self.token.text in COMPARISONS:
            raise self.mistake("a comparison belongs inside where(condition, then, else).")
        if self.token.kind != "end":
            raise self.mistake(f"expected an operator such as * or the end; found {self.token.text!r}.")
        return expression

    def sum(self) -> Expression:
        left = self.product()
        while self.token.text in ("+", "-"):
            sign = self.take()
            left = self.call(sign, left, self.product())
        return left

    def product(self) -> Expression:
        left = self.factor()
        while self.token.text in ("*", "/"):
            sign = self.take()
            left = self.call(sign, left, self.factor())
        return left

    def factor(self) -> Expression:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise self.mistake(
                f"brackets, powers and minus signs are nested more than {MAX_DEPTH} deep; split the formula."
            )
        if self.token.text in ("+", "-"):
            sign = self.take()
            inside = self.factor()
            expression = self.call(sign._replace(text="negate"), inside) if sign.text == "-" else inside
        else:
            expression = self.power()
        self.depth -= 1
        return expression

    def power(self) -> Expression:
        base = self.atom()
        if self.token.text != "^":
            return base
        sign = self.take()
        exponent = self.factor()
        if isinstance(exponent, Number) and abs(exponent.value) > MAX_EXPONENT:
            raise mistake(self.formula, sign.position, f"exponents must be from −20 to 20; got {exponent.value:g}.")
        if base == Number(math.e, "e"):
            return self.call(sign._replace(text="exp"), exponent)
        return self.call(sign, base, exponent)

    def atom(self) -> Expression:
        token = self.take()
        if token.kind == "number":
            return self.finite(token, Number(float(token.text)))
        if token.text == "(":
            inside = self.sum()
            self.expect(")")
            return inside
        if token.kind != "name":
            found = repr(token.text) if token.text else "the end"
            raise mistake(self.formula, token.position, f"expected a number, a name or a bracket; found {found}.")
        if token.text in self.variables:
            return Variable(token.text)
        if token.text in self.named:
            return Number(self.named[token.text], token.text)
        if token.text not in WORDS:
            known = ", ".join((*self.variables, *self.named, *WORDS))
            raise mistake(self.formula, token.position, f"{token.text!r} is unknown; use one of {known}.")
        return self.function(token)

    def function(self, name: Token) -> Expression:
        self.expect("(")
        arguments = [self.condition() if name.text == "where" else self.sum()]
        while self.token.text == ",":
            self.take()
            arguments.append(self.sum())
        arity = FUNCTIONS[name.text].arity
        if len(arguments) != arity:
            what = f"{name.text} takes {arity} argument{'s' * (arity > 1)}; found {len(arguments)}."
            raise mistake(self.formula, name.position, what)
        self.expect(")")
        return self.call(name, *arguments)

    def condition(self) -> Expression:
        left = self.sum()
        if self.token.text not in COMPARISONS:
            raise self.mistake(f"where needs a comparison first, such as where({self.variables[0]} > 0, 2, 1).")
        sign = self.take()
        return Call(sign.text, (left, self.sum()))

    def call(self, token: Token, *arguments: Expression) -> Expression:
        return self.finite(token, call(token.text, *arguments))

    def finite(self, token: Token, expression: Expression) -> Expression:
        if isinstance(expression, Number) and not math.isfinite(expression.value):
            raise mistake(self.formula, token.position, "this is not a finite number.")
        return expression

    def take(self) -> Token:
        token = self.token
        if token.kind != "end":
            self.next += 1
        return token

    def expect(self, sign: str) -> None:
        if self.token.text != sign:
            found = repr(self.token.text) if self.token.text else "the end"
            raise self.mistake(f"expected {sign!r}; found {found}.")
        self.take()

    def mistake(self, what: str) -> FormulaError:
        return mistake(self.formula, self.token.position, what)
