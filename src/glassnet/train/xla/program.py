"""The program that is compiled: many steps of training, as one pure function of arrays."""

from collections.abc import Callable
from typing import Any, NamedTuple

from glassnet.base.arrays import Array, Tree
from glassnet.base.trees import leaves
from glassnet.nn.activations import ACTIVATIONS
from glassnet.nn.metrics.predicted_classes import predicted_classes
from glassnet.nn.passes import forward
from glassnet.train.batch import Batch, BatchRun, Names, run_batch
from glassnet.train.objective import sample_losses
from glassnet.train.plan import Plan
from glassnet.train.step import run_step
from glassnet.train.xla.chunk import Inputs, Layout
from glassnet.train.xla.keys import KeyStream

EVALUATED = 512
"""Validation samples that go through the network at once."""


class Trained(NamedTuple):
    """What changes from step to step."""

    params: Any
    layers: Any
    optimizer: Any


def make_program(plan: Plan, layout: Layout, jax: Any, spread: Callable[[Any], Any]) -> Callable[..., Any]:
    """Return the function (trained, training rows, validation rows, classes, inputs) → (trained, reports).

    Reports are the losses and gradient norms of all steps, shape (layout.steps,), and validation loss and number of
    right classes of all segments, shape (layout.segments,).

    Products and convolutions are traced at JAX's highest precision: its default on a GPU or TPU rounds their inputs to
    10 or 8 bits (TF32, bfloat16), and parameters would leave eager training's by percents within twenty steps.

    Arguments:
        plan, layout: what to train and in which sizes.
        jax: the library.
        spread: lays a batch out over the devices.
    """
    loop, xp = jax.lax.fori_loop, jax.numpy

    def program(trained: Trained, train: Batch, validation: Batch, classes: Any, inputs: Inputs) -> Any:
        def one_step(size: int) -> Callable[[Any, Any], Any]:
            def body(i: Any, carry: Any) -> Any:
                trained, losses, norms = carry
                batch = Batch(*map(spread, _pick(layout, train, inputs, i, size)))
                rng = KeyStream(inputs.key, lambda drawn: drawn).child("step", inputs.first + i)
                trained, loss, norm = _step(plan, trained, batch, inputs.rates[i], rng)
                return trained, losses.at[i].set(loss), norms.at[i].set(norm)

            return body

        def look(state: Trained) -> tuple[Any, Any]:
            return _evaluate(plan, state, validation, classes, jax)

        def nothing(_: Trained) -> tuple[Any, Any]:
            return xp.zeros((), "float64"), xp.zeros((), "int32")

        def segment(number: Any, carry: Any) -> Any:
            steps, (measured, right) = carry
            begin, end, has_tail, ends_epoch = inputs.segments[number]
            steps = loop(begin, end, one_step(layout.size), steps)
            if layout.tail:
                steps = loop(end, end + has_tail, one_step(layout.tail), steps)
            if looks:  # a condition, not a loop of no or one turn: work that no turn changes moves out of a loop
                loss, hits = jax.lax.cond(ends_epoch > 0, look, nothing, steps[0])
                measured, right = measured.at[number].set(loss), right.at[number].set(hits)
            return steps, (measured, right)

        looks = (
            len(validation.x) > 0 and not plan.recipe.metrics
        )  # metrics are measured outside, and the loss with them
        zeros = xp.zeros(layout.steps, plan.recipe.dtype)
        of_segments = (xp.zeros(layout.segments, "float64"), xp.zeros(layout.segments, "int32"))
        used = (inputs.segments != 0).any(axis=1).sum()
        ((trained, losses, norms), measured) = loop(0, used, segment, ((trained, zeros, zeros), of_segments))
        return trained, (losses, norms, *measured)

    return jax.default_matmul_precision("highest")(program)


def _pick(layout: Layout, train: Batch, inputs: Inputs, i: Any, size: int) -> Batch:
    if layout.streamed:
        return Batch(*(None if part is None else part[i, :size] for part in inputs.batches))
    if layout.whole:
        return train
    rows = inputs.rows[i, :size]  # numbers that exist: "clip" saves looking for others
    return Batch(*(None if part is None else part.take(rows, axis=0, mode="clip") for part in train))


def _step(plan: Plan, trained: Trained, step: Batch, rate: Any, rng: Any) -> tuple[Trained, Array, Array]:
    """Return what `train_step` does, with the loss and the gradients' norm as arrays."""
    count = len(step.x)

    def run(begin: int, end: int, names: Names, layers: Tree) -> BatchRun:
        batch = Batch(*(None if values is None else values[begin:end] for values in step))
        return run_batch(plan, trained.params, layers, batch, count, rng.child(*names), train=True)

    loss, layers, new = run_step(plan, trained, count, rate, run)
    loss = loss.astype(plan.recipe.dtype)
    norm = sum(((g * g).sum() for _, g in leaves(new.penalized)), start=loss * 0.0) ** 0.5
    return Trained(new.params, layers, new.optimizer), loss, norm


def _evaluate(plan: Plan, trained: Trained, rows: Batch, classes: Any, jax: Any) -> tuple[Array, Array]:
    """Return the mean loss on all rows, and how many classes are predicted rightly."""
    samples, block = len(rows.x), min(EVALUATED, len(rows.x))
    activation = ACTIVATIONS[plan.recipe.loss.link]()

    def look(part: Any) -> tuple[Array, Array]:
        x, target, truth = part
        output, _, _ = forward(plan.network, trained.params, trained.layers, x, train=False, rng=plan.rng)
        loss = sample_losses(plan.recipe.loss, output, target)[1].sum(dtype="float64")
        if truth is None:
            return loss, jax.numpy.zeros((), "int32")
        return loss, (predicted_classes(activation.forward(output)) == truth).sum(dtype="int32")

    whole = samples - samples % block
    parts = (rows.x, rows.target, classes)
    blocks = jax.tree.map(lambda value: value[:whole].reshape(-1, block, *value.shape[1:]), parts)
    loss, right = (found.sum() for found in jax.lax.map(look, blocks))
    if whole < samples:
        left = look(jax.tree.map(lambda value: value[whole:], parts))
        loss, right = loss + left[0], right + left[1]
    return loss / samples, right.astype("int32")
