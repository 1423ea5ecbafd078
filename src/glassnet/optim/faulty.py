"""Update rules with common mistakes, for learning to recognise them."""

from dataclasses import field
from typing import Any

from glassnet.base.arrays import Tree
from glassnet.base.registry import resolve
from glassnet.base.settings_class import settings_class
from glassnet.base.trees import map_tree
from glassnet.optim.adam import Adam, next_averages
from glassnet.optim.sgd import SGD
from glassnet.optim.update_rule import UpdateRule


@settings_class
class ForgottenZeroing:
    """A rule that gets the sum of all gradients so far, as they weren't reset to 0 between steps.

    >>> import numpy as np
    >>> rule, params = ForgottenZeroing(SGD(0.1)), {"w": np.array([1.0])}
    >>> state = rule.init(params)
    >>> for _ in range(2):
    ...     params, state = rule.update({"w": np.array([1.0])}, state, params, rule.learning_rate)
    >>> params["w"].round(4).tolist()
    [0.7]
    """

    rule: UpdateRule = field(default_factory=SGD)

    def __post_init__(self) -> None:
        object.__setattr__(self, "rule", resolve("rule", self.rule, {"sgd": SGD}))

    @property
    def learning_rate(self) -> float:
        """The rate of the inner rule."""
        return self.rule.learning_rate

    def init(self, params: Tree) -> dict[str, Any]:
        """Return the rule's state and gradients of 0."""
        return {**self.rule.init(params), "left_over": map_tree(lambda w: w * 0.0, params)}

    def update(
        self, grads: Tree, state: dict[str, Any], params: Tree, learning_rate: float
    ) -> tuple[dict[str, Any], dict[str, Any]]:
        """Return the rule's update for the sum of all gradients so far."""
        grads = map_tree(lambda left, d_w: left + d_w, state["left_over"], grads)
        params, after = self.rule.update(grads, state, params, learning_rate)
        return params, {**after, "left_over": grads}


@settings_class
class WrongSign:
    """A rule that goes uphill: + instead of −.

    >>> import numpy as np
    >>> rule = WrongSign(SGD(0.1))
    >>> rule.update({"w": np.array([1.0])}, {}, {"w": np.array([1.0])}, 0.1)[0]["w"].tolist()
    [1.1]
    """

    rule: UpdateRule = field(default_factory=SGD)

    def __post_init__(self) -> None:
        object.__setattr__(self, "rule", resolve("rule", self.rule, {"sgd": SGD}))

    @property
    def learning_rate(self) -> float:
        """The rate of the inner rule."""
        return self.rule.learning_rate

    def init(self, params: Tree) -> dict[str, Any]:
        """Return the rule's state."""
        return self.rule.init(params)

    def update(
        self, grads: Tree, state: dict[str, Any], params: Tree, learning_rate: float
    ) -> tuple[dict[str, Any], dict[str, Any]]:
        """Return the rule's update for the negated gradients."""
        return self.rule.update(map_tree(lambda d_w: -d_w, grads), state, params, learning_rate)


@settings_class
class MissingBiasCorrection:
    """Adam with uncorrected averages, although they start at 0: w ← w − learning_rate · m / (√v + ε).

    With β₁ = 0.9 and β₂ = 0.999 the first step is 0.1 / √0.001 = 3.16 times as long as it should be.

    >>> import numpy as np
    >>> rule, params = MissingBiasCorrection(0.1), {"w": np.array([1.0])}
    >>> rule.update({"w": np.array([2.0])}, rule.init(params), params, 0.1)[0]["w"].round(4).tolist()
    [0.6838]
    """

    learning_rate: float = 0.001
    beta_1: float = 0.9
    beta_2: float = 0.999
    epsilon: float = 1e-8

    def __post_init__(self) -> None:
        Adam(self.learning_rate, self.beta_1, self.beta_2, self.epsilon)

    def init(self, params: Tree) -> dict[str, Any]:
        """Return averages of 0 and a count of 0 updates."""
        return Adam().init(params)

    def update(
        self, grads: Tree, state: dict[str, Any], params: Tree, learning_rate: float
    ) -> tuple[dict[str, Any], dict[str, Any]]:
        """Return the next parameters, averages and count."""
        after = next_averages(grads, state, self.beta_1, self.beta_2)
        step = lambda w, m, v: w - learning_rate * m / (v**0.5 + self.epsilon)  # noqa: E731 (the rule itself)
        return map_tree(step, params, after["m"], after["v"]), after
