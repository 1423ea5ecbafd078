"""RMSprop: the gradient divided by its recent size."""

from typing import Any

from glassnet.base.arrays import Array, Tree
from glassnet.base.checks import number, true_or_false
from glassnet.base.settings_class import settings_class
from glassnet.base.trees import map_tree
from glassnet.nn.losses.clamp import at_least


def variance_of(square: Array, mean: Array) -> Array:
    """Return mean of squares − squared mean, at least 0: rounding may leave it a little below.

    >>> import numpy as np
    >>> variance_of(np.array([5.0, 0.9999999]), np.array([1.0, 1.0])).tolist()
    [4.0, 0.0]
    """
    return at_least(square - mean * mean, 0.0)


@settings_class
class RMSprop:
    """square_average ← ρ · square_average + (1 − ρ) · gradient²;  w ← w − learning_rate · gradient / (√average + ε).

    Tieleman & Hinton (2012, lecture 6e). `centred` divides by the recent standard deviation instead: the
    square average minus the squared average of the gradient (Graves, 2013). With `momentum` the quotient goes into a
    velocity first. ε is outside the root, as in PyTorch; in Keras it is inside.

    Arguments:
        learning_rate: typically about 0.001.
        rho: the fraction of the averages that is kept at each step.
        momentum: the fraction of the velocity that is kept; 0 for none.
        centred: whether to subtract the squared mean.
        epsilon: keeps the division finite.

    >>> import numpy as np
    >>> rule, params = RMSprop(0.01), {"w": np.array([1.0])}
    >>> params, _ = rule.update({"w": np.array([2.0])}, rule.init(params), params, rule.learning_rate)
    >>> params["w"].round(4).tolist()
    [0.9684]
    """

    learning_rate: float = 0.001
    rho: float = 0.9
    momentum: float = 0.0
    centred: bool = False
    epsilon: float = 1e-8

    def __post_init__(self) -> None:
        number("learning_rate", self.learning_rate, above=0)
        number("rho", self.rho, minimum=0, below=1)
        number("momentum", self.momentum, minimum=0, below=1)
        number("epsilon", self.epsilon, above=0)
        true_or_false("centred", self.centred)

    def init(self, params: Tree) -> dict[str, Any]:
        """Return averages (and velocities) of 0."""
        zeros = map_tree(lambda w: w * 0.0, params)
        kept = {"square_average": True, "average": self.centred, "velocity": bool(self.momentum)}
        return {name: zeros for name, needed in kept.items() if needed}

    def update(
        self, grads: Tree, state: dict[str, Any], params: Tree, learning_rate: float
    ) -> tuple[dict[str, Any], dict[str, Any]]:
        """Return the next parameters and averages."""
        rho, epsilon = self.rho, self.epsilon
        square = map_tree(lambda s, d_w: rho * s + (1.0 - rho) * d_w * d_w, state["square_average"], grads)
        after = {"square_average": square}
        variance = square
        if self.centred:
            after["average"] = map_tree(lambda m, d_w: rho * m + (1.0 - rho) * d_w, state["average"], grads)
            variance = map_tree(variance_of, square, after["average"])
        step = map_tree(lambda d_w, s: d_w / (s**0.5 + epsilon), grads, variance)
        if self.momentum:
            step = map_tree(lambda v, s: self.momentum * v + s, state["velocity"], step)
            after["velocity"] = step
        return map_tree(lambda w, s: w - learning_rate * s, params, step), after
