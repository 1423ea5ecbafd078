"""Adagrad: a separate learning rate for every parameter, decreasing with its past gradients."""

from typing import Any

from glassnet.base.arrays import Tree
from glassnet.base.checks import number
from glassnet.base.settings_class import settings_class
from glassnet.base.trees import map_tree


@settings_class
class Adagrad:
    """sum ← sum + gradient²;  w ← w − learning_rate · gradient / (√sum + ε).

    Duchi, Hazan & Singer (2011), diagonal variant with ε outside the root. The sum never shrinks, so the steps die out.

    Arguments:
        learning_rate: the rate of the first step.
        initial_sum: the initial value of each sum.
        epsilon: keeps the first division finite.

    >>> import numpy as np
    >>> rule, params = Adagrad(0.1), {"w": np.array([1.0])}
    >>> state = rule.init(params)
    >>> for _ in range(2):
    ...     params, state = rule.update({"w": np.array([2.0])}, state, params, rule.learning_rate)
    >>> params["w"].round(4).tolist(), state["sum"]["w"].tolist()
    ([0.8293], [8.0])
    """

    learning_rate: float = 0.01
    initial_sum: float = 0.0
    epsilon: float = 1e-10

    def __post_init__(self) -> None:
        number("learning_rate", self.learning_rate, above=0)
        number("initial_sum", self.initial_sum, minimum=0)
        number("epsilon", self.epsilon, above=0)

    def init(self, params: Tree) -> dict[str, Any]:
        """Return the initial sums of squares."""
        return {"sum": map_tree(lambda w: w * 0.0 + self.initial_sum, params)}

    def update(
        self, grads: Tree, state: dict[str, Any], params: Tree, learning_rate: float
    ) -> tuple[dict[str, Any], dict[str, Any]]:
        """Return the next parameters and sums."""
        total = map_tree(lambda s, d_w: s + d_w * d_w, state["sum"], grads)
        step = lambda w, d_w, s: w - learning_rate * d_w / (s**0.5 + self.epsilon)  # noqa: E731 (the rule itself)
        return map_tree(step, params, grads, total), {"sum": total}
