"""Where an element of an array comes from, traced through NumPy's operations; elements are numbered row by row."""

from typing import Any

import numpy as np

from glassnet.base.arrays import Array, Shape


def item(values: Any, number: int) -> Any:
    """Return one element as Python's own number.

    >>> item(np.array([[1.5, 2.5]]), 1), item(3.0, 0)
    (2.5, 3.0)
    """
    if isinstance(values, np.ndarray):
        return values.flat[number].item()
    return values.item() if isinstance(values, np.generic) else values


def items(values: Any, numbers: Array) -> list[Any]:
    """Return several elements as Python's own numbers."""
    return np.asarray(values).reshape(-1)[numbers].tolist()


def index_of(shape: Shape, number: int) -> tuple[int, ...]:
    """Return the index of an element from its number.

    >>> index_of((2, 3), 4)
    (1, 1)
    """
    index = []
    for size in reversed(shape):
        number, place = divmod(number, size)
        index.append(place)
    return tuple(reversed(index))


def indices_of(shape: Shape, numbers: Array) -> list[tuple[int, ...]]:
    """Return the indices of several elements."""
    if not shape:
        return [()] * len(numbers)
    return list(zip(*(axis.tolist() for axis in np.unravel_index(numbers, shape)), strict=True))


def broadcast_number(own: Shape, shape: Shape, number: int) -> int:
    """Return which element of an operand of shape `own` was broadcast to an element of the result.

    >>> broadcast_number((3,), (2, 3), 4)
    1
    """
    if own == shape:
        return number
    index = index_of(shape, number)[len(shape) - len(own) :]
    place = 0
    for size, at in zip(own, index, strict=True):
        place = place * size + (at if size > 1 else 0)
    return place


def row_of(shape: Shape, axis: Any, number: int) -> Array:
    """Return the elements that a reduction along the axes (all, if None) combined into one element of the result.

    >>> row_of((2, 3), 0, 1).tolist()
    [1, 4]
    """
    numbers = np.arange(int(np.prod(shape, dtype=int))).reshape(shape)
    if axis is None:
        return numbers.ravel()
    axes = {place % len(shape) for place in (axis if isinstance(axis, tuple) else (axis,))}
    kept = tuple(1 if place in axes else size for place, size in enumerate(shape))
    index = index_of(kept, number)
    return numbers[tuple(slice(None) if place in axes else at for place, at in enumerate(index))].ravel()


def factors_of(one: Shape, other: Shape, shape: Shape, number: int) -> tuple[Array, Array]:
    """Return the elements of both operands whose products add up to one element of a matrix product.

    >>> [numbers.tolist() for numbers in factors_of((2, 3), (3, 4), (2, 4), 5)]
    [[3, 4, 5], [1, 5, 9]]
    """
    index = list(index_of(shape, number))
    column = index.pop() if len(other) > 1 else None
    row = index.pop() if len(one) > 1 else None
    first = _matrix(one, index)
    second = _matrix(other, index)
    return (first if row is None else first[row]), (second if column is None else second[:, column])


def _matrix(shape: Shape, batch: list[int]) -> Array:
    """Return the numbers of the elements of one matrix in a stack of them."""
    if len(shape) < 2:
        return np.arange(shape[0])
    place = 0
    stacked = shape[:-2]
    for size, at in zip(stacked, batch[len(batch) - len(stacked) :], strict=True):
        place = place * size + (at if size > 1 else 0)
    count = shape[-2] * shape[-1]
    return np.arange(place * count, (place + 1) * count).reshape(shape[-2:])
