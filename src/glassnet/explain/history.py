"""From a traced array to the expression of one of its elements."""

from typing import Any

import numpy as np

from glassnet.base.arrays import Array
from glassnet.explain.addresses import broadcast_number, factors_of, item, row_of
from glassnet.explain.expression import Expression, constant
from glassnet.explain.names import Names
from glassnet.explain.node import Node, plain
from glassnet.explain.reference import Reference
from glassnet.explain.scalar import as_expression
from glassnet.explain.vectorised import expressions_of

Address = tuple[Any, ...]
"""An element (node, number), a product inside a matrix product (node, number, place), or (scalar's expression,)."""


def expression_of(array: Any, number: int, names: Names, own: Reference | None = None) -> Expression:
    """Return how an element, numbered row by row, was computed from numbers that have names.

    The element's own name does not count as an explanation; another name does: the number was only moved here.
    Expressions can have any depth, as nothing here recurses.
    """
    if not isinstance(array, Node):
        return constant(item(array, number))
    place = _origin(array, number)
    if place is None:
        return constant(item(array.value, number))
    leaf = names.leaf(*place)
    return leaf if leaf is not None and leaf.reference != own else _grow(place, names)


def _grow(root: Address, names: Names) -> Expression:
    made: dict[Any, Expression] = {}
    pending: dict[Any, tuple[str, Any, list[Any]]] = {}
    stack = [root]
    while stack:
        address = stack[-1]
        key = _key(address)
        if key in made:
            stack.pop()
            continue
        if key not in pending:
            pending[key] = _operands(address, names)
            missing = [operand for operand in pending[key][2] if not isinstance(operand, Expression)]
            stack.extend(operand for operand in missing if _key(operand) not in made)
            if missing:
                continue
        op, value, operands = pending.pop(key)
        whole = tuple(part if isinstance(part, Expression) else made[_key(part)] for part in operands)
        made[key] = Expression(op, whole, value)
        stack.pop()
    return made[_key(root)]


def _key(address: Address) -> tuple[int, ...]:
    return (id(address[0]), *address[1:])


def _origin(array: Node, number: int) -> Address | None:
    """Return the element that was moved here; None where there was none (padding with zeros)."""
    current: Any = array
    while isinstance(current, Node) and current.op == "move":
        place = int(current.places()[number])
        if place == 0:
            return None
        number = place - 1
        for operand in current.operands:
            size = int(np.size(plain(operand)))
            if number < size:
                break
            number -= size
        current = operand
    return (current, number)


def _operands(address: Address, names: Names) -> tuple[str, Any, list[Any]]:
    """Return operation, value and operands of an element; operands with names are expressions, others addresses."""
    if len(address) == 1:
        return _of_scalar(address[0], names)
    node, number = address[:2]
    if len(address) == 3:
        numbers = [place[address[2]] for place in _factors(node, number)]
        values = [item(plain(operand), int(at)) for operand, at in zip(node.operands, numbers, strict=True)]
        pairs = zip(node.operands, numbers, strict=True)
        return "multiply", values[0] * values[1], [_operand(operand, int(at), names) for operand, at in pairs]
    value = item(plain(node), number)
    if not isinstance(node, Node) or node.op == "constant":
        return "constant", value, []
    if node.op == "matmul":
        return "sum", value, _products(node, number, names)
    if node.op == "reduce":
        op, axis = node.detail
        (operand,) = node.operands
        return op, value, _many(operand, row_of(np.shape(plain(operand)), axis, number), names)
    if node.op == "elements":
        return _unchanged(_scalar(np.ravel(node.detail)[number], names), value)
    if node.op == "pick":
        chooser, chosen = node.operands
        return "pick", value, [_operand(chooser, int(node.detail[number]), names), _operand(chosen, number, names)]
    if node.op == "add_rows":
        return "sum", value, _rows(node, number, names)
    places = [broadcast_number(np.shape(plain(operand)), node.shape, number) for operand in node.operands]
    return node.op, value, [_operand(operand, at, names) for operand, at in zip(node.operands, places, strict=True)]


def _operand(operand: Any, number: int, names: Names) -> Any:
    """Return an operand: a leaf, a constant, or the address of an element that is still to be expanded."""
    if not isinstance(operand, Node):
        return names.leaf(operand, number) or constant(item(operand, number))
    place = _origin(operand, number)
    if place is None:
        return constant(item(operand.value, number))
    return names.leaf(*place) or (place if isinstance(place[0], Node) else constant(item(*place)))


def _many(operand: Any, numbers: Array, names: Names) -> list[Any]:
    """Return several elements of one operand: expressions, or addresses of elements that are still to be expanded."""
    found = expressions_of(operand, numbers, names)
    return [_operand(operand, number, names) for number in numbers.tolist()] if found is None else found


def _factors(node: Node, number: int) -> tuple[Array, Array]:
    one, other = (np.shape(plain(operand)) for operand in node.operands)
    return factors_of(one, other, node.shape, number)


def _products(node: Node, number: int, names: Names) -> list[Any]:
    numbers = _factors(node, number)
    firsts, seconds = (_many(operand, at, names) for operand, at in zip(node.operands, numbers, strict=True))
    products: list[Any] = []
    for place, (first, second) in enumerate(zip(firsts, seconds, strict=True)):
        whole = isinstance(first, Expression) and isinstance(second, Expression)
        products.append(
            Expression("multiply", (first, second), first.value * second.value) if whole else (node, number, place)
        )
    return products


def _rows(node: Node, number: int, names: Names) -> list[Any]:
    table, values = node.operands
    row, column = divmod(number, node.shape[-1])
    added = np.flatnonzero(node.detail == row) * node.shape[-1] + column
    return _many(values, added, names) if len(added) else [_operand(table, number, names)]


def _scalar(value: Any, names: Names) -> Any:
    """Return a traced scalar as an operand."""
    expression = as_expression(value)
    if expression.op == "element":
        return _operand(expression.operands[0], expression.operands[1], names)
    return (expression,) if expression.operands else expression


def _of_scalar(expression: Expression, names: Names) -> tuple[str, Any, list[Any]]:
    operands: list[Any] = []
    for operand in expression.operands:
        if operand.op == "element":
            operands.append(_operand(operand.operands[0], operand.operands[1], names))
        else:
            operands.append((operand,) if operand.operands else operand)
    return expression.op, expression.value, operands


def _unchanged(operand: Any, value: Any) -> tuple[str, Any, list[Any]]:
    return "rounded", value, [operand]
