"""Traces of every piece of a recorded step: layers forward and backward, loss, update, metrics."""

import operator
import re
from typing import Any

import numpy as np

from glassnet.base.arrays import Tree
from glassnet.base.errors import GlassnetError
from glassnet.base.trees import leaves, map_tree
from glassnet.explain.node import plain
from glassnet.explain.reference import Reference
from glassnet.explain.trace import Trace, flat, leaf, leaf_tree, of_layer, refuse_untraced
from glassnet.explain.traced_array import TracedArray, leaf_array
from glassnet.nn.layers.chain import gradient_record, layer_stream
from glassnet.train.objective import Objective, objective
from glassnet.train.penalty import penalty_terms
from glassnet.train.record import BatchRecord, StepRecord
from glassnet.train.update import update

AFTER = "_after"
"""Ending of the name of a number that a step has changed."""


def inside(path: str, rename: str) -> str:
    """Rename the last name of a path: "body/dense_1/weight" with "d_{}" is "body/dense_1/d_weight".

    >>> inside("body/dense_1/weight", "d_{}"), inside("weight", "batch_1/d_{}")
    ('body/dense_1/d_weight', 'batch_1/d_weight')
    """
    before, slash, name = path.rpartition("/")
    among, also, form = rename.rpartition("/")
    return f"{among}{also}{before}{slash}{form.format(name)}"


def input_leaf(record: StepRecord, batch: BatchRecord, layer: str) -> TracedArray:
    """Return a layer's input, named as the output of the layer before, or as the data."""
    names = record.plan.network.names
    place = names.index(layer)
    if place == 0:
        return leaf(batch.x, "data", "x")
    return leaf(batch.inputs[layer], names[place - 1], output_part(batch, names[place - 1]))


def output_part(batch: BatchRecord, layer: str) -> str:
    """Return the name of the part that is a layer's output; "output" where it has no other name."""
    output = batch.outputs[layer]
    named = [part for part, array in flat(batch.forward[layer]).items() if array is output]
    return named[-1] if named else "output"


def forward_trace(record: StepRecord, batch: BatchRecord, layer: str) -> Trace:
    """Trace a layer's forward pass: x, every part, the output and the layer's next state."""
    thing = dict(record.plan.network.named_layers)[layer]
    x = input_leaf(record, batch, layer)
    own = lambda name: (layer, name)  # noqa: E731 (a name inside the layer is its part)
    params, state = (leaf_tree(tree[layer], own) for tree in (record.before.params, batch.state))
    try:
        output, parts, next_state = thing.forward(params, state, x, train=True, rng=layer_stream(batch.rng, layer))
    except GlassnetError:
        raise
    except (TypeError, ValueError, AttributeError) as error:
        raise refuse_untraced(layer, error) from None
    named = {"x": x} | flat(parts)
    if output_part(batch, layer) == "output":
        named["output"] = output
    recorded = flat(batch.forward[layer]) | {"x": batch.inputs[layer], "output": batch.outputs[layer]}
    return of_layer(layer, named | _after(next_state), recorded | _after(batch.next_state[layer]))


def backward_trace(record: StepRecord, batch: BatchRecord, layer: str) -> Trace:
    """Trace a layer's backward pass: d_<part> of every part, of its parameters and of x."""
    names = record.plan.network.names
    place = names.index(layer)
    thing = record.plan.network.layers[place]
    if place + 1 < len(names):
        d_output = leaf(batch.backward[names[place + 1]]["d_x"], names[place + 1], "d_x")
    else:
        d_output = leaf(batch.d_prediction, "loss", "d_prediction")
    own = lambda name: (layer, name)  # noqa: E731 (a name inside the layer is its part)
    known = {id(batch.inputs[layer]): input_leaf(record, batch, layer)}
    params, parts = leaf_tree(record.before.params[layer], own), leaf_tree(batch.forward[layer], own, known)
    try:
        d_x, grads, d_parts = thing.backward(params, parts, d_output, need_d_x=place > 0)
    except GlassnetError:
        raise
    except (TypeError, ValueError, AttributeError) as error:
        raise refuse_untraced(layer, error) from None
    return of_layer(layer, flat(gradient_record(d_parts, grads, d_x)), flat(batch.backward[layer]))


def _after(state: Tree) -> dict[str, Any]:
    return {inside(name, "{}" + AFTER): value for name, value in flat(state).items()}


def loss_trace(record: StepRecord, batch: BatchRecord) -> Trace:
    """Trace the loss: at each place, of each sample, the batch's part of the step's mean, and d_prediction."""
    last = record.plan.network.names[-1]
    parts = loss_parts(record, batch, leaf(batch.prediction, last, output_part(batch, last)))
    recorded = named_losses(batch.run.objective, weighted=batch.weights is not None)
    return of_layer("loss", parts | _penalties(record), recorded)


def loss_parts(record: StepRecord, batch: BatchRecord, output: Any) -> dict[str, Any]:
    """Return the numbers of a batch's loss by name, for a traced output."""
    weights = None if batch.weights is None else leaf(batch.weights, "data", "sample_weight")
    target = leaf(batch.target, "data", "y")
    try:
        found = objective(record.plan.recipe.loss, output, target, weights, batch.count)
    except (TypeError, ValueError, AttributeError) as error:
        raise refuse_untraced("loss", error) from None
    return named_losses(found, weighted=weights is not None)


def named_losses(found: Objective, *, weighted: bool) -> dict[str, Any]:
    """Return the numbers of a loss by their names in explanations; duplicates are left out."""
    parts = {"value_at_place": found.at_places} if np.ndim(plain(found.at_places)) > 1 else {}
    parts |= {"value": found.values}
    parts |= {"weighted": found.weighted} if weighted else {}
    return parts | {"mean": found.mean, "d_prediction": found.d_prediction}


def _penalties(record: StepRecord) -> dict[str, Any]:
    """Return the penalties that are added to the loss, by layer, and their sum."""
    terms = penalty_terms(_by_layer(record.before.params, "{}"), record.plan.recipe.regularizer)
    named = {f"penalty_{name}": value for name, value in terms.items()}
    return named | {"penalty": sum(named.values())} if named else {}


def update_trace(record: StepRecord) -> Trace:
    """Trace the update of all layers: gradients at each stage, the rule's state and the parameters."""
    recipe, before = record.plan.recipe, record.before
    params = _by_layer(before.params, "{}")
    grads: Tree = _by_layer(record.batches[0].grads, "d_{}")
    parts: dict[Reference, Any] = {}
    if len(record.batches) > 1:
        grads = _keep(parts, _accumulated(record), "d_{}_total")
    rate = leaf_array(record.learning_rate, lambda _: Reference("optimizer", "learning_rate"))
    state = {name: _of_rule(name, value) for name, value in before.optimizer.items()}
    made = update(recipe, grads, params, state, rate, record.plan.network.unit_axes)
    if recipe.regularizer is not None:
        _keep(parts, made.penalized, "d_{}_penalized")
    if recipe.clipping is not None:
        _keep(parts, made.clipped, "d_{}_clipped")
    for name, value in made.optimizer.items():
        if isinstance(value, dict):
            _keep(parts, value, name + "_{}" + AFTER)
        else:
            parts[Reference("optimizer", name + AFTER)] = value
    if recipe.constraint is not None:
        _keep(parts, made.updated, "{}_updated")
    _keep(parts, made.params, "{}" + AFTER)
    for name, value in leaves(params):
        layer, _, path = name.partition("/")
        after = parts[Reference(layer, inside(path, "{}" + AFTER))]
        parts[Reference(layer, inside(path, "{}_change"))] = after - value
    return Trace(parts, _recorded_update(record))


def _recorded_update(record: StepRecord) -> dict[Reference, Any]:
    """Return the numbers that training computed at each stage of the update."""
    kept: dict[Reference, Any] = {}
    for tree, form in [
        (record.grads, "d_{}_total"),
        (record.update.penalized, "d_{}_penalized"),
        (record.update.clipped, "d_{}_clipped"),
        (record.update.updated, "{}_updated"),
        (record.after.params, "{}" + AFTER),
    ]:
        _keep(kept, tree, form)
    for name, value in record.after.optimizer.items():
        if isinstance(value, dict):
            _keep(kept, value, name + "_{}" + AFTER)
        else:
            kept[Reference("optimizer", name + AFTER)] = value
    return kept


def gradient_part(record: StepRecord, path: str) -> str:
    """Return the name of a parameter's gradient as the update rule receives it."""
    recipe = record.plan.recipe
    total = "_total" if len(record.batches) > 1 else ""
    ending = "_clipped" if recipe.clipping is not None else "_penalized" if recipe.regularizer is not None else total
    return inside(path, "d_{}" + ending)


def _by_layer(tree: Tree, form: str) -> dict[str, Any]:
    """Return parameters, or arrays that belong to them, as leaves; `form` turns a parameter's name into the part's."""
    return {
        layer: leaf_tree(values, lambda path, layer=layer: (layer, inside(path, form)))  # type: ignore[misc]
        for layer, values in tree.items()
    }


def _of_rule(name: str, value: Any) -> Any:
    return _by_layer(value, name + "_{}") if isinstance(value, dict) else leaf(value, "optimizer", name)


def _keep(parts: dict[Reference, Any], tree: Tree, form: str) -> Tree:
    """Add results by name, and return the tree."""
    for name, value in leaves(tree):
        layer, _, path = name.partition("/")
        parts[Reference(layer, inside(path, form))] = value
    return tree


def of_batch(number: int, part: str) -> str:
    """Return the name of a part in a step with several batches.

    >>> of_batch(1, "d_weight")
    'batch_1/d_weight'
    """
    return f"batch_{number}/{part}"


def batch_of(part: str) -> tuple[int, str] | None:
    """Return the batch that a part's name gives, and the name it has there: the inverse of `of_batch`.

    None for a name without a batch; a layer's name may begin with "batch_" too.

    >>> batch_of("batch_1/d_weight"), batch_of("batch_norm_1/gradient_norm")
    ((1, 'd_weight'), None)
    """
    found = re.fullmatch(r"batch_(\d{1,9})/(.+)", part)
    return found and (int(found[1]), found[2])


def _accumulated(record: StepRecord) -> Tree:
    """Return the sum of the gradients of all batches."""
    grads = [_by_layer(batch.grads, of_batch(number, "d_{}")) for number, batch in enumerate(record.batches)]
    total: Tree = grads[0]
    for of_next in grads[1:]:
        total = map_tree(operator.add, total, of_next)
    return total
