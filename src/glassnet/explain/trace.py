"""Traces: one piece of a step, such as a layer's forward pass, run again on traced arrays."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np

from glassnet.base.arrays import Array, Tree
from glassnet.base.errors import SettingError
from glassnet.base.trees import leaves
from glassnet.explain.addresses import item
from glassnet.explain.expression import Expression
from glassnet.explain.history import expression_of
from glassnet.explain.names import Names
from glassnet.explain.node import plain
from glassnet.explain.reference import Reference
from glassnet.explain.traced_array import TracedArray, leaf_array


@dataclass(frozen=True, eq=False)
class Trace:
    """Named results with their histories.

    Arguments:
        parts: traced arrays (or plain ones, drawn at random or fixed) by reference, without index, in the order in
            which they were computed.
        recorded: the numbers that training computed for them, as far as they were recorded.
    """

    parts: Mapping[Reference, Any]
    recorded: Mapping[Reference, Array] = field(default_factory=dict)

    @cached_property
    def names(self) -> Names:
        """Which elements have names."""
        return Names(list(self.parts.items()), [self.value(part) for part in self.parts])

    def value(self, part: Reference) -> Array:
        """Return the numbers of a part, exactly as they were recorded."""
        return np.asarray(self.recorded[part] if part in self.recorded else plain(self.parts[part]))

    def expression(self, part: Reference, index: tuple[int, ...]) -> Expression:
        """Return how the element at an index was computed."""
        shape = np.shape(plain(self.parts[part]))
        number = int(np.ravel_multi_index(index, shape)) if shape else 0
        expression = expression_of(self.parts[part], number, self.names, part._replace(index=index))
        return expression._replace(value=item(self.value(part), number))


def of_layer(layer: str, parts: Mapping[str, Any], recorded: Mapping[str, Array]) -> Trace:
    """Return the trace of one layer's parts by name."""
    named, kept = ({Reference(layer, part): array for part, array in arrays.items()} for arrays in (parts, recorded))
    return Trace(named, kept)


Namer = Callable[[str], tuple[str, str]]
"""Maps a name inside a tree to a reference's layer and part."""


def leaf(value: Array, layer: str, part: str) -> TracedArray:
    """Return a recorded array whose elements are leaves of that name."""
    return leaf_array(np.asarray(value), lambda index: Reference(layer, part, index))


def leaf_tree(tree: Tree, namer: Namer, known: Mapping[int, Any] | None = None, prefix: str = "") -> dict[str, Any]:
    """Return a tree of recorded arrays as leaves; arrays in `known` (by identity) keep their names."""
    known = known or {}
    made: dict[str, Any] = {}
    for name, value in tree.items():
        full = f"{prefix}{name}"
        if isinstance(value, Mapping):
            made[name] = leaf_tree(value, namer, known, f"{full}/")
        else:
            made[name] = known[id(value)] if id(value) in known else leaf(value, *namer(full))
    return made


def flat(tree: Tree) -> dict[str, Any]:
    """Return all results in a tree of parts by full name."""
    return dict(leaves(tree))


def refuse_untraced(layer: str, error: Exception) -> SettingError:
    """Return the error that says why a layer (a learner's own, say) could not be traced."""
    return SettingError(
        f"{layer} cannot be explained: its code does not run on traced arrays ({error}). "
        "Use NumPy functions and operators on whole arrays, and don't convert elements to plain floats."
    )
