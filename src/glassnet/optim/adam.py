"""Adam: momentum divided by the recent gradient size; AdamW, AMSGrad and NAdam have their own files."""

from typing import Any

from glassnet.base.arrays import Array, Tree
from glassnet.base.checks import number
from glassnet.base.settings_class import settings_class
from glassnet.base.trees import map_tree
from glassnet.optim.bias_correction import corrected_rate, root_correction, zero


@settings_class
class Adam:
    """w ← w − learning_rate · m̂ / (√v̂ + ε), with m̂ = m / (1 − β₁ᵗ) and v̂ = v / (1 − β₂ᵗ).

    m and v are running averages of the gradient and of its square. Kingma & Ba (2015), Algorithm 1:
    ε outside the root, added after the correction of v.

    >>> import numpy as np
    >>> rule, params = Adam(0.1), {"w": np.array([1.0])}
    >>> params, _ = rule.update({"w": np.array([2.0])}, rule.init(params), params, rule.learning_rate)
    >>> params["w"].round(4).tolist()
    [0.9]
    """

    learning_rate: float = 0.001
    beta_1: float = 0.9
    beta_2: float = 0.999
    epsilon: float = 1e-8

    def __post_init__(self) -> None:
        number("learning_rate", self.learning_rate, above=0)
        number("beta_1", self.beta_1, minimum=0, below=1)
        number("beta_2", self.beta_2, minimum=0, below=1)
        number("epsilon", self.epsilon, above=0)

    def init(self, params: Tree) -> dict[str, Any]:
        """Return averages of 0 and a count of 0 updates."""
        zeros = map_tree(lambda w: w * 0.0, params)
        return {"count": zero(params), "m": zeros, "v": zeros}

    def update(
        self, grads: Tree, state: dict[str, Any], params: Tree, learning_rate: float
    ) -> tuple[dict[str, Any], dict[str, Any]]:
        """Return the next parameters, averages and count."""
        after = next_averages(grads, state, self.beta_1, self.beta_2)
        rate = corrected_rate(learning_rate, self.beta_1, after["count"])
        root = root_correction(self.beta_2, after["count"])
        step = lambda w, m, v: w - adam_step(m, v, rate, root, self.epsilon)  # noqa: E731 (the rule itself)
        return map_tree(step, params, after["m"], after["v"]), after


def next_averages(grads: Tree, state: dict[str, Any], beta_1: float, beta_2: float) -> dict[str, Any]:
    """Return m ← β₁ m + (1 − β₁) g, v ← β₂ v + (1 − β₂) g², and the number of updates including this one."""
    return {
        "count": state["count"] + 1.0,
        "m": map_tree(lambda m, d_w: beta_1 * m + (1.0 - beta_1) * d_w, state["m"], grads),
        "v": map_tree(lambda v, d_w: beta_2 * v + (1.0 - beta_2) * d_w * d_w, state["v"], grads),
    }


def adam_step(m: Array, v: Array, rate: Array, root: Array, epsilon: float) -> Array:
    """Return rate · m / (√v / root + ε), with both corrections in the dtype of m."""
    return rate.astype(m.dtype) * m / (v**0.5 / root.astype(m.dtype) + epsilon)
