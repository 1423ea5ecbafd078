"""Every layer's backward, and the loss's gradient, against finite differences of their own forward."""

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from typing import Any, NamedTuple

import numpy as np

from glassnet.base.arrays import Array
from glassnet.base.random import RandomStream, stream
from glassnet.base.trees import flatten, leaves, map_tree
from glassnet.explain.gradient_check import moved_tree
from glassnet.nn.layers import Embedding
from glassnet.nn.layers.chain import layer_stream
from glassnet.train.numbers import first_embedding
from glassnet.train.record import BatchRecord, StepRecord

SAMPLES = 8
"""How many samples of the batch go through each layer."""

STEP_SIZES = (1e-4, 1e-6)
TOLERANCE = 0.02
"""A relative error above this, in every direction tried and for every step size, is a mistake and no round-off."""

DIRECTIONS = 2


class WrongGradient(NamedTuple):
    """A gradient that isn't the derivative of its forward pass.

    Arguments:
        layer: the layer's name, or "loss".
        gradient: of what: a parameter, "x" or "prediction".
        error: its relative error along a random direction.
    """

    layer: str
    gradient: str
    error: float


def wrong_gradients(record: StepRecord) -> tuple[WrongGradient, ...]:
    """Return the gradients of a step's layers and loss that are wrong, each layer alone, in forward order.

    Each is compared along random directions in double precision, at inputs slightly beside the recorded ones, so that
    ties (in a MaxPool2D, say) don't count. A layer that cuts its gradients on purpose (`truncate`) is left out.

    >>> import glassnet as gn
    >>> network = gn.Network([gn.Dense(3, "tanh"), gn.Dense(2)])
    >>> run = gn.Run(network, gn.Recipe("softmax_cross_entropy"), gn.data.moons())
    >>> wrong_gradients(run.at(0).record)
    ()
    """
    batch, draw = record.batches[0], stream(0).child("layer check")
    found = [
        wrong
        for place, name in enumerate(record.plan.network.names)
        for wrong in _of_layer(record, batch, place, draw.child(name))
    ]
    with np.errstate(all="ignore"):
        error = _loss_error(record, batch, draw.child("loss"))
    return (*found, *([WrongGradient("loss", "prediction", error)] if error > TOLERANCE else []))


def _of_layer(record: StepRecord, batch: BatchRecord, place: int, draw: RandomStream) -> Iterator[WrongGradient]:
    name, layer = record.plan.network.named_layers[place]
    if _cuts_gradients(layer):
        return
    counted, own = _takes_words(record, place), layer_stream(batch.rng, name)
    state = map_tree(lambda values: values.astype(float), batch.state[name])
    x = batch.inputs[name][:SAMPLES].astype(float)
    x = x if counted else _beside(x, draw.child("x"))
    params = map_tree(lambda values: _beside(values.astype(float), draw.child("params")), record.before.params[name])
    with np.errstate(all="ignore"):
        output, parts, _ = layer.forward(params, state, x, train=True, rng=own)
        weights = draw.child("output").normal(output.shape, 0.0, 1.0, "float64")
        d_x, grads, _ = layer.backward(params, parts, weights, need_d_x=place > 0 and not counted)

        def total(params: Any, x: Array) -> float:
            return float((layer.forward(params, state, x, train=True, rng=own)[0] * weights).sum())

        gradients = dict(leaves(grads)) | ({} if d_x is None else {"x": d_x})
        for path, gradient in gradients.items():
            if path != "x" and path not in flatten(params):
                continue
            along = _along_x(total, params, x) if path == "x" else _along_parameter(total, params, x, path)
            error = _error(along, np.asarray(gradient), draw.child("direction", path))
            if error > TOLERANCE:
                yield WrongGradient(name, path, error)


Along = Callable[[Array], float]
"""From a displacement to the value there."""


def _along_x(total: Callable[[Any, Array], float], params: Any, x: Array) -> Along:
    return lambda by: total(params, x + by)


def _along_parameter(total: Callable[[Any, Array], float], params: Any, x: Array, path: str) -> Along:
    return lambda by: total(moved_tree(params, path, by), x)


def _error(along: Along, gradient: Array, draw: RandomStream) -> float:
    """Return the smallest relative error of a gradient's slopes along random directions."""
    errors, here = [], abs(along(np.zeros(gradient.shape)))
    size = float(np.linalg.norm(gradient))
    for number in range(DIRECTIONS):
        direction = draw.child(number).normal(gradient.shape, 0.0, 1.0, "float64")
        slope = float((gradient * direction).sum())
        for h in STEP_SIZES:
            numeric = (along(h * direction) - along(-h * direction)) / (2 * h)
            scale = max(abs(numeric), abs(slope), size, 1e-5 * (here + 1))
            errors.append(abs(numeric - slope) / scale if np.isfinite(numeric - slope) else 0.0)
    return min(errors)


def _loss_error(record: StepRecord, batch: BatchRecord, draw: RandomStream) -> float:
    """Return the relative error of the loss's gradient, sample by sample: the median, as samples may be at a kink."""
    loss, target = record.plan.recipe.loss, batch.target[:SAMPLES]
    target = target.astype(float) if target.dtype.kind == "f" else target
    prediction = batch.prediction[:SAMPLES].astype(float)
    direction = draw.normal(prediction.shape, 0.0, 1.0, "float64")
    rows = (len(prediction), -1)
    gradient = np.asarray(loss.gradient(prediction, target), float)
    slopes, sizes = (gradient * direction).reshape(rows).sum(axis=1), np.linalg.norm(gradient.reshape(rows), axis=1)
    errors = []
    for h in (1e-5, 1e-7):
        ahead, behind = (loss.value(prediction + by * direction, target).reshape(rows).sum(axis=1) for by in (h, -h))
        numeric = np.asarray(ahead - behind, float) / (2 * h)
        scale = np.maximum.reduce([np.abs(numeric), np.abs(slopes), sizes, np.full(len(sizes), 1e-5)])
        errors.append(np.nan_to_num(np.abs(numeric - slopes) / scale))
    return float(np.median(np.minimum(*errors)))


def _beside(values: Array, draw: RandomStream) -> Array:
    """Return values moved a little, each by its own amount."""
    size = float(np.abs(values).max()) if values.size else 0.0
    return values + 1e-3 * (size or 1.0) * draw.normal(values.shape, 0.0, 1.0, "float64")


def _takes_words(record: StepRecord, place: int) -> bool:
    """Return whether a layer's input is numbers of words, which have no slope."""
    layers, table = record.plan.network.layers, first_embedding(record.plan.network)
    return isinstance(layers[place], Embedding) or (table is not None and place < layers.index(table))


def _cuts_gradients(setting: Any) -> bool:
    """Return whether a layer, or one inside it, stops gradients on purpose."""
    if isinstance(setting, tuple | list):
        return any(_cuts_gradients(one) for one in setting)
    if not is_dataclass(setting):
        return False
    if getattr(setting, "truncate", None) is not None:
        return True
    return any(_cuts_gradients(getattr(setting, field.name)) for field in fields(setting))
