"""Expressions of many elements of a traced array together: the terms of a sum of thousands, operation by operation."""

from typing import Any

import numpy as np

from glassnet.base.arrays import Array, Shape
from glassnet.explain.addresses import items
from glassnet.explain.expression import Expression, constant
from glassnet.explain.names import Names
from glassnet.explain.node import Node, plain

ONE_BY_ONE = ("reduce", "matmul", "elements", "pick", "add_rows")
"""Operations in which each element has its own operands."""

MAX_DEPTH = 40
"""How many nested operations are expanded here; deeper ones are expanded element by element, without recursion."""

Made = dict[tuple[int, bytes], list[Expression] | None]


def expressions_of(
    operand: Any, numbers: Array, names: Names, made: Made | None = None, depth: int = 0
) -> list[Expression] | None:
    """Return the expressions of several elements of an operand, or None where they must be expanded one by one.

    Arguments:
        operand: a node, a plain array or a number.
        numbers: which elements, counted through the operand row by row.
        names: the elements that have names.
        made: results so far; a piece that occurs twice is expanded only once.
        depth: number of operations above it.
    """
    made = {} if made is None else made
    key = (id(operand), numbers.tobytes())
    if key not in made:
        made[key] = _compute(operand, numbers, names, made, depth)
    return made[key]


def _compute(operand: Any, numbers: Array, names: Names, made: Made, depth: int) -> list[Expression] | None:
    if isinstance(operand, Node) and operand.op == "move":
        return _moved(operand, numbers, names, made, depth)
    found = names.leaves(operand, numbers)
    if found is not None:
        return found
    if names.has(operand):
        return None  # some of them have names, some don't
    if not isinstance(operand, Node) or operand.op == "constant":
        return [constant(value) for value in items(plain(operand), numbers)]
    return None if operand.op in ONE_BY_ONE or depth == MAX_DEPTH else _computed(operand, numbers, names, made, depth)


def _moved(node: Node, numbers: Array, names: Names, made: Made, depth: int) -> list[Expression] | None:
    places = node.places()[numbers]
    whole: list[Any] = [None] * len(places)
    if not places.all():
        return None
    begin = 1
    for operand in node.operands:
        end = begin + int(np.size(plain(operand)))
        here = np.flatnonzero((places >= begin) & (places < end))
        if len(here):
            found = expressions_of(operand, places[here] - begin, names, made, depth)
            if found is None:
                return None
            for place, expression in zip(here.tolist(), found, strict=True):
                whole[place] = expression
        begin = end
    return whole


def _computed(node: Node, numbers: Array, names: Names, made: Made, depth: int) -> list[Expression] | None:
    columns = []
    for operand in node.operands:
        shape = np.shape(plain(operand))
        single = np.prod(shape, dtype=int) == 1
        at = np.zeros(1, np.int64) if single else _broadcast(shape, node.shape, numbers)
        column = expressions_of(operand, at, names, made, depth + 1)
        if column is None:
            return None
        columns.append(column * len(numbers) if single else column)
    values = items(node.value, numbers)
    rows = zip(*columns, strict=True)
    return [Expression(node.op, operands, value) for operands, value in zip(rows, values, strict=True)]


def _broadcast(own: Shape, shape: Shape, numbers: Array) -> Array:
    """Return which elements of an operand of shape `own` were broadcast to some elements of the result."""
    if own == shape:
        return numbers
    own_numbers = np.arange(int(np.prod(own, dtype=int))).reshape(own)
    return np.broadcast_to(own_numbers, shape).reshape(-1)[numbers]
