"""AdamW: Adam with weight decay separate from the gradient."""

from typing import Any

from glassnet.base.arrays import Tree
from glassnet.base.checks import number
from glassnet.base.settings_class import settings_class
from glassnet.base.trees import map_tree
from glassnet.optim.adam import Adam


@settings_class
class AdamW:
    """w ← w − learning_rate · weight_decay · w, then Adam's step.

    Loshchilov & Hutter (2019), "Decoupled weight decay regularization", Algorithm 2, as in PyTorch: the decay is
    multiplied by the learning rate. It acts on every parameter, biases too. For decay inside the gradient
    (coupled) use Adam with the recipe's `regularizer=L2(rate)`.

    >>> import numpy as np
    >>> rule, params = AdamW(0.1, weight_decay=0.5), {"w": np.array([1.0])}
    >>> params, _ = rule.update({"w": np.array([2.0])}, rule.init(params), params, rule.learning_rate)
    >>> params["w"].round(4).tolist()
    [0.85]
    """

    learning_rate: float = 0.001
    beta_1: float = 0.9
    beta_2: float = 0.999
    epsilon: float = 1e-8
    weight_decay: float = 0.01

    def __post_init__(self) -> None:
        self._adam()
        number("weight_decay", self.weight_decay, minimum=0)

    def init(self, params: Tree) -> dict[str, Any]:
        """Return Adam's initial state."""
        return self._adam().init(params)

    def update(
        self, grads: Tree, state: dict[str, Any], params: Tree, learning_rate: float
    ) -> tuple[dict[str, Any], dict[str, Any]]:
        """Return the next parameters, averages and count."""
        kept = 1.0 - learning_rate * self.weight_decay
        decayed = map_tree(lambda w: w * kept, params)
        return self._adam().update(grads, state, decayed, learning_rate)

    def _adam(self) -> Adam:
        return Adam(self.learning_rate, self.beta_1, self.beta_2, self.epsilon)
