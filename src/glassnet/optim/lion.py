"""Lion: steps of fixed size, with the sign of an average."""

from typing import Any

from glassnet.base.arrays import Tree, namespace
from glassnet.base.checks import number
from glassnet.base.settings_class import settings_class
from glassnet.base.trees import map_tree


@settings_class
class Lion:
    """w ← w − learning_rate · (sign(β₁ m + (1 − β₁) g) + weight_decay · w);  m ← β₂ m + (1 − β₂) g.

    Chen et al. (2023), "Symbolic discovery of optimization algorithms", Algorithm 2.

    >>> import numpy as np
    >>> rule, params = Lion(0.1), {"w": np.array([1.0, 1.0])}
    >>> params, _ = rule.update({"w": np.array([2.0, -0.1])}, rule.init(params), params, rule.learning_rate)
    >>> params["w"].round(4).tolist()
    [0.9, 1.1]
    """

    learning_rate: float = 0.0001
    beta_1: float = 0.9
    beta_2: float = 0.99
    weight_decay: float = 0.0

    def __post_init__(self) -> None:
        number("learning_rate", self.learning_rate, above=0)
        number("beta_1", self.beta_1, minimum=0, below=1)
        number("beta_2", self.beta_2, minimum=0, below=1)
        number("weight_decay", self.weight_decay, minimum=0)

    def init(self, params: Tree) -> dict[str, Any]:
        """Return averages of 0."""
        return {"m": map_tree(lambda w: w * 0.0, params)}

    def update(
        self, grads: Tree, state: dict[str, Any], params: Tree, learning_rate: float
    ) -> tuple[dict[str, Any], dict[str, Any]]:
        """Return the next parameters and averages."""
        beta_1, beta_2 = self.beta_1, self.beta_2
        sign = map_tree(lambda m, g: namespace(m).sign(beta_1 * m + (1.0 - beta_1) * g), state["m"], grads)
        step = lambda w, s: w - learning_rate * (s + self.weight_decay * w)  # noqa: E731 (the rule itself)
        m = map_tree(lambda m, d_w: beta_2 * m + (1.0 - beta_2) * d_w, state["m"], grads)
        return map_tree(step, params, sign), {"m": m}
