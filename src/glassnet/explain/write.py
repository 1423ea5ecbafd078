"""From a view to a line of text or LaTeX, in symbols or in numbers."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from glassnet.explain.expression import fold, walk
from glassnet.explain.pattern import Pattern
from glassnet.explain.style import ATOM, POWER, PRODUCT, SUM, Style
from glassnet.explain.view import LONG, View

HELPERS = "uvwqr"


class Piece(NamedTuple):
    """A written part of a formula and its precedence."""

    text: str
    binding: int


def write_symbols(view: View, layer: str, style: Style) -> str:
    """Write a formula in symbols; a long sum is written as rules (Σ), a repeated long piece only once."""
    helpers = _helpers(view)
    definitions: dict[int, str] = {}

    def make(part: Any, operands: list[Piece]) -> Piece:
        if part.reference is not None:
            name = style.reference(part.reference, layer)
            return Piece(name, POWER if name.startswith("\\frac") else ATOM)
        if not operands:
            return _number(part.value, style, 4)
        whole = _write_rules(part, operands, style, make)
        if id(part) not in helpers:
            return whole
        definitions[id(part)] = f"{helpers[id(part)]} = {whole.text}"
        return Piece(helpers[id(part)], ATOM)

    text = fold(view, make).text
    return text + style.where(list(definitions.values())) if definitions else text


def write_numbers(view: View, style: Style, digits: int) -> str:
    """Write a formula in numbers; for a long sum, the largest terms and the sum of the others."""
    helpers = _helpers(view)

    def make(part: Any, operands: list[Piece]) -> Piece:
        if not operands or id(part) in helpers:
            return _number(part.value, style, digits)
        folded = part.folded
        if folded is not None and folded.value is not None:
            rest = style.more(folded.terms, style.number(folded.value, digits))
            return _whole(part, [*operands, Piece(rest, ATOM)], style)
        if folded is not None:
            operands = [*operands, Piece(style.more(folded.terms, ""), ATOM)]
        return _combine(part, operands, style)

    return fold(view, make).text


def _helpers(view: View) -> dict[int, str]:
    """Return letters for long pieces that occur more than once, by identity."""
    counts: dict[int, int] = {}
    long: dict[int, Any] = {}
    for part in walk(view):
        inside = [*part.operands]
        for rule in part.patterns:
            if isinstance(rule, Pattern):
                inside += [piece for node in walk(rule.term) for piece in node.operands]
        for piece in inside:
            counts[id(piece)] = counts.get(id(piece), 0) + 1
        if part.op in LONG and (len(part.operands) > 2 or part.folded is not None):
            long[id(part)] = part
    repeated = [piece for piece in long if counts.get(piece, 0) > 1]
    return dict(zip(repeated, HELPERS, strict=False))


def _write_rules(part: Any, operands: list[Piece], style: Style, make: Callable[..., Piece]) -> Piece:
    rules = getattr(part, "patterns", ())
    if not rules:
        return _combine(part, operands, style)
    adds_up = part.op in ("sum", "mean")
    pieces = [_write_rule(rule, style, make, style.sigma if adds_up else style.every) for rule in rules]
    if adds_up:
        return _whole(part, pieces, style)
    return _combine(part, pieces[:6], style)


def _write_rule(rule: Any, style: Style, make: Callable[..., Piece], sign: Callable[..., str]) -> Piece:
    """Write a rule (Σ over …), or a term that follows none."""
    if not isinstance(rule, Pattern):
        return fold(rule, make)
    subtracted = rule.term.op == "negative"
    term = fold(rule.term.operands[0] if subtracted else rule.term, make)
    text = sign(rule.ranges, rule.terms, _held(term, PRODUCT, style))
    return Piece(f"−{text}", SUM) if subtracted else Piece(text, SUM + 1)


def _number(value: Any, style: Style, digits: int) -> Piece:
    if isinstance(value, str):  # a letter that stands for a whole number
        return Piece(value, ATOM if len(value) == 1 else SUM)
    text = style.number(value, digits)
    return Piece(text, SUM if text.startswith("−") else PRODUCT if "cdot" in text else ATOM)


def _held(piece: Piece, binding: int, style: Style) -> str:
    return piece.text if piece.binding >= binding else style.brackets(piece.text)


def _whole(part: Any, terms: Sequence[Piece], style: Style) -> Piece:
    """Write a sum of terms; for a mean, divided by their number."""
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
