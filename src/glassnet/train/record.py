"""One step taken slowly: everything that `train_step` computes and forgets, kept by name."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from glassnet.base.arrays import Array, Tree
from glassnet.base.trees import map_tree
from glassnet.nn.layers.chain import gradient_record, layer_stream
from glassnet.nn.layers.layer import Parts
from glassnet.train.loop import epoch_order, next_epoch
from glassnet.train.penalty import add_penalty, constrain
from glassnet.train.plan import Plan
from glassnet.train.state import TrainingState


@dataclass(frozen=True, eq=False)
class BatchRecord:
    """A batch on its way through the network and back.

    Arguments:
        indices: which training samples, shape (batch,).
        x, target: their features (after augmentation) and targets, as the network and the loss got them.
        weights: how much each sample counts, shape (batch,), or None.
        count: samples that the step averages over: those of this batch unless gradients are accumulated.
        names: of the batch among the plan's random streams.
        rng: the stream that the layers drew from.
        state: the layers' states before.
        next_state: the layers' states after.
        inputs, outputs: what went into each layer and what came out, by name.
        forward, backward: the parts of each layer on either way, by name.
        values: the loss of each sample, unweighted.
        d_prediction: the gradient of the step's mean loss with respect to the last layer's output.
        grads: this batch's share of the gradients.
    """

    indices: Array
    x: Array
    target: Array
    weights: Array | None
    count: int
    names: tuple[int | str, ...]
    rng: Any
    state: Tree
    next_state: dict[str, Any]
    inputs: dict[str, Array]
    outputs: dict[str, Array]
    forward: dict[str, Parts]
    backward: dict[str, Parts]
    values: Array
    d_prediction: Array
    grads: Tree

    @property
    def prediction(self) -> Array:
        """The last layer's output, shape (batch, …)."""
        return list(self.outputs.values())[-1]


@dataclass(frozen=True, eq=False)
class StepRecord:
    """Everything that happened in one step.

    Arguments:
        plan: network, recipe and data of the step.
        before, after: where training stood before and after it.
        learning_rate: the rate of this step.
        batches: one, or several whose gradients were accumulated.
        loss: mean loss of the samples, weighted where samples have weights, without penalty.
        grads: gradients of the mean loss.
        penalized: with the penalties' gradients.
        clipped: what reached the update rule.
        updated: parameters after the update rule, before any constraint.
    """

    plan: Plan
    before: TrainingState
    after: TrainingState
    learning_rate: float
    batches: tuple[BatchRecord, ...]
    loss: float
    grads: Tree
    penalized: Tree
    clipped: Tree
    updated: Tree

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


def record_step(plan: Plan, state: TrainingState) -> StepRecord:
    """Return everything that the next step does: the numbers of `train_step`, bit for bit.

    A loss that is not finite is recorded like any other: whoever looks for its origin needs the record.
    """
    state, indices = next_batch(plan, state)
    recipe, size = plan.recipe, plan.recipe.batch_size
    rate = recipe.learning_rate(state.step, state.watched)
    names = ("step", state.step)
    layers: dict[str, Any] = state.layers
    batches: list[BatchRecord] = []
    with np.errstate(over="ignore", invalid="ignore", divide="ignore"):
        for begin in range(0, len(indices), size):
            of_batch = (*names, "batch", begin) if len(indices) > size else names
            batches.append(
                record_batch(plan, state.params, layers, indices[begin : begin + size], len(indices), of_batch)
            )
            layers = batches[-1].next_state
        loss = sum((_mean(batch) for batch in batches[1:]), start=_mean(batches[0]))
        grads: Tree = batches[0].grads
        for batch in batches[1:]:
            grads = map_tree(lambda a, b: a + b, grads, batch.grads)
        penalized = grads if recipe.regularizer is None else add_penalty(grads, state.params, recipe.regularizer)
        clipped = penalized if recipe.clipping is None else recipe.clipping.apply(penalized)
        updated, optimizer = recipe.optimizer.update(clipped, state.optimizer, state.params, rate)
        params = updated if recipe.constraint is None else constrain(updated, recipe.constraint)
    after = state._replace(
        step=state.step + 1, offset=state.offset + len(indices), params=params, layers=layers, optimizer=optimizer
    )
    return StepRecord(plan, state, after, rate, tuple(batches), loss, grads, penalized, clipped, updated)


def record_batch(
    plan: Plan,
    params: Tree,
    state: Tree,
    indices: Array,
    count: int,
    names: tuple[int | str, ...],
    dtype: str | None = None,
) -> BatchRecord:
    """Return what happens to some training samples on the way forward and back, averaged over `count`.

    `names` are those of the batch among the plan's random streams.
    `dtype` is another number type for the features and for targets that are values; None for the recipe's own.
    """
    samples = plan.samples["train"]
    x, target = samples.x.take(indices, axis=0), samples.y.take(indices, axis=0)
    if plan.recipe.augmentation is not None:
        x = plan.recipe.augmentation.apply(plan.rng.child(*names, "augmentation"), x)
    if dtype is not None:
        x, target = x.astype(dtype), target.astype(dtype) if target.dtype.kind == "f" else target
    rng = plan.draws.child(*names)
    inputs: dict[str, Array] = {}
    outputs: dict[str, Array] = {}
    forward: dict[str, Parts] = {}
    next_state: dict[str, Any] = {}
    passed = x
    for name, layer in plan.network.named_layers:
        inputs[name] = passed
        passed, forward[name], next_state[name] = layer.forward(
            params[name], state[name], passed, train=True, rng=layer_stream(rng, name)
        )
        outputs[name] = passed
    loss = plan.recipe.loss
    values, d_prediction = loss.value(passed, target), loss.gradient(passed, target) / count
    weights = None if plan.weights is None else plan.weights.take(indices)
    if weights is not None:
        d_prediction = d_prediction * weights.reshape((-1,) + (1,) * (d_prediction.ndim - 1))
    backward, grads = _backward(plan, params, forward, d_prediction)
    return BatchRecord(
        indices, x, target, weights, count, names, rng, state, next_state,
        inputs, outputs, forward, backward, values, d_prediction, grads,
    )  # fmt: skip


def _backward(
    plan: Plan, params: Tree, tape: dict[str, Parts], d_output: Array
) -> tuple[dict[str, Parts], dict[str, Any]]:
    backward: dict[str, Parts] = {}
    grads: dict[str, Any] = {}
    d_x, first = d_output, plan.network.names[0]
    for name, layer in reversed(plan.network.named_layers):
        d_x, grads[name], d_parts = layer.backward(params[name], tape[name], d_x, need_d_x=name != first)
        backward[name] = gradient_record(d_parts, grads[name], d_x)
    return dict(reversed(backward.items())), dict(reversed(grads.items()))


def _mean(batch: BatchRecord) -> float:
    values = batch.values if batch.weights is None else batch.values * batch.weights
    return float(values.sum()) / batch.count
