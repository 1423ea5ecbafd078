"""Patterns: many terms of the same form, written as one rule: Σ over i of x[0, i] · weight[i, 3]."""

from collections.abc import Container, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np

from glassnet.base.arrays import Array
from glassnet.explain.expression import Expression

LETTERS = "ijklmnpqrst"


COMMON = 3
"""A piece found in this many terms is probably common to all of them."""


class Pattern(NamedTuple):
    """What terms of one form have in common.

    Arguments:
        term: one of them, its references' changing places written as letters, such as "i" or "i+2".
        ranges: each letter with its smallest and its largest value.
        terms: how many there are; fewer than the ranges allow if some are left out.
    """

    term: Expression
    ranges: tuple[tuple[str, int, int], ...]
    terms: int


def find_pattern(terms: Sequence[Expression], shared: Mapping[int, Any]) -> Pattern | None:
    """Return the rule behind terms of the same form (see `form_of`), or None if nothing in them varies.

    Arguments:
        terms: terms of the same form.
        shared: the pieces, by identity, that all terms have in common, and what replaces each in the rule.

    >>> from glassnet.explain.reference import Reference
    >>> def term(i):
    ...     x, w = Reference("dense_1", "x", (0, i)), Reference("dense_1", "weight", (i, 3))
    ...     return Expression("product", (Expression("leaf", (), 1.0, x), Expression("leaf", (), 1.0, w)), 1.0)
    >>> found = find_pattern([term(i) for i in range(9)], {})
    >>> [leaf.reference.index for leaf in found.term.operands], found.ranges
    ([(0, 'i'), ('i', 3)], (('i', 0, 8),))
    """
    table = np.array([_places(term, shared) for term in terms], dtype=np.int64).reshape(len(terms), -1)
    symbols, ranges = _symbols(table)
    if not ranges or len(ranges) > len(LETTERS):
        return None
    return Pattern(_write_in(terms[0], iter(symbols), shared), ranges, len(terms))


def find_shared(terms: Sequence[Expression]) -> dict[int, Expression]:
    """Return, by identity, the pieces that most terms have in common, such as the largest score in a softmax."""
    counts: dict[int, int] = {}
    pieces: dict[int, Expression] = {}
    for term in terms:
        seen: set[int] = set()
        stack = [term]
        while stack:
            current = stack.pop()
            if not current.operands or id(current) in seen:
                continue
            seen.add(id(current))
            counts[id(current)] = counts.get(id(current), 0) + 1
            pieces[id(current)] = current
            if counts[id(current)] <= COMMON:  # a common piece need not be searched again
                stack.extend(current.operands)
    return {place: piece for place, piece in pieces.items() if counts[place] > max(2, len(terms) // 2)}


def form_of(term: Expression, shared: Container[int]) -> tuple[Any, ...]:
    """Return a term's operations, names and constants: everything but the indices of its references."""
    form: list[Any] = []
    stack = [term]
    while stack:
        current = stack.pop()
        if current.reference is not None:
            form.append((current.reference.layer, current.reference.part, len(current.reference.index)))
        elif current.op == "constant":
            form.append("whole number" if _is_whole(current.value) else current.value)
        elif id(current) in shared:
            form.append(id(current))
        else:
            form.append((current.op, len(current.operands)))
            stack.extend(reversed(current.operands))
    return tuple(form)


def _places(term: Expression, shared: Container[int]) -> list[int]:
    """Return the indices of a term's references, and its whole numbers, one after another."""
    places: list[int] = []
    stack = [term]
    while stack:
        current = stack.pop()
        if current.reference is not None:
            places.extend(current.reference.index)
        elif current.op == "constant" and _is_whole(current.value):
            places.append(current.value)
        elif id(current) not in shared:
            stack.extend(reversed(current.operands))
    return places


def _is_whole(value: Any) -> bool:
    """Return whether a constant is a whole number, such as a class in [y = 3], which may change from term to term."""
    return isinstance(value, int) and not isinstance(value, bool)


def _symbols(table: Array) -> tuple[list[Any], tuple[tuple[str, int, int], ...]]:
    """Return, for each place, a constant number, a letter, or a letter with an offset."""
    symbols: list[Any] = []
    found: list[Array] = []
    for place in range(table.shape[1]):
        column = table[:, place]
        if (column == column[0]).all():
            symbols.append(int(column[0]))
            continue
        for letter, known in zip(LETTERS, found, strict=False):
            distance = column - known
            if (distance == distance[0]).all():
                symbols.append(letter + (f"{int(distance[0]):+d}" if distance[0] else ""))
                break
        else:
            if len(found) == len(LETTERS):
                return [], ()
            symbols.append(LETTERS[len(found)])
            found.append(column)
    ranges = tuple((letter, int(c.min()), int(c.max())) for letter, c in zip(LETTERS, found, strict=False))
    return symbols, ranges


def _write_in(term: Expression, symbols: Iterator[Any], shared: Mapping[int, Any]) -> Any:
    """Return the term with letters for the varying indices of its references."""
    written: dict[int, Any] = dict(shared)
    order: list[Expression] = []
    stack = [term]
    while stack:  # the order in which `_places` read them
        current = stack.pop()
        if id(current) in shared:
            continue
        order.append(current)
        if current.reference is not None:
            named = current.reference._replace(index=tuple(next(symbols) for _ in current.reference.index))
            written[id(current)] = current._replace(reference=named)
        elif current.op == "constant" and _is_whole(current.value):
            written[id(current)] = current._replace(value=next(symbols))
        stack.extend(reversed(current.operands))
    for current in reversed(order):  # operands come after what is made of them
        if current.operands:
            written[id(current)] = current._replace(operands=tuple(written[id(part)] for part in current.operands))
        else:
            written.setdefault(id(current), current)
    return written[id(term)]
