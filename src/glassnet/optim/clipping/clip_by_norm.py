"""Clipping by norm: the gradient of each array separately."""

from typing import Any

from glassnet.base.arrays import Array, Tree, namespace
from glassnet.base.checks import number
from glassnet.base.settings_class import settings_class
from glassnet.base.trees import map_tree


@settings_class
class ClipByNorm:
    """g ← g · min(1, limit / ‖g‖) for each parameter array separately; ‖g‖ is the Euclidean norm.

    >>> import numpy as np
    >>> ClipByNorm(1.0).apply({"w": np.array([3.0, 4.0])})["w"].round(4).tolist()
    [0.6, 0.8]
    """

    limit: float

    def __post_init__(self) -> None:
        number("limit", self.limit, above=0)

    def apply(self, grads: Tree) -> dict[str, Any]:
        """Return the gradients, each array with a norm of at most `limit`."""
        return map_tree(lambda g: g * scale(squares(g), self.limit), grads)


def squares(gradient: Array) -> Array:
    """Return Σ g², shape (1,)."""
    return (gradient * gradient).reshape(-1).sum(keepdims=True)


def scale(total: Array, limit: float) -> Array:
    """Return min(1, limit / √total), shape (1,); 1 where the total is 0."""
    return limit / namespace(total).maximum(total**0.5, limit)
