"""The program that is compiled: many steps of training, as one pure function of arrays."""

from collections.abc import Callable
from typing import Any, NamedTuple

from glassnet.base.arrays import Array, Tree
from glassnet.base.trees import leaves, map_tree
from glassnet.nn.activations import ACTIVATIONS
from glassnet.nn.backward import backward
from glassnet.nn.forward import forward
from glassnet.nn.metrics.predicted_classes import predicted_classes
from glassnet.train.objective import objective
from glassnet.train.penalty import add_penalty, constrain
from glassnet.train.plan import Plan
from glassnet.train.xla.chunk import Inputs, Layout
from glassnet.train.xla.keys import KeyStream

EVALUATED = 512
"""Validation samples that go through the network at once."""


class Rows(NamedTuple):
    """Samples on the device: features, targets, and weights (None when all count the same)."""

    x: Any
    target: Any
    weights: Any


class Trained(NamedTuple):
    """What changes from step to step."""

    params: Any
    layers: Any
    optimizer: Any


def make_program(plan: Plan, layout: Layout, jax: Any, spread: Callable[[Any], Any]) -> Callable[..., Any]:
    """Return the function (trained, training rows, validation rows, classes, inputs) → (trained, reports).

    Reports are the losses and gradient norms of all steps, shape (layout.steps,), and validation loss and number of
    right classes of all segments, shape (layout.segments,).

    Arguments:
        plan, layout: what to train and in which sizes.
        jax: the library.
        spread: lays a batch out over the devices.
    """
    loop, xp = jax.lax.fori_loop, jax.numpy

    def program(trained: Trained, train: Rows, validation: Rows, classes: Any, inputs: Inputs) -> Any:
        def one_step(size: int) -> Callable[[Any, Any], Any]:
            def body(i: Any, carry: Any) -> Any:
                trained, losses, norms = carry
                batch = _batch(layout, train, inputs, i, size)
                rng = KeyStream(inputs.key, lambda drawn: drawn).child("step", inputs.first + i)
                trained, loss, norm = _step(
                    plan, trained, Rows(*map(spread, batch)), inputs.rates[i], rng, plan.recipe.batch_size
                )
                return trained, losses.at[i].set(loss), norms.at[i].set(norm)

            return body

        def segment(carry: Any, place: Any) -> Any:
            begin, end, has_tail, ends_epoch = place
            carry = loop(begin, end, one_step(layout.size), carry)
            if layout.tail:
                carry = loop(end, end + has_tail, one_step(layout.tail), carry)
            nothing = (xp.zeros((), "float64"), xp.zeros((), "int32"))
            if not len(validation.x):
                return carry, nothing
            look = lambda _, __: _evaluate(plan, carry[0], validation, classes, jax)  # noqa: E731
            return carry, loop(0, ends_epoch, look, nothing)

        zeros = xp.zeros(layout.steps, plan.recipe.dtype)
        (trained, losses, norms), measured = jax.lax.scan(segment, (trained, zeros, zeros), inputs.segments)
        return trained, (losses, norms, *measured)

    return program


def _batch(layout: Layout, train: Rows, inputs: Inputs, i: Any, size: int) -> Rows:
    if layout.streamed:
        return Rows(*(None if part is None else part[i, :size] for part in inputs.batches))
    if layout.whole:
        return train
    rows = inputs.rows[i, :size]  # numbers that exist: "clip" saves looking for others
    return Rows(*(None if part is None else part.take(rows, axis=0, mode="clip") for part in train))


def _step(plan: Plan, trained: Trained, batch: Rows, rate: Any, rng: Any, size: int) -> tuple[Trained, Array, Array]:
    """Return what `train_step` does, with the loss and the gradients' norm as arrays."""
    recipe, count, params = plan.recipe, len(batch.x), trained.params
    loss, grads, layers = _gradients(plan, params, trained.layers, _part(batch, 0, size), count, rng, size >= count)
    for begin in range(size, count, size):
        part = _part(batch, begin, size)
        more, added, layers = _gradients(plan, params, layers, part, count, rng.child("batch", begin), True)
        loss, grads = loss + more, map_tree(lambda a, b: a + b, grads, added)
    if recipe.regularizer is not None:
        grads = add_penalty(grads, params, recipe.regularizer)
    norm = sum(((g * g).sum() for _, g in leaves(grads)), start=loss * 0.0) ** 0.5
    if recipe.clipping is not None:
        grads = recipe.clipping.apply(grads)
    params, optimizer = recipe.optimizer.update(grads, trained.optimizer, params, rate)
    if recipe.constraint is not None:
        params = constrain(params, recipe.constraint)
    return Trained(params, layers, optimizer), loss, norm


def _part(batch: Rows, begin: int, size: int) -> Rows:
    return Rows(*(None if values is None else values[begin : begin + size] for values in batch))


def _gradients(
    plan: Plan, params: Tree, layers: Tree, batch: Rows, count: int, rng: Any, alone: bool
) -> tuple[Array, dict[str, Any], dict[str, Any]]:
    """Return a batch's share of the loss and of the gradients of `count` samples, and the layers' next state."""
    loss = plan.recipe.loss
    rng = rng if alone else rng.child("batch", 0)
    output, tape, layers = forward(plan.network, params, layers, batch.x, train=True, rng=rng)
    values, d_output = objective(loss, output, batch.target)
    d_output = d_output / count
    if batch.weights is not None:
        values = values * batch.weights
        d_output = d_output * batch.weights.reshape((-1,) + (1,) * (d_output.ndim - 1))
    _, grads = backward(plan.network, params, tape, d_output)
    return values.sum() / count, grads, layers


def _evaluate(plan: Plan, trained: Trained, rows: Rows, classes: Any, jax: Any) -> tuple[Array, Array]:
    """Return the mean loss on all rows, and how many classes are predicted rightly."""
    samples, block = len(rows.x), min(EVALUATED, len(rows.x))
    activation = ACTIVATIONS[plan.recipe.loss.link]()

    def look(part: Any) -> tuple[Array, Array]:
        x, target, truth = part
        output, _, _ = forward(plan.network, trained.params, trained.layers, x, train=False, rng=plan.rng)
        loss = objective(plan.recipe.loss, output, target)[0].sum(dtype="float64")
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
