"""One step with everything kept that `train_step` computes and forgets, by name."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from glassnet.base.arrays import Array, Tree
from glassnet.nn.layers.layer import Parts
from glassnet.train.batch import Batch, BatchRun, Names, make_batch, run_batch
from glassnet.train.loop import epoch_order, next_epoch
from glassnet.train.plan import Plan
from glassnet.train.state import TrainingState
from glassnet.train.step import run_step, state_after
from glassnet.train.update import Update


@dataclass(frozen=True, eq=False)
class BatchRecord:
    """A batch on its way through the network and back.

    Arguments:
        indices: which training samples, shape (batch,).
        batch: their features (after augmentation), targets and weights, as the network and the loss got them.
        count: samples that the step averages over: those of this batch unless gradients are accumulated.
        rng: the stream that the layers drew from.
        state: the layers' states before.
        outputs: what came out of each layer, by name.
        backward: the parts of each layer on the way back, by name.
        run: what the step did with the batch.
    """

    indices: Array
    batch: Batch
    count: int
    rng: Any
    state: Tree
    outputs: dict[str, Array]
    backward: dict[str, Parts]
    run: BatchRun

    @property
    def x(self) -> Array:
        """The features that went in, shape (batch, …)."""
        return self.batch.x

    @property
    def target(self) -> Array:
        """The targets as the loss got them."""
        return self.batch.target

    @property
    def weights(self) -> Array | None:
        """How much each sample counts, shape (batch,); None when all count the same."""
        return self.batch.weights

    @cached_property
    def inputs(self) -> dict[str, Array]:
        """What went into each layer, by name."""
        return dict(zip(self.outputs, [self.batch.x, *self.outputs.values()], strict=False))

    @property
    def prediction(self) -> Array:
        """The last layer's output, shape (batch, …)."""
        return list(self.outputs.values())[-1]

    @property
    def forward(self) -> dict[str, Parts]:
        """The parts of each layer on the way forward, by name."""
        return self.run.tape

    @property
    def next_state(self) -> dict[str, Any]:
        """The layers' states after."""
        return self.run.layers

    @property
    def values(self) -> Array:
        """The loss of each sample, unweighted, shape (batch,)."""
        return self.run.objective.values

    @property
    def loss(self) -> float:
        """What the batch adds to the step's mean loss."""
        return self.run.objective.mean

    @property
    def d_prediction(self) -> Array:
        """The gradient of the step's mean loss with respect to the last layer's output."""
        return self.run.objective.d_prediction

    @property
    def grads(self) -> dict[str, Any]:
        """The batch's share of the gradients of the step's mean loss."""
        return self.run.grads


@dataclass(frozen=True, eq=False)
class StepRecord:
    """Everything that happened in one step.

    Arguments:
        plan: network, recipe and data of the step.
        before, after: where training stood before and after it.
        learning_rate: the rate of this step.
        batches: one, or several whose gradients were accumulated.
        loss: mean loss of the samples, weighted where samples have weights, without penalty.
        update: the way from the gradients of the mean loss to new parameters.
    """

    plan: Plan
    before: TrainingState
    after: TrainingState
    learning_rate: float
    batches: tuple[BatchRecord, ...]
    loss: float
    update: Update

    @property
    def grads(self) -> Tree:
        """The gradients of the mean loss, without penalties and before clipping."""
        return self.update.grads

    @property
    def indices(self) -> Array:
        """Which training samples the step averages over."""
        return np.concatenate([batch.indices for batch in self.batches])


def next_batch(plan: Plan, state: TrainingState) -> tuple[TrainingState, Array]:
    """Return where the next step begins (a new epoch, if the data ran out) and the samples that it takes."""
    if state.offset >= len(plan.samples["train"].x):
        state = next_epoch(plan, state)
    order = epoch_order(plan, state.epoch)
    return state, order[state.offset : state.offset + plan.recipe.samples_per_step]


@np.errstate(all="ignore")
def record_step(plan: Plan, state: TrainingState) -> StepRecord:
    """Return everything that the next step does, which is the step of `train_step` with nothing thrown away.

    A loss that is not finite is recorded like any other: whoever looks for its origin needs the record.
    """
    state, indices = next_batch(plan, state)
    rate, count = plan.recipe.learning_rate(state.step, state.watched), len(indices)
    batches: list[BatchRecord] = []

    def run(begin: int, end: int, names: Names, layers: Tree) -> BatchRun:
        batches.append(_record_batch(plan, state, layers, indices[begin:end], count, names))
        return batches[-1].run

    loss, layers, new = run_step(plan.recipe, state, count, rate, run)
    return StepRecord(plan, state, state_after(state, count, layers, new), rate, tuple(batches), loss, new)


def _record_batch(
    plan: Plan, state: TrainingState, layers: Tree, indices: Array, count: int, names: Names
) -> BatchRecord:
    outputs: dict[str, Array] = {}
    backward: dict[str, Parts] = {}

    def keep(layer: str, way: str, parts: Parts) -> None:
        if way == "backward":
            backward[layer] = parts

    names = ("step", state.step, *names)
    batch, rng = make_batch(plan, indices, names), plan.draws.child(*names)
    run = run_batch(plan, state.params, layers, batch, count, rng, train=True, record=keep, outputs=outputs)
    return BatchRecord(indices, batch, count, rng, layers, outputs, dict(reversed(backward.items())), run)
