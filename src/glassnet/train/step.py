"""One training step: forward, loss, backward, update."""

import math
from typing import NamedTuple

import numpy as np

from glassnet.base.arrays import Array
from glassnet.nn.backward import backward
from glassnet.nn.forward import Recorder, forward
from glassnet.train.divergence import divergence
from glassnet.train.penalty import add_penalty
from glassnet.train.plan import Plan
from glassnet.train.state import TrainingState


class Step(NamedTuple):
    """What one step did.

    Arguments:
        indices: which training samples were in the batch.
        loss: their mean loss before the update, without penalty.
        state: where training stands after the update.
    """

    indices: Array
    loss: float
    state: TrainingState


def train_step(plan: Plan, state: TrainingState, indices: Array, record: Recorder | None = None) -> Step:
    """Return what one update on the given training samples does; nothing passed in is changed.

    The state that comes back stands `len(indices)` samples further into the epoch.

    Raises:
        DivergedError: the loss is not a finite number.
    """
    network, recipe = plan.network, plan.recipe
    x, target = plan.samples["train"]
    x, target = x.take(indices, axis=0), target.take(indices, axis=0)
    rng = plan.rng.child("step", state.step)
    with np.errstate(over="ignore", invalid="ignore", divide="ignore"):  # a number that is not finite is reported below
        output, tape, layers = forward(network, state.params, state.layers, x, train=True, rng=rng, record=record)
        loss = float(recipe.loss.value(output, target).sum()) / len(indices)
        if not math.isfinite(loss):
            raise divergence(state.step, recipe.optimizer.learning_rate, state.params, tape, indices)
        d_output = recipe.loss.gradient(output, target) / len(indices)
        _, grads = backward(network, state.params, tape, d_output, record=record)
        if recipe.regularizer is not None:
            grads = add_penalty(grads, state.params, recipe.regularizer)
        params, optimizer = recipe.optimizer.update(
            grads, state.optimizer, state.params, recipe.optimizer.learning_rate
        )
    after = TrainingState(state.step + 1, state.epoch, state.offset + len(indices), params, layers, optimizer)
    return Step(indices, loss, after)

