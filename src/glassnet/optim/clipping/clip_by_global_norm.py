"""Clipping by global norm: the gradient as a whole keeps its direction."""

from typing import Any

from glassnet.base.arrays import Tree
from glassnet.base.checks import number
from glassnet.base.settings_class import settings_class
from glassnet.base.trees import leaves, map_tree
from glassnet.optim.clipping.clip_by_norm import scale, squares


@settings_class
class ClipByGlobalNorm:
    """g ← g · min(1, limit / ‖all g‖): one factor for all arrays, so the direction stays. Pascanu et al. (2013).

    >>> import numpy as np
    >>> ClipByGlobalNorm(1.0).apply({"w": np.array([3.0]), "b": np.array([4.0])})
    {'w': array([0.6]), 'b': array([0.8])}
    """

    limit: float

    def __post_init__(self) -> None:
        number("limit", self.limit, above=0)

    def apply(self, grads: Tree) -> dict[str, Any]:
        """Return the gradients, with a joint norm of at most `limit`."""
        factor = scale(sum(squares(g) for _, g in leaves(grads)), self.limit)
        return map_tree(lambda g: g * factor, grads)
