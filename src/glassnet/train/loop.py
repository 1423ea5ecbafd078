"""The training loop: an endless generator of steps."""

from collections.abc import Iterator

import numpy as np

from glassnet.base.arrays import Array
from glassnet.nn.forward import Recorder
from glassnet.train.evaluate import evaluate
from glassnet.train.plan import Plan
from glassnet.train.state import TrainingState
from glassnet.train.step import Step, train_step


def epoch_order(plan: Plan, epoch: int) -> Array:
    """Return the order in which an epoch visits the training samples; it depends only on seed and epoch.

    If all samples fit into one batch, they are not shuffled.
    """
    samples = len(plan.samples["train"].x)
    if plan.recipe.batch_size >= samples:
        return np.arange(samples)
    return plan.rng.child("batches", epoch).permutation(samples)


def steps(plan: Plan, state: TrainingState, record: Recorder | None = None) -> Iterator[Step]:
    """Yield one step after another from `state` on, without end: the caller decides when to stop.

    The last batch of an epoch may be smaller. The state after it is at the start of the next epoch.
    """
    samples, size = len(plan.samples["train"].x), plan.recipe.samples_per_step
    if state.offset >= samples:  # fewer samples than when the epoch began
        state = next_epoch(plan, state)
    while True:
        order = epoch_order(plan, state.epoch)
        epoch = state.epoch
        while state.epoch == epoch:
            step = train_step(plan, state, order[state.offset : state.offset + size], record)
            if step.state.offset >= samples:
                step = Step(step.indices, step.loss, next_epoch(plan, step.state))
            state = step.state
            yield step


def next_epoch(plan: Plan, state: TrainingState) -> TrainingState:
    """Return the state at the start of the next epoch; the loss is measured if the schedule depends on it."""
    schedule, watched = plan.recipe.schedule, state.watched
    if schedule is not None and schedule.watches:
        part = "validation" if len(plan.dataset.parts["validation"]) else "train"
        watched = (*watched, evaluate(plan, state, part).loss)
    return TrainingState(state.step, state.epoch + 1, 0, state.params, state.layers, state.optimizer, watched)
