"""Patterns: many terms of one form, told by a rule: Σ over i of x[0, i] · weight[i, 3]."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np

from glassnet.base.arrays import Array
from glassnet.explain.expression import Expression, fold
from glassnet.explain.reference import Reference

LETTERS = "ijklmnpqrst"


class Pattern(NamedTuple):
    """What terms of one form have in common.

    Arguments:
        term: one of them, its references' changing places written as letters, such as "i" or "i+2".
        ranges: each letter with its smallest and its largest value.
        terms: how many there are; fewer than the ranges allow where some are left out.
    """

    term: Expression
    ranges: tuple[tuple[str, int, int], ...]
    terms: int


def find_pattern(terms: Sequence[Expression]) -> Pattern | None:
    """Return the rule behind terms of one form (as `form_of` says), or None if nothing in them changes.

    >>> def term(i):
    ...     x, w = Reference("dense_1", "x", (0, i)), Reference("dense_1", "weight", (i, 3))
    ...     return Expression("product", (Expression("leaf", (), 1.0, x), Expression("leaf", (), 1.0, w)), 1.0)
    >>> found = find_pattern([term(i) for i in range(9)])
    >>> [leaf.reference.index for leaf in found.term.operands], found.ranges
    ([(0, 'i'), ('i', 3)], (('i', 0, 8),))
    """
    table = np.array([_places(term) for term in terms], dtype=np.int64).reshape(len(terms), -1)
    symbols, ranges = _symbols(table)
    if not ranges or len(ranges) > len(LETTERS):
        return None
    return Pattern(_write_in(terms[0], iter(symbols)), ranges, len(terms))


def form_of(term: Expression) -> tuple[Any, ...]:
    """Return a term's operations, names and constants: all but the places of its references."""
    form: list[Any] = []
    stack = [term]
    while stack:
        current = stack.pop()
        if current.reference is not None:
            form.append((current.reference.layer, current.reference.part, len(current.reference.index)))
        elif current.op == "constant":
            form.append(current.value)
        else:
            form.append((current.op, len(current.operands)))
            stack.extend(reversed(current.operands))
    return tuple(form)


def _places(term: Expression) -> list[int]:
    """Return the places of a term's references, one after another."""
    places: list[int] = []
    stack = [term]
    while stack:
        current = stack.pop()
        if current.reference is not None:
            places.extend(current.reference.index)
        stack.extend(reversed(current.operands))
    return places


def _symbols(table: Array) -> tuple[list[Any], tuple[tuple[str, int, int], ...]]:
    """Return, for each place, a number that never changes, a letter, or a letter with a distance."""
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


def _write_in(term: Expression, symbols: Any) -> Expression:
    """Return the term with letters for the changing places of its references."""
    order: dict[int, Reference] = {}
    stack = [term]
    while stack:  # the order in which `_places` read them
        current = stack.pop()
        if current.reference is not None:
            order[id(current)] = current.reference._replace(index=tuple(next(symbols) for _ in current.reference.index))
        stack.extend(reversed(current.operands))
    return fold(
        term, lambda current, operands: current._replace(operands=tuple(operands), reference=order.get(id(current)))
    )
