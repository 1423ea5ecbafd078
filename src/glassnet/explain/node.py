"""What every array with a history stores: its numbers and how they were computed."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from glassnet.base.arrays import Array


class Node:
    """Numbers, the operation that computed them, and its operands.

    Arguments:
        value: the numbers, as a NumPy array or scalar.
        op: the operation; "leaf" for recorded numbers, "move" where elements only change places.
        operands: nodes, plain arrays and numbers.
        detail: what else the operation depends on: axes, where elements came from, names of leaves.
    """

    __slots__ = ("_places", "detail", "op", "operands", "value")

    def __init__(self, value: Any, op: str, operands: Sequence[Any] = (), detail: Any = None) -> None:
        self.value = value
        self.op = op
        self.operands = tuple(operands)
        self.detail = detail
        self._places: Array | None = None

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.op}, {self.value!r})"

    @property
    def shape(self) -> tuple[int, ...]:
        """The sizes of the axes."""
        return np.shape(self.value)

    @property
    def size(self) -> int:
        """How many numbers there are."""
        return int(np.size(self.value))

    def places(self) -> Array:
        """Return where each element of a "move" came from: 1 + its number, or 0 for a new element.

        The elements of all operands are numbered consecutively, one operand after another.
        """
        if self._places is None:
            ids, begin = [], 1
            for operand in self.operands:
                shape = np.shape(plain(operand))
                end = begin + int(np.prod(shape, dtype=int))
                ids.append(np.arange(begin, end).reshape(shape))
                begin = end
            self._places = np.ravel(self.detail(ids))
        return self._places


class Made:
    """A node that is not yet an array: value, op, operands and detail."""

    __slots__ = ("detail", "op", "operands", "value")

    def __init__(self, value: Any, op: str, operands: Sequence[Any], detail: Any = None) -> None:
        self.value = value
        self.op = op
        self.operands = operands
        self.detail = detail


def plain(value: Any) -> Any:
    """Return the numbers of a node, or of the nodes in a tuple or list; anything else unchanged."""
    if isinstance(value, Node):
        return value.value
    if isinstance(value, tuple | list):
        return type(value)(plain(item) for item in value)
    return value


def elementwise(op: str, function: Callable[..., Any], *operands: Any) -> Made:
    """Apply a function element by element, keeping each element's operands."""
    return Made(function(*(plain(operand) for operand in operands)), op, operands)


def move(function: Callable[[Any], Any], operand: Any) -> Made:
    """Rearrange the elements."""
    return Made(function(plain(operand)), "move", (operand,), lambda ids: function(ids[0]))


def join(function: Callable[[Any], Any], operands: Sequence[Any]) -> Made:
    """Join the elements of several arrays into one."""
    return Made(function([plain(operand) for operand in operands]), "move", operands, function)


def reduce(op: str, function: Callable[..., Any], operand: Any, axis: Any, keepdims: bool, **settings: Any) -> Made:
    """Reduce the elements along the axes (all, if None)."""
    value = function(plain(operand), axis=axis, keepdims=keepdims, **settings)
    return Made(value, "reduce", (operand,), (op, axis))
