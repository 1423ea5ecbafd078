"""AMSGrad: Adam whose divisor never shrinks."""

from typing import Any

from glassnet.base.arrays import Tree, namespace
from glassnet.base.settings_class import settings_class
from glassnet.base.trees import map_tree
from glassnet.optim.adam import Adam, adam_step, next_averages
from glassnet.optim.bias_correction import corrected_rate, root_correction


@settings_class
class AMSGrad:
    """Adam with v replaced by the largest v so far.

    Reddi, Kale & Kumar (2018); with Adam's corrections, as in PyTorch: the largest v is taken before its
    correction (the paper has no corrections at all).

    >>> import numpy as np
    >>> rule, params = AMSGrad(0.1), {"w": np.array([1.0])}
    >>> params, _ = rule.update({"w": np.array([2.0])}, rule.init(params), params, rule.learning_rate)
    >>> params["w"].round(4).tolist()
    [0.9]
    """

    learning_rate: float = 0.001
    beta_1: float = 0.9
    beta_2: float = 0.999
    epsilon: float = 1e-8

    def __post_init__(self) -> None:
        self._adam()

    def init(self, params: Tree) -> dict[str, Any]:
        """Return Adam's initial state, and maxima of 0."""
        state = self._adam().init(params)
        return {**state, "v_largest": state["v"]}

    def update(
        self, grads: Tree, state: dict[str, Any], params: Tree, learning_rate: float
    ) -> tuple[dict[str, Any], dict[str, Any]]:
        """Return the next parameters, averages and count."""
        after = next_averages(grads, state, self.beta_1, self.beta_2)
        after["v_largest"] = map_tree(lambda old, v: namespace(v).maximum(old, v), state["v_largest"], after["v"])
        rate = corrected_rate(learning_rate, self.beta_1, after["count"])
        root = root_correction(self.beta_2, after["count"])
        step = lambda w, m, v: w - adam_step(m, v, rate, root, self.epsilon)  # noqa: E731 (the rule itself)
        return map_tree(step, params, after["m"], after["v_largest"]), after

    def _adam(self) -> Adam:
        return Adam(self.learning_rate, self.beta_1, self.beta_2, self.epsilon)
