"""One training step: forward, loss, backward, update."""

import math
from typing import Any, NamedTuple

import numpy as np

from glassnet.base.arrays import Array, Tree
from glassnet.base.random import RandomStream
from glassnet.base.trees import map_tree
from glassnet.nn.backward import backward
from glassnet.nn.forward import Recorder, forward
from glassnet.train.divergence import divergence
from glassnet.train.objective import objective
from glassnet.train.penalty import add_penalty, constrain
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


@np.errstate(over="ignore", invalid="ignore", divide="ignore")  # a number that is not finite is reported
def train_step(plan: Plan, state: TrainingState, indices: Array, record: Recorder | None = None) -> Step:
    """Return what one update on the given training samples does; nothing passed in is changed.

    The state that comes back stands `len(indices)` samples further into the epoch.

    Raises:
        DivergedError: the loss is not a finite number.
    """
    recipe = plan.recipe
    rate = recipe.learning_rate(state.step, state.watched)
    loss, grads, layers = _gradients(plan, state, indices, rate, record)
    if recipe.regularizer is not None:
        grads = add_penalty(grads, state.params, recipe.regularizer)
    if recipe.clipping is not None:
        grads = recipe.clipping.apply(grads)
    params, optimizer = recipe.optimizer.update(grads, state.optimizer, state.params, rate)
    if recipe.constraint is not None:
        params = constrain(params, recipe.constraint)
    step, offset = state.step + 1, state.offset + len(indices)
    return Step(indices, loss, TrainingState(step, state.epoch, offset, params, layers, optimizer, state.watched))


def _gradients(
    plan: Plan, state: TrainingState, indices: Array, rate: float, record: Recorder | None
) -> tuple[float, Tree, dict[str, Any]]:
    size, rng = plan.recipe.batch_size, plan.rng.child("step", state.step)
    if len(indices) <= size:
        return _batch(plan, state, indices, len(indices), rate, rng, record)
    loss, grads = 0.0, None
    for begin in range(0, len(indices), size):
        batch = indices[begin : begin + size]
        of_batch = _batch(plan, state, batch, len(indices), rate, rng.child("batch", begin), record)
        loss, state = loss + of_batch[0], state._replace(layers=of_batch[2])
        grads = of_batch[1] if grads is None else map_tree(lambda a, b: a + b, grads, of_batch[1])
    return loss, grads or {}, state.layers


def _batch(
    plan: Plan,
    state: TrainingState,
    indices: Array,
    count: int,
    rate: float,
    rng: RandomStream,
    record: Recorder | None,
) -> tuple[float, Tree, dict[str, Any]]:
    """Return a batch's share of the loss and of the gradients of `count` samples, and the layers' next state."""
    network, loss = plan.network, plan.recipe.loss
    x, target = plan.samples["train"]
    x, target = x.take(indices, axis=0), target.take(indices, axis=0)
    if plan.recipe.augmentation is not None:
        x = plan.recipe.augmentation.apply(rng.child("augmentation"), x)
    output, tape, layers = forward(network, state.params, state.layers, x, train=True, rng=rng, record=record)
    values, d_output = objective(loss, output, target)
    d_output = d_output / count
    if plan.weights is not None:
        weights = plan.weights.take(indices)
        values, d_output = values * weights, d_output * weights.reshape((-1,) + (1,) * (d_output.ndim - 1))
    mean = float(values.sum()) / count
    if not math.isfinite(mean):
        raise divergence(state.step, rate, state.params, tape, indices)
    _, grads = backward(network, state.params, tape, d_output, record=record)
    return mean, grads, layers
