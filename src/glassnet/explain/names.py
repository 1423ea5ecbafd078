"""Names of the recorded elements of traced arrays."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from glassnet.base.arrays import Array
from glassnet.explain.addresses import index_of, indices_of, item, items
from glassnet.explain.expression import Expression
from glassnet.explain.node import Node, plain
from glassnet.explain.reference import Reference


class Names:
    """The recorded numbers of one layer, identified among the elements of its traced arrays.

    A part may hold another part's elements in a new arrangement (patches of an image, time steps stacked), so an
    element is identified by where it was before it was moved.

    Arguments:
        named: arrays, each with its reference, without index. Where two hold the same element, the first names it.
        recorded: the numbers of each as training computed them; a faster computation than the traced one may differ
            in the last digit.
    """

    def __init__(self, named: Sequence[tuple[Reference, Any]], recorded: Sequence[Array]) -> None:
        self._recorded = recorded
        self._parts = [reference for reference, _ in named]
        self._shapes = [np.shape(plain(array)) for _, array in named]
        self._owners: dict[int, tuple[Any, Array, Array]] = {}
        self._bases: dict[int, tuple[Node, list[Any], Array, Array]] = {}
        for part, (_, array) in enumerate(named):
            if isinstance(array, Node):
                self._register(part, array)
            elif isinstance(array, np.ndarray):
                self._own(array, np.arange(array.size), part, np.arange(array.size))

    def has(self, base: Any) -> bool:
        """Return whether any element of an array has a name."""
        return id(base) in self._owners

    def leaf(self, base: Any, number: int) -> Expression | None:
        """Return an element as a leaf, or None if it has no name."""
        if isinstance(base, Node) and base.op == "leaf":
            return Expression("leaf", (), item(base.value, number), base.detail(index_of(base.shape, number)))
        if id(base) not in self._owners:
            return None
        _, owner, places = self._owners[id(base)]
        part = int(owner[number])
        if part < 0:
            return None
        reference = self._parts[part]._replace(index=index_of(self._shapes[part], int(places[number])))
        return Expression("leaf", (), item(self._recorded[part], int(places[number])), reference)

    def leaves(self, base: Any, numbers: Array) -> list[Expression] | None:
        """Return several elements as leaves, or None unless one part names them all."""
        if isinstance(base, Node) and base.op == "leaf":
            references = [base.detail(index) for index in indices_of(base.shape, numbers)]
            values = items(base.value, numbers)
        else:
            if id(base) not in self._owners:
                return None
            _, owner, places = self._owners[id(base)]
            part = int(owner[numbers[0]]) if len(numbers) else -1
            if part < 0 or (owner[numbers] != part).any():
                return None
            name = self._parts[part]
            indices = indices_of(self._shapes[part], places[numbers])
            references = [Reference(name.layer, name.part, index) for index in indices]
            values = items(self._recorded[part], places[numbers])
        return [Expression("leaf", (), value, name) for value, name in zip(values, references, strict=True)]

    def _register(self, part: int, array: Node) -> None:
        bases, which, numbers = self._all_bases(array)
        for place, base in enumerate(bases):
            if isinstance(base, Node) and base.op in ("leaf", "constant"):
                continue
            here = np.flatnonzero(which == place)
            self._own(base, numbers[here], part, here)

    def _own(self, base: Any, numbers: Array, part: int, places: Array) -> None:
        if id(base) not in self._owners:
            size = int(np.size(plain(base)))
            self._owners[id(base)] = (base, np.full(size, -1), np.zeros(size, dtype=np.int64))
        _, owner, place = self._owners[id(base)]
        free = owner[numbers] < 0
        owner[numbers[free]] = part
        place[numbers[free]] = places[free]

    def _all_bases(self, array: Node) -> tuple[list[Any], Array, Array]:
        """Return, for all elements, where they come from: the arrays, which of them (or −1), and the number there."""
        if array.op != "move":
            return [array], np.zeros(array.size, dtype=np.int64), np.arange(array.size)
        if id(array) not in self._bases:
            self._bases[id(array)] = (array, *self._trace_back(array))
        return self._bases[id(array)][1:]

    def _trace_back(self, array: Node) -> tuple[list[Any], Array, Array]:
        places = array.places()
        which, numbers = np.full(places.size, -1), np.zeros(places.size, dtype=np.int64)
        bases: list[Any] = []
        begin = 1
        for operand in array.operands:
            end = begin + int(np.size(plain(operand)))
            if isinstance(operand, Node):
                inner, of_inner, inner_numbers = self._all_bases(operand)
                here = np.flatnonzero((places >= begin) & (places < end))
                chosen = places[here] - begin
                which[here] = np.where(of_inner[chosen] < 0, -1, of_inner[chosen] + len(bases))
                numbers[here] = inner_numbers[chosen]
                bases.extend(inner)
            begin = end
        return bases, which, numbers
