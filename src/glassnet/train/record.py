"""One step with everything recorded by name that `train_step` computes and discards."""

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
    """The forward and backward pass of a batch.

    Arguments:
        indices: which training samples, shape (batch,).
        batch: their features (after augmentation), targets and weights, as the network and the loss received them.
        count: number of samples that the step averages over: those of this batch unless gradients are accumulated.
        rng: the random stream that the layers drew from.
        state: the layers' states before.
        outputs: the output of each layer, by name.
        backward: the parts of each layer in the backward pass, by name.
        run: the batch's results in the step.
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
        """The features, shape (batch, …)."""
        return self.batch.x

    @property
    def target(self) -> Array:
        """The targets as the loss received them."""
        return self.batch.target

    @property
    def weights(self) -> Array | None:
        """How much each sample counts, shape (batch,); None if all count the same."""
        return self.batch.weights

    @cached_property
    def inputs(self) -> dict[str, Array]:
        """The input of each layer, by name."""
        return dict(zip(self.outputs, [self.batch.x, *self.outputs.values()], strict=False))

    @property
    def prediction(self) -> Array:
        """The last layer's output, shape (batch, …)."""
        return list(self.outputs.values())[-1]

    @property
    def forward(self) -> dict[str, Parts]:
        """The parts of each layer in the forward pass, by name."""
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
        """The batch's contribution to the step's mean loss."""
        return self.run.objective.mean

    @property
    def d_prediction(self) -> Array:
        """The gradient of the step's mean loss with respect to the last layer's output."""
        return self.run.objective.d_prediction

    @property
    def grads(self) -> dict[str, Any]:
        """The batch's contribution to the gradients of the step's mean loss."""
        return self.run.grads


@dataclass(frozen=True, eq=False)
class StepRecord:
    """Everything that happened in one step.

    Arguments:
        plan: network, recipe and data of the step.
        before, after: the state of training before and after it.
        learning_rate: the rate of this step.
        batches: one, or several whose gradients were accumulated.
        loss: mean loss of the samples, weighted where samples have weights, without penalty.
        update: the stages from the gradients of the mean loss to the new parameters.
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
    """Return the state before the next step (in a new epoch, if the data ran out) and the samples that it uses."""
    if state.offset >= len(plan.samples["train"].x):
        state = next_epoch(plan, state)
    order = epoch_order(plan, state.epoch)
    return state, order[state.offset : state.offset + plan.recipe.samples_per_step]


@np.errstate(all="ignore")
def record_step(plan: Plan, state: TrainingState) -> StepRecord:
    """Return everything that the next step computes: the same as `train_step`, with nothing discarded.

    A NaN or infinite loss is recorded like any other, so that its origin can be found.
    """
    state, indices = next_batch(plan, state)
    rate, count = plan.recipe.learning_rate(state.step, state.watched), len(indices)
    batches: list[BatchRecord] = []

    def run(begin: int, end: int, names: Names, layers: Tree) -> BatchRun:
        batches.append(_record_batch(plan, state, layers, indices[begin:end], count, names))
        return batches[-1].run

    loss, layers, new = run_step(plan, state, count, rate, run)
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
