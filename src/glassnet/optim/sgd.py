"""Stochastic gradient descent, with momentum and Nesterov momentum."""

from typing import Any

from glassnet.base.arrays import Tree
from glassnet.base.checks import number, true_or_false
from glassnet.base.errors import SettingError
from glassnet.base.settings_class import settings_class
from glassnet.base.trees import map_tree


@settings_class
class SGD:
    """velocity ← momentum · velocity + gradient;  w ← w − learning_rate · velocity.

    Without momentum the velocity is the gradient itself and nothing is stored. With `nesterov` the step is
    gradient + momentum · velocity, the velocity of the next step. The variant of Sutskever et al. (2013) as
    in PyTorch: the learning rate multiplies the whole velocity.

    >>> import numpy as np
    >>> rule, params = SGD(0.1, momentum=0.9), {"w": np.array([1.0])}
    >>> state = rule.init(params)
    >>> for _ in range(2):
    ...     params, state = rule.update({"w": np.array([1.0])}, state, params, rule.learning_rate)
    >>> params["w"].round(4).tolist(), state["velocity"]["w"].tolist()
    ([0.71], [1.9])
    """

    learning_rate: float = 0.01
    momentum: float = 0.0
    nesterov: bool = False

    def __post_init__(self) -> None:
        number("learning_rate", self.learning_rate, above=0)
        number("momentum", self.momentum, minimum=0, below=1)
        true_or_false("nesterov", self.nesterov)
        if self.nesterov and not self.momentum:
            raise SettingError(
                "nesterov looks ahead along the velocity, so it needs a momentum above 0; got momentum=0."
            )

    def init(self, params: Tree) -> dict[str, Any]:
        """Return velocities of 0, or nothing without momentum."""
        return {"velocity": map_tree(lambda w: w * 0.0, params)} if self.momentum else {}

    def update(
        self, grads: Tree, state: dict[str, Any], params: Tree, learning_rate: float
    ) -> tuple[dict[str, Any], dict[str, Any]]:
        """Return the next parameters and velocities."""
        if not self.momentum:
            return map_tree(lambda w, d_w: w - learning_rate * d_w, params, grads), {}
        velocity = map_tree(lambda v, d_w: self.momentum * v + d_w, state["velocity"], grads)
        step = map_tree(lambda v, d_w: d_w + self.momentum * v, velocity, grads) if self.nesterov else velocity
        return map_tree(lambda w, s: w - learning_rate * s, params, step), {"velocity": velocity}
