"""A formula split into numbers, names and signs."""

import re
from typing import Literal, NamedTuple, TypeAlias

from glassnet.base.errors import FormulaError

Kind: TypeAlias = Literal["number", "name", "sign", "end"]

PATTERN = re.compile(
    r"(?P<number>(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)"
    r"|(?P<name>[A-Za-z_][A-Za-z_0-9]*)"
    r"|(?P<sign>\*\*|<=|>=|==|!=|[-+*/^(),<>−·×÷≤≥≠])",
    re.ASCII,
)
SAME = {"**": "^", "−": "-", "·": "*", "×": "*", "÷": "/", "≤": "<=", "≥": ">=", "≠": "!="}
EXCERPT = 12


class Token(NamedTuple):
    """A token of a formula and where it begins."""

    kind: Kind
    text: str
    position: int


def tokens(formula: str) -> list[Token]:
    """Return the tokens of a formula, followed by one of kind "end".

    >>> [token.text for token in tokens("2*p ** 1.5")]
    ['2', '*', 'p', '^', '1.5', '']
    """
    found: list[Token] = []
    position = 0
    while position < len(formula):
        if formula[position].isspace():
            position += 1
            continue
        match = PATTERN.match(formula, position)
        if match is None:
            raise mistake(formula, position, f"{formula[position]!r} is not allowed here.")
        text = match.group()
        kind: Kind = "number" if match["number"] else "name" if match["name"] else "sign"
        found.append(Token(kind, SAME.get(text, text), position))
        position = match.end()
    return [*found, Token("end", "", len(formula))]


def mistake(formula: str, position: int, what: str) -> FormulaError:
    """Return the error that points at a character of the formula."""
    begin, end = max(0, position - EXCERPT), position + EXCERPT
    excerpt = f"{'…' if begin else ''}{formula[begin:end]}{'…' if end < len(formula) else ''}"
    error = FormulaError(f"Formula, character {position + 1}, in {excerpt!r}: {what}")
    error.position = position
    return error
