"""Clipping by value: a limit on every element of the gradient."""

from typing import Any

from glassnet.base.arrays import Tree, namespace
from glassnet.base.checks import number
from glassnet.base.settings_class import settings_class
from glassnet.base.trees import map_tree


@settings_class
class ClipByValue:
    """gᵢ ← min(max(gᵢ, −limit), limit): can change the gradient's direction.

    >>> import numpy as np
    >>> ClipByValue(1.0).apply({"w": np.array([3.0, -0.5])})["w"].tolist()
    [1.0, -0.5]
    """

    limit: float

    def __post_init__(self) -> None:
        number("limit", self.limit, above=0)

    def apply(self, grads: Tree) -> dict[str, Any]:
        """Return the gradients with every element between −limit and limit."""
        return map_tree(self._clip, grads)

    def _clip(self, gradient: Any) -> Any:
        xp = namespace(gradient)
        return xp.minimum(xp.maximum(gradient, -self.limit), self.limit)
