"""What every array with a history keeps: its numbers and how they were made."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from glassnet.base.arrays import Array


class Node:
    """Numbers, the operation that made them, and what it was applied to.

    Arguments:
        value: the numbers, as NumPy has them.
        op: what made them; "leaf" for recorded numbers, "move" where elements only change places.
        operands: nodes, plain arrays and numbers that went in.
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
        """Return, where elements only moved, where each came from: 0 from nowhere, else 1 + its number.

        The elements of all operands are numbered through, one operand after another.
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
    """Return the numbers of a node, also of nodes in tuples and lists; anything else as it is."""
    if isinstance(value, Node):
        return value.value
    if isinstance(value, tuple | list):
        return type(value)(plain(item) for item in value)
    return value


def elementwise(op: str, function: Callable[..., Any], *operands: Any) -> Made:
    """Apply a function to the elements, each of which will know its operands."""
    return Made(function(*(plain(operand) for operand in operands)), op, operands)


def move(function: Callable[[Any], Any], operand: Any) -> Made:
    """Put the elements in another arrangement."""
    return Made(function(plain(operand)), "move", (operand,), lambda ids: function(ids[0]))


def join(function: Callable[[Any], Any], operands: Sequence[Any]) -> Made:
    """Arrange the elements of several arrays in one."""
    return Made(function([plain(operand) for operand in operands]), "move", operands, function)


def reduce(op: str, function: Callable[..., Any], operand: Any, axis: Any, keepdims: bool, **settings: Any) -> Made:
    """Bring the elements along the axes (all, if None) down to one."""
    value = function(plain(operand), axis=axis, keepdims=keepdims, **settings)
    return Made(value, "reduce", (operand,), (op, axis))
