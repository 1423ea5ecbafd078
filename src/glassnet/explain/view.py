"""Views: an expression reduced to what a person can read; long sums show their largest terms and fold the rest."""

import math
from collections.abc import Callable
from typing import Any, NamedTuple

from glassnet.explain.expression import Expression, add_up
from glassnet.explain.pattern import Pattern, find_pattern, find_shared, form_of
from glassnet.explain.reference import Reference

LONG = ("sum", "mean", "product", "maximum", "minimum", "and", "or", "argmax", "argmin")
"""Operations on any number of operands."""


MIN_PATTERN_TERMS = 5
"""With this many terms of the same form, a rule (Σ) is easier to read than the terms."""


class Folded(NamedTuple):
    """Operands that are not shown.

    Arguments:
        terms: how many.
        value: for sums and means, their sum; otherwise None.
    """

    terms: int
    value: float | None


class View(NamedTuple):
    """A part of an expression as it is shown.

    Arguments:
        op, operands, value, reference: as in an `Expression`; long sums have their largest operands first.
        folded: the omitted operands, or None.
        patterns: for lists with repetition, their rules (`Pattern`), and views of the operands that follow none.
    """

    op: str
    operands: tuple[Any, ...]
    value: Any
    reference: Reference | None = None
    folded: Folded | None = None
    patterns: tuple[Any, ...] = ()


def make_view(expression: Expression, limit: int) -> View:
    """Return the view of a simplified expression; lists of more than `limit` operands are folded.

    >>> terms = tuple(Expression("leaf", (), float(n), Reference("data", "x", (0, n))) for n in range(10))
    >>> view = make_view(Expression("sum", terms, 45.0), limit=3)
    >>> [term.value for term in view.operands], view.folded, view.patterns[0].ranges
    ([9.0, 8.0, 7.0], Folded(terms=7, value=21.0), (('i', 0, 9),))
    """
    return _build(expression, limit, {})


def _build(expression: Expression, limit: int, made: dict[int, View]) -> View:
    """Return the view of an expression, built from the leaves up; `made` holds finished views by identity."""
    chosen: dict[int, tuple[tuple[Expression, ...], Folded | None]] = {}
    stack = [(expression, False)]
    while stack:
        current, ready = stack.pop()
        if ready:
            kept, folded = chosen[id(current)]
            shown = tuple(made[id(operand)] for operand in kept)
            patterns = _patterns(current.operands, limit, made) if _is_long(current) else ()
            made[id(current)] = View(current.op, shown, current.value, current.reference, folded, patterns)
        elif id(current) not in chosen and id(current) not in made:
            chosen[id(current)] = _choose(current, limit)
            stack.append((current, True))
            stack.extend((operand, False) for operand in chosen[id(current)][0])
    return made[id(expression)]


def _is_long(current: Expression) -> bool:
    return current.op in LONG and len(current.operands) >= MIN_PATTERN_TERMS


def _choose(current: Expression, limit: int) -> tuple[tuple[Expression, ...], Folded | None]:
    """Return the operands to show, and a summary of the others."""
    operands = current.operands
    if current.op not in LONG or len(operands) <= limit:
        return operands, None
    adds_up = current.op in ("sum", "mean")
    ordered = sorted(operands, key=_rank(current.op))
    shown, left = tuple(ordered[:limit]), len(operands) - limit
    if not adds_up:
        return shown, Folded(left, None)
    whole = current.value if current.op == "sum" else current.value * len(operands)
    return shown, Folded(left, whole - add_up(*(float(term.value) for term in shown)))


def _rank(op: str) -> Callable[[Expression], float]:
    """Return the sort key for operands: the largest in size first, for a maximum or minimum the result first."""
    if op in ("maximum", "argmax"):
        return lambda term: -float(term.value)
    if op in ("minimum", "argmin"):
        return lambda term: float(term.value)
    return lambda term: -math.inf if math.isnan(term.value) else -abs(float(term.value))


def _patterns(operands: tuple[Expression, ...], limit: int, made: dict[int, View]) -> tuple[Pattern | View, ...]:
    """Return the rules that the operands follow, one per form, and views of operands with a form of their own."""
    common = find_shared(operands)
    groups: dict[Any, list[Expression]] = {}
    for operand in operands:
        groups.setdefault(form_of(operand, common), []).append(operand)
    if len(groups) > len(operands) // 2:
        return ()
    shared = {place: _build(piece, limit, made) for place, piece in common.items()}
    rules: list[Pattern | View] = []
    for group in groups.values():
        pattern = find_pattern(group, shared) if len(group) >= MIN_PATTERN_TERMS else None
        rules.extend([pattern] if pattern is not None else [_build(term, limit, made) for term in group])
    return tuple(rules)
