"""Many elements of a traced array at once: what a sum of thousands of terms is made of, operation by operation."""

from typing import Any

import numpy as np

from glassnet.base.arrays import Array, Shape
from glassnet.explain.addresses import items
from glassnet.explain.expression import Expression, constant
from glassnet.explain.names import Names
from glassnet.explain.node import Node, plain

ONE_BY_ONE = ("reduce", "matmul", "elements", "pick", "add_rows")
"""Operations whose elements have each its own operands."""

DEEPEST = 40
"""Operations one after another; what goes deeper is worked out one by one, without recursion."""

Made = dict[tuple[int, bytes], list[Expression] | None]


def many(
    operand: Any, numbers: Array, names: Names, made: Made | None = None, depth: int = 0
) -> list[Expression] | None:
    """Return several elements of an operand, or None where they have to be worked out one by one.

    Arguments:
        operand: a node, a plain array or a number.
        numbers: which elements, counted through the operand row by row.
        names: the elements that have names.
        made: what was worked out on the way; pieces that come twice are one piece.
        depth: operations above it.
    """
    made = {} if made is None else made
    key = (id(operand), numbers.tobytes())
    if key not in made:
        made[key] = _many(operand, numbers, names, made, depth)
    return made[key]


def _many(operand: Any, numbers: Array, names: Names, made: Made, depth: int) -> list[Expression] | None:
    if isinstance(operand, Node) and operand.op == "move":
        return _moved(operand, numbers, names, made, depth)
    found = names.leaves(operand, numbers)
    if found is not None:
        return found
    if names.has(operand):
        return None  # some of them have names, some have not
    if not isinstance(operand, Node) or operand.op == "constant":
        return [constant(value) for value in items(plain(operand), numbers)]
    return None if operand.op in ONE_BY_ONE or depth == DEEPEST else _computed(operand, numbers, names, made, depth)


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
            found = many(operand, places[here] - begin, names, made, depth)
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
        column = many(operand, at, names, made, depth + 1)
        if column is None:
            return None
        columns.append(column * len(numbers) if single else column)
    values = items(node.value, numbers)
    rows = zip(*columns, strict=True)
    return [Expression(node.op, operands, value) for operands, value in zip(rows, values, strict=True)]


def _broadcast(own: Shape, shape: Shape, numbers: Array) -> Array:
    """Return which elements of an operand of shape `own` stand at those elements of the broadcast result."""
    if own == shape:
        return numbers
    own_numbers = np.arange(int(np.prod(own, dtype=int))).reshape(own)
    return np.broadcast_to(own_numbers, shape).reshape(-1)[numbers]
