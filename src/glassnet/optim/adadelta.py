"""Adadelta: steps in the units of the parameters."""

from typing import Any

from glassnet.base.arrays import Tree
from glassnet.base.checks import number
from glassnet.base.settings_class import settings_class
from glassnet.base.trees import map_tree


@settings_class
class Adadelta:
    """step = √(step_average + ε) / √(square_average + ε) · gradient;  w ← w − learning_rate · step.

    Both are running averages with factor ρ: square_average over gradient², step_average over step². Zeiler (2012),
    Algorithm 1, which has no learning rate, hence the default of 1. Keras defaults to 0.001.

    >>> import numpy as np
    >>> rule, params = Adadelta(), {"w": np.array([1.0])}
    >>> params, _ = rule.update({"w": np.array([2.0])}, rule.init(params), params, rule.learning_rate)
    >>> params["w"].round(5).tolist()
    [0.99684]
    """

    learning_rate: float = 1.0
    rho: float = 0.9
    epsilon: float = 1e-6

    def __post_init__(self) -> None:
        number("learning_rate", self.learning_rate, above=0)
        number("rho", self.rho, minimum=0, below=1)
        number("epsilon", self.epsilon, above=0)

    def init(self, params: Tree) -> dict[str, Any]:
        """Return averages of 0."""
        zeros = map_tree(lambda w: w * 0.0, params)
        return {"square_average": zeros, "step_average": zeros}

    def update(
        self, grads: Tree, state: dict[str, Any], params: Tree, learning_rate: float
    ) -> tuple[dict[str, Any], dict[str, Any]]:
        """Return the next parameters and averages."""
        rho, epsilon = self.rho, self.epsilon
        average = lambda old, new: rho * old + (1.0 - rho) * new * new  # noqa: E731 (the rule itself)
        square = map_tree(average, state["square_average"], grads)
        step = map_tree(
            lambda d_w, s, previous: (previous + epsilon) ** 0.5 / (s + epsilon) ** 0.5 * d_w,
            grads,
            square,
            state["step_average"],
        )
        state = {"square_average": square, "step_average": map_tree(average, state["step_average"], step)}
        return map_tree(lambda w, s: w - learning_rate * s, params, step), state
