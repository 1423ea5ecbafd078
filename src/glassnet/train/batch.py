"""One batch: assembled from training samples, and passed forward and backward. All readings of training share it."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from glassnet.base.arrays import Array, Tree
from glassnet.nn.forward import forward
from glassnet.nn.layers.chain import Recorder, Tape, backward_chain, forward_chain
from glassnet.train.objective import Objective, objective
from glassnet.train.plan import Plan

Names = tuple[int | str, ...]
"""The path of a random stream below another."""


class Batch(NamedTuple):
    """Samples as the network and the loss receive them.

    Arguments:
        x: features, after augmentation.
        target: encoded for the loss.
        weights: how much each sample counts, shape (batch,); None if all count the same.
    """

    x: Any
    target: Any
    weights: Any


class BatchRun(NamedTuple):
    """The results of a batch's forward and backward pass.

    Arguments:
        objective: its losses, its part of the step's mean loss, and the gradient of that part.
        tape: the parts of each layer in the forward pass.
        layers: the layers' states afterwards.
        grads: its part of the gradients.
    """

    objective: Objective
    tape: Tape
    layers: dict[str, Any]
    grads: dict[str, Any]


def batches_of(count: int, size: int) -> Sequence[tuple[int, int, Names]]:
    """Return the batches of a step: start and end of each, and its path below the step's random stream.

    >>> batches_of(5, 8), batches_of(5, 3)
    (((0, 5, ()),), [(0, 3, ('batch', 0)), (3, 5, ('batch', 3))])
    """
    if count <= size:
        return ((0, count, ()),)
    return [(begin, min(begin + size, count), ("batch", begin)) for begin in range(0, count, size)]


def make_batch(plan: Plan, indices: Array, names: Names) -> Batch:
    """Return the training samples with those numbers; `names` is the batch's path among the plan's random streams."""
    x, target = plan.samples["train"]
    x, target = x.take(indices, axis=0), target.take(indices, axis=0)
    if plan.recipe.augmentation is not None:
        x = plan.recipe.augmentation.apply(plan.rng.child(*names, "augmentation"), x)
    return Batch(x, target, None if plan.weights is None else plan.weights.take(indices))


def run_batch(
    plan: Plan,
    params: Tree,
    layers: Tree,
    batch: Batch,
    count: int,
    rng: Any,
    *,
    train: bool,
    record: Recorder | None = None,
    outputs: dict[str, Array] | None = None,
) -> BatchRun:
    """Return the results of a batch's forward and backward pass.

    Arguments:
        plan: network and loss.
        params, layers: the layers' parameters and states.
        batch: the samples.
        count: number of samples in the mean: those of the batch unless gradients are accumulated.
        rng: the random stream that the layers draw from.
        train: whether the layers run in training mode.
        record: called with the parts of every layer, in both passes.
        outputs: filled with the output of every layer.
    """
    output, tape, layers = forward_chain(
        plan.network.named_layers, params, layers, batch.x, train=train, rng=rng, record=record, outputs=outputs
    )
    found = objective(plan.recipe.loss, output, batch.target, batch.weights, count)
    _, grads = backward_chain(
        plan.network.named_layers, params, tape, found.d_prediction, need_d_x=False, record=record
    )
    return BatchRun(found, tape, layers, grads)


def batch_loss(plan: Plan, params: Tree, layers: Tree, batch: Batch, count: int, rng: Any, *, train: bool) -> Objective:
    """Return the loss that `run_batch` computes, without a backward pass."""
    output, _, _ = forward(plan.network, params, layers, batch.x, train=train, rng=rng)
    return objective(plan.recipe.loss, output, batch.target, batch.weights, count)
