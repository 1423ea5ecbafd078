"""The state of training: everything that the next step depends on, besides the plan."""

from typing import Any, NamedTuple

from glassnet.train.plan import Plan


class TrainingState(NamedTuple):
    """A point in training; continuing from it gives the same numbers every time.

    Arguments:
        step: number of updates made so far.
        epoch: number of completed passes over the training data.
        offset: number of samples of the current epoch already used.
        params: parameters by layer.
        layers: the layers' own state by layer (running statistics and the like).
        optimizer: the update rule's state.
        watched: the loss after each epoch so far, recorded only for a schedule that depends on it.
    """

    step: int
    epoch: int
    offset: int
    params: dict[str, Any]
    layers: dict[str, Any]
    optimizer: dict[str, Any]
    watched: tuple[float, ...] = ()


def start(plan: Plan) -> TrainingState:
    """Return the state before the first step, with initial weights drawn from the recipe's seed."""
    params, layers = plan.network.build(plan.rng.child("weights"), plan.dataset.input_shape, plan.recipe.dtype)
    return TrainingState(0, 0, 0, params, layers, plan.recipe.optimizer.init(params))
