"""Traces of every piece of a recorded step: layers forward and backward, loss, update, metrics."""

import operator
from collections.abc import Mapping
from typing import Any

from glassnet.base.arrays import Tree
from glassnet.base.errors import GlassnetError
from glassnet.base.trees import leaves, map_tree
from glassnet.explain.reference import Reference
from glassnet.explain.trace import Trace, flat, leaf, leaf_tree, of_layer, refuse_untraced
from glassnet.explain.traced_array import TracedArray, leaf_array
from glassnet.nn.layers.chain import gradient_record, layer_stream
from glassnet.train.penalty import add_penalty, constrain, is_weight
from glassnet.train.record import BatchRecord, StepRecord

AFTER = "_after"
"""What the name of a number that a step changed ends in, once it is changed."""


def inside(path: str, rename: str) -> str:
    """Rename the last name of a path: "body/dense_1/weight" with "d_{}" is "body/dense_1/d_weight".

    >>> inside("body/dense_1/weight", "d_{}"), inside("weight", "batch_1/d_{}")
    ('body/dense_1/d_weight', 'batch_1/d_weight')
    """
    before, slash, name = path.rpartition("/")
    among, also, form = rename.rpartition("/")
    return f"{among}{also}{before}{slash}{form.format(name)}"


def input_leaf(record: StepRecord, batch: BatchRecord, layer: str) -> TracedArray:
    """Return what went into a layer, named after where it came out: the layer before, or the data."""
    names = record.plan.network.names
    place = names.index(layer)
    if place == 0:
        return leaf(batch.x, "data", "x")
    return leaf(batch.inputs[layer], names[place - 1], output_part(batch, names[place - 1]))


def output_part(batch: BatchRecord, layer: str) -> str:
    """Return the name of the part that a layer hands on; "output" where it has no name of its own."""
    output = batch.outputs[layer]
    named = [part for part, array in flat(batch.forward[layer]).items() if array is output]
    return named[-1] if named else "output"


def forward_trace(record: StepRecord, batch: BatchRecord, layer: str) -> Trace:
    """Read a layer's forward: x, every part, the output and the layer's next state."""
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
    """Read a layer's backward: d_<part> of every part, of its parameters and of x."""
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
    """Read the loss: value of each sample, their mean over the step's samples, and d_prediction."""
    loss, last = record.plan.recipe.loss, record.plan.network.names[-1]
    prediction = leaf(batch.prediction, last, output_part(batch, last))
    target = leaf(batch.target, "data", "y")
    try:
        values, d_prediction = loss.value(prediction, target), loss.gradient(prediction, target) / batch.count
    except (TypeError, ValueError, AttributeError) as error:
        raise refuse_untraced("loss", error) from None
    parts = {"value": values}
    if batch.weights is not None:
        weights = leaf(batch.weights, "data", "sample_weight")
        values = parts["weighted"] = values * weights
        d_prediction = d_prediction * weights.reshape((-1,) + (1,) * (batch.d_prediction.ndim - 1))
    parts |= {"mean": values.sum().astype("float64") / batch.count, "d_prediction": d_prediction}
    recorded = {"value": batch.values, "d_prediction": batch.d_prediction}
    return of_layer("loss", parts | _penalties(record), recorded)


def _penalties(record: StepRecord) -> dict[str, Any]:
    """Return what the penalties add to the loss, by layer, and their sum."""
    regularizer = record.plan.recipe.regularizer
    if regularizer is None:
        return {}
    terms: dict[str, Any] = {}
    for layer, params in record.before.params.items():
        rule = regularizer.get(layer) if isinstance(regularizer, Mapping) else regularizer
        for name, value in leaves(params):
            if rule is not None and is_weight(name.rpartition("/")[2]):
                terms[f"penalty_{layer}/{name}"] = rule.value(leaf(value, layer, name))
    return terms | {"penalty": sum(terms.values())} if terms else {}


def update_trace(record: StepRecord) -> Trace:
    """Read the update: what became of the gradients, the rule's state and the parameters, of all layers."""
    recipe, before = record.plan.recipe, record.before
    params = _by_layer(before.params, "{}")
    grads: Tree = _by_layer(record.batches[0].grads, "d_{}")
    parts: dict[Reference, Any] = {}
    if len(record.batches) > 1:
        grads = _keep(parts, _accumulated(record), "d_{}_total")
    if recipe.regularizer is not None:
        grads = _keep(parts, add_penalty(grads, params, recipe.regularizer), "d_{}_penalized")
    if recipe.clipping is not None:
        grads = _keep(parts, recipe.clipping.apply(grads), "d_{}_clipped")
    rate = leaf_array(record.learning_rate, lambda _: Reference("optimizer", "learning_rate"))
    state = {name: _of_rule(name, value) for name, value in before.optimizer.items()}
    updated, next_state = recipe.optimizer.update(grads, state, params, rate)
    for name, value in next_state.items():
        if isinstance(value, dict):
            _keep(parts, value, name + "_{}" + AFTER)
        else:
            parts[Reference("optimizer", name + AFTER)] = value
    if recipe.constraint is not None:
        updated = constrain(_keep(parts, updated, "{}_updated"), recipe.constraint)
    _keep(parts, updated, "{}" + AFTER)
    for name, value in leaves(params):
        layer, _, path = name.partition("/")
        after = parts[Reference(layer, inside(path, "{}" + AFTER))]
        parts[Reference(layer, inside(path, "{}_change"))] = after - value
    return Trace(parts, _recorded_update(record))


def _recorded_update(record: StepRecord) -> dict[Reference, Any]:
    """Return what training had at each stage of the update."""
    kept: dict[Reference, Any] = {}
    for tree, form in [
        (record.grads, "d_{}_total"),
        (record.penalized, "d_{}_penalized"),
        (record.clipped, "d_{}_clipped"),
        (record.updated, "{}_updated"),
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
    """Return the name of the gradient of a parameter as the update rule gets it."""
    recipe = record.plan.recipe
    total = "_total" if len(record.batches) > 1 else ""
    ending = "_clipped" if recipe.clipping is not None else "_penalized" if recipe.regularizer is not None else total
    return inside(path, "d_{}" + ending)


def _by_layer(tree: Tree, form: str) -> dict[str, Any]:
    """Return parameters, or what belongs to them, as leaves; `form` makes the part's name of the parameter's."""
    return {
        layer: leaf_tree(values, lambda path, layer=layer: (layer, inside(path, form)))  # type: ignore[misc]
        for layer, values in tree.items()
    }


def _of_rule(name: str, value: Any) -> Any:
    return _by_layer(value, name + "_{}") if isinstance(value, dict) else leaf(value, "optimizer", name)


def _keep(parts: dict[Reference, Any], tree: Tree, form: str) -> Tree:
    """Note results by name, and hand the tree on."""
    for name, value in leaves(tree):
        layer, _, path = name.partition("/")
        parts[Reference(layer, inside(path, form))] = value
    return tree


def of_batch(number: int, part: str) -> str:
    """Return the name that a part has among several batches.

    >>> of_batch(1, "d_weight")
    'batch_1/d_weight'
    """
    return f"batch_{number}/{part}"


def _accumulated(record: StepRecord) -> Tree:
    """Return the sum of the gradients of all batches."""
    grads = [_by_layer(batch.grads, of_batch(number, "d_{}")) for number, batch in enumerate(record.batches)]
    total: Tree = grads[0]
    for of_next in grads[1:]:
        total = map_tree(operator.add, total, of_next)
    return total
