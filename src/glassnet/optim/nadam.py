"""NAdam: Adam with Nesterov momentum."""

from typing import Any

from glassnet.base.arrays import Tree
from glassnet.base.checks import number
from glassnet.base.settings_class import settings_class
from glassnet.base.trees import map_tree
from glassnet.optim.adam import Adam, adam_step, next_averages
from glassnet.optim.bias_correction import root_correction, zero


@settings_class
class NAdam:
    """Adam whose first average looks one step ahead: m̂ = μₜ₊₁ m / (1 − Πμ to t+1) + (1 − μₜ) g / (1 − Πμ to t).

    Dozat (2016) with his momentum schedule μₜ = β₁ (1 − ½ · 0.96^(t · momentum_decay)), as in PyTorch and Keras.

    >>> import numpy as np
    >>> rule, params = NAdam(0.1), {"w": np.array([1.0])}
    >>> params, _ = rule.update({"w": np.array([2.0])}, rule.init(params), params, rule.learning_rate)
    >>> params["w"].round(4).tolist()
    [0.8944]
    """

    learning_rate: float = 0.002
    beta_1: float = 0.9
    beta_2: float = 0.999
    epsilon: float = 1e-8
    momentum_decay: float = 0.004

    def __post_init__(self) -> None:
        Adam(self.learning_rate, self.beta_1, self.beta_2, self.epsilon)
        number("momentum_decay", self.momentum_decay, minimum=0)

    def init(self, params: Tree) -> dict[str, Any]:
        """Return averages of 0, a count of 0 updates, and an empty product of momenta (1)."""
        zeros = map_tree(lambda w: w * 0.0, params)
        return {"count": zero(params), "momentum_product": zero(params) + 1.0, "m": zeros, "v": zeros}

    def update(
        self, grads: Tree, state: dict[str, Any], params: Tree, learning_rate: float
    ) -> tuple[dict[str, Any], dict[str, Any]]:
        """Return the next parameters, averages, count and product."""
        after = next_averages(grads, state, self.beta_1, self.beta_2)
        now, ahead = self._momentum(after["count"]), self._momentum(after["count"] + 1.0)
        after["momentum_product"] = state["momentum_product"] * now
        gradient_rate = learning_rate * (1.0 - now) / (1.0 - after["momentum_product"])
        average_rate = learning_rate * ahead / (1.0 - after["momentum_product"] * ahead)
        root = root_correction(self.beta_2, after["count"])
        params = map_tree(
            lambda w, d_w, m, v: (
                w
                - adam_step(d_w, v, gradient_rate, root, self.epsilon)
                - adam_step(m, v, average_rate, root, self.epsilon)
            ),
            params,
            grads,
            after["m"],
            after["v"],
        )
        return params, after

    def _momentum(self, count: Any) -> Any:
        return self.beta_1 * (1.0 - 0.5 * 0.96 ** (count * self.momentum_decay))
