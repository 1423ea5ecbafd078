"""Named trees of arrays: nested dictionaries whose leaves are arrays."""

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

from glassnet.base.arrays import Array, Tree

SEPARATOR = "/"


def map_tree(function: Callable[..., Any], tree: Tree, *others: Tree) -> dict[str, Any]:
    """Apply `function` to matching leaves of one or more trees of the same structure.

    >>> map_tree(lambda a, b: a + b, {"dense_1": {"bias": 1}}, {"dense_1": {"bias": 2}})
    {'dense_1': {'bias': 3}}
    """
    mapped = {}
    if len(others) == 1:  # the common case, without building lists
        other = others[0]
        for name, value in tree.items():
            is_tree = isinstance(value, dict)
            mapped[name] = map_tree(function, value, other[name]) if is_tree else function(value, other[name])
        return mapped
    for name, value in tree.items():
        matching = [other[name] for other in others]
        mapped[name] = map_tree(function, value, *matching) if isinstance(value, dict) else function(value, *matching)
    return mapped


def leaves(tree: Tree, prefix: str = "") -> Iterator[tuple[str, Array]]:
    """Yield the full name and the value of each leaf.

    >>> list(leaves({"dense_1": {"weight": 1, "bias": 2}}))
    [('dense_1/weight', 1), ('dense_1/bias', 2)]
    """
    for name, value in tree.items():
        if isinstance(value, dict):
            yield from leaves(value, f"{prefix}{name}{SEPARATOR}")
        else:
            yield f"{prefix}{name}", value


def flatten(tree: Tree) -> dict[str, Array]:
    """Return one mapping from full names to leaves (empty branches are lost).

    >>> flatten({"dense_1": {"weight": 1}})
    {'dense_1/weight': 1}
    """
    return dict(leaves(tree))


def all_finite(tree: Tree) -> bool:
    """Say whether every number of a tree is finite.

    >>> all_finite({"dense_1": {"weight": np.array([1.0, np.inf])}}), all_finite({"bias": np.zeros(2)})
    (False, True)
    """
    return all(np.isfinite(values).all() for _, values in leaves(tree))


def size_in_bytes(tree: Tree) -> int:
    """Return the memory that all leaves take."""
    return sum(leaf.nbytes for _, leaf in leaves(tree))
