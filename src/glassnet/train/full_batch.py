"""The loss on the whole training set as a smooth function of one long parameter vector."""

import math
from typing import Any

import numpy as np

from glassnet.base.arrays import Array, Tree
from glassnet.base.errors import SettingError
from glassnet.base.trees import leaves, map_tree
from glassnet.train.batch import Batch, run_batch
from glassnet.train.penalty import add_penalty, penalty
from glassnet.train.plan import Plan
from glassnet.train.state import TrainingState


class FullBatch:
    """Loss plus penalty over all training samples, and its gradient, for full-batch methods.

    Arguments:
        plan: network, recipe and data; best in float64. Random layers (dropout) would change the function at
            every call, so the network runs in prediction mode.
        state: provides the structure of the parameters.
    """

    def __init__(self, plan: Plan, state: TrainingState) -> None:
        self.plan = plan
        self.state = state
        self.samples = Batch(*plan.samples["train"], plan.weights)

    def vector(self, params: Tree) -> Array:
        """Return all parameters (or gradients) as one float64 vector, in the state's order."""
        in_order = map_tree(lambda _, value: value, self.state.params, params)
        return np.concatenate([np.ravel(leaf) for _, leaf in leaves(in_order)]).astype(float)

    def params(self, vector: Array) -> dict[str, Any]:
        """Return the parameters that a vector represents."""
        return _take(self.state.params, vector, 0)[0]

    def loss(self, vector: Array) -> float:
        """Return mean loss plus penalty; infinity instead of NaN."""
        return self.loss_and_gradient(vector)[0]

    def gradient(self, vector: Array) -> Array:
        """Return the gradient of mean loss plus penalty."""
        return self.loss_and_gradient(vector)[1]

    def loss_and_gradient(self, vector: Array) -> tuple[float, Array]:
        """Return mean loss plus penalty, and its gradient as a vector."""
        plan, params = self.plan, self.params(vector)
        regularizer = plan.recipe.regularizer
        with np.errstate(all="ignore"):  # reported as infinity
            found = run_batch(plan, params, self.state.layers, self.samples, len(self.samples.x), plan.rng, train=False)
            grads = found.grads if regularizer is None else add_penalty(found.grads, params, regularizer)
            total = float(found.objective.mean) + penalty(params, regularizer)
        return (total if math.isfinite(total) else math.inf), self.vector(grads)


def _take(form: Tree, vector: Array, place: int) -> tuple[dict[str, Any], int]:
    taken: dict[str, Any] = {}
    for name, value in form.items():
        if isinstance(value, dict):
            taken[name], place = _take(value, vector, place)
        else:
            taken[name] = vector[place : place + value.size].reshape(value.shape).astype(value.dtype)
            place += value.size
    return taken, place


def check_plan(caller: str, plan: object, state: object) -> None:
    """Raise a SettingError unless a trainer was given a Plan and its state.

    >>> check_plan("newton_steps", "a plan", None)
    Traceback (most recent call last):
    glassnet.base.errors.SettingError: newton_steps needs a Plan and its state, start(plan); got str and NoneType.
    """
    if not isinstance(plan, Plan) or not isinstance(state, TrainingState):
        raise SettingError(
            f"{caller} needs a Plan and its state, start(plan); got {type(plan).__name__} and {type(state).__name__}."
        )
