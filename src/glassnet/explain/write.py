"""From a view to a line of text or LaTeX, in symbols or in numbers."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from glassnet.explain.expression import Expression, fold
from glassnet.explain.pattern import Pattern
from glassnet.explain.style import ATOM, POWER, PRODUCT, SUM, Style
from glassnet.explain.view import View

Leaf = Callable[[Any], "Piece"]


class Piece(NamedTuple):
    """A written part of a formula and how tightly it holds together."""

    text: str
    binding: int


def write_symbols(view: View, layer: str, style: Style) -> str:
    """Write a formula in names; a long sum is told by its rules (Σ)."""

    def leaf(part: Any) -> Piece:
        if part.reference is not None:
            return Piece(style.reference(part.reference, layer), ATOM)
        return _number(part.value, style, 4)

    def make(part: Any, operands: list[Piece]) -> Piece:
        if not operands:
            return leaf(part)
        told = getattr(part, "patterns", ())
        if told and part.op in ("sum", "mean"):
            return _whole(part, [_told(rule, style, make) for rule in told], style)
        if told:
            operands = [_told(rule, style, make) for rule in told[:6]]
        return _combine(part, operands, style)

    return fold(view, make).text


def write_numbers(view: View, style: Style, digits: int) -> str:
    """Write a formula in numbers; of a long sum the largest terms, and what the others add up to."""

    def make(part: Any, operands: list[Piece]) -> Piece:
        if not operands:
            return _number(part.value, style, digits)
        folded = part.folded
        if folded is not None and folded.value is not None:
            rest = style.more(folded.terms, style.number(folded.value, digits))
            return _whole(part, [*operands, Piece(rest, ATOM)], style)
        if folded is not None:
            operands = [*operands, Piece(style.more(folded.terms, ""), ATOM)]
        return _combine(part, operands, style)

    return fold(view, make).text


def _told(rule: Pattern | Expression, style: Style, make: Callable[..., Piece]) -> Piece:
    if isinstance(rule, Pattern):
        term = fold(rule.term, make)
        return Piece(style.sigma(rule.ranges, rule.terms, _held(term, PRODUCT, style)), SUM + 1)
    return fold(rule, make)


def _number(value: Any, style: Style, digits: int) -> Piece:
    text = style.number(value, digits)
    return Piece(text, SUM if text.startswith("−") else PRODUCT if "cdot" in text else ATOM)


def _held(piece: Piece, binding: int, style: Style) -> str:
    return piece.text if piece.binding >= binding else style.brackets(piece.text)


def _whole(part: Any, terms: Sequence[Piece], style: Style) -> Piece:
    """Add terms up; of a mean, divide by how many there are."""
    text = _join_terms(terms)
    if part.op == "sum":
        return Piece(text, SUM if len(terms) > 1 else terms[0].binding)
    count = len(part.operands) + (part.folded.terms if part.folded is not None else 0)
    if style.fraction is not None:
        return Piece(style.fraction(text, str(count)), PRODUCT)
    return Piece(f"{style.brackets(text)} / {count}", PRODUCT)


def _join_terms(terms: Sequence[Piece]) -> str:
    text = terms[0].text
    for term in terms[1:]:
        minus = term.text.startswith("−")
        text += f" − {term.text[1:]}" if minus else f" + {term.text}"
    return text


def _combine(part: Any, operands: list[Piece], style: Style) -> Piece:
    op = part.op
    if op in ("sum", "mean"):
        return _whole(part, operands, style)
    if op == "negative":
        return Piece(f"−{_held(operands[0], PRODUCT, style)}", SUM)
    if op == "product":
        return Piece(style.times.join(_held(operand, PRODUCT, style) for operand in operands), PRODUCT)
    if op == "divide":
        if style.fraction is not None:
            return Piece(style.fraction(operands[0].text, operands[1].text), PRODUCT)
        return Piece(f"{_held(operands[0], PRODUCT, style)} / {_held(operands[1], POWER, style)}", PRODUCT)
    if op == "power":
        return Piece(style.power(_held(operands[0], ATOM, style), _held(operands[1], ATOM, style)), POWER)
    if op in style.comparisons:
        sign = f" {style.comparisons[op]} "
        return Piece(f"[{operands[0].text}{sign}{operands[1].text}]", ATOM)
    return Piece(style.functions[op](*(operand.text for operand in operands)), ATOM)
