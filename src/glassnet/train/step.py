"""One training step: its batches forward and backward, then the update."""

import math
import operator
from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np

from glassnet.base.arrays import Array, Tree
from glassnet.base.trees import map_tree
from glassnet.nn.layers.chain import Recorder
from glassnet.train.batch import BatchRun, Names, batches_of, make_batch, run_batch
from glassnet.train.divergence import divergence
from glassnet.train.plan import Plan
from glassnet.train.state import TrainingState
from glassnet.train.update import Update, update


class Step(NamedTuple):
    """The result of one step.

    Arguments:
        indices: which training samples were in the batch.
        loss: their mean loss before the update, without penalty.
        state: the state of training after the update.
    """

    indices: Array
    loss: float
    state: TrainingState


def run_step(
    plan: Plan, state: Any, count: int, rate: Any, run: Callable[[int, int, Names, Tree], BatchRun]
) -> tuple[Any, dict[str, Any], Update]:
    """Return the mean loss, the layers' next states and the update of a step, for arrays of any kind.

    Arguments:
        plan: the batch size, and how parameters are updated.
        state: has params, layers and optimizer.
        count: number of samples in the step; several batches if gradients are accumulated.
        rate: the learning rate.
        run: computes a batch, given its start and end, its path below the step's random stream and the layers' states.
    """
    loss, grads, layers = None, None, state.layers
    for begin, end, names in batches_of(count, plan.recipe.batch_size):
        found, _, layers, of_batch = run(begin, end, names, layers)
        loss = found.mean if loss is None else loss + found.mean
        grads = of_batch if grads is None else map_tree(operator.add, grads, of_batch)
    axes = plan.network.unit_axes
    return loss, layers, update(plan.recipe, grads or {}, state.params, state.optimizer, rate, axes)


def state_after(state: TrainingState, count: int, layers: dict[str, Any], new: Update) -> TrainingState:
    """Return the state of training after a step on `count` samples."""
    offset = state.offset + count
    return TrainingState(state.step + 1, state.epoch, offset, new.params, layers, new.optimizer, state.watched)


@np.errstate(all="ignore")  # NaN and infinity are reported
def train_step(plan: Plan, state: TrainingState, indices: Array, record: Recorder | None = None) -> Step:
    """Make one update on the given training samples and return the result; no argument is modified.

    The returned state is `len(indices)` samples further into the epoch.

    Raises:
        DivergedError: the loss is not a finite number.
    """
    recipe, params, count = plan.recipe, state.params, len(indices)
    rate = recipe.learning_rate(state.step, state.watched)

    def run(begin: int, end: int, names: Names, layers: Tree) -> BatchRun:
        names, rows = ("step", state.step, *names), indices[begin:end]
        rng = plan.draws.child(*names)
        made = run_batch(plan, params, layers, make_batch(plan, rows, names), count, rng, train=True, record=record)
        if not math.isfinite(made.objective.mean):
            raise divergence(state.step, rate, params, made.tape, rows)
        return made

    loss, after, new = run_step(plan, state, count, rate, run)
    return Step(indices, loss, state_after(state, count, after, new))
