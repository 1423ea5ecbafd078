"""Predictions, and how good they are."""

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np

from glassnet.base.arrays import Array
from glassnet.base.errors import DataError, ShapeError
from glassnet.base.registry import look_up
from glassnet.data.dataset import as_numbers
from glassnet.nn.activations import ACTIVATIONS
from glassnet.nn.metrics import SCORE_METRICS, VALUE_METRICS, Metric, accuracy
from glassnet.nn.passes import forward
from glassnet.train.numbers import in_number_type
from glassnet.train.objective import mean_loss, sample_losses
from glassnet.train.plan import Plan
from glassnet.train.state import TrainingState

CHUNK = 4096
"""Examples that go through the network together: enough for speed, few enough for memory."""


class Evaluation(NamedTuple):
    """How good predictions are.

    Arguments:
        loss: the mean loss, without penalty.
        accuracy: the fraction of right classes; None if the targets aren't classes.
        metrics: the recipe's metrics by name; None for one that is undefined.
    """

    loss: float
    accuracy: float | None
    metrics: Mapping[str, float | None] = {}


def network_output(plan: Plan, state: TrainingState, x: Array) -> Array:
    """Return the last layer's output for x, shape (samples, …)."""
    if not len(x):  # no samples have an output too, of their shape, whatever the layers
        return network_output(plan, state, np.zeros((1, *x.shape[1:]), x.dtype))[:0]
    with np.errstate(all="ignore"):
        outputs = [
            forward(plan.network, state.params, state.layers, x[begin : begin + CHUNK], train=False, rng=plan.rng)[0]
            for begin in range(0, len(x), CHUNK)
        ]
    return outputs[0] if len(outputs) == 1 else np.concatenate(outputs)


def checked_features(plan: Plan, x: Array, what: str) -> Array:
    """Return features as the network takes them: finite numbers (samples, …) in the recipe's number type.

    Arguments:
        plan: says of which shape they are.
        x: what was passed.
        what: the function it was passed to.

    Raises:
        DataError, ShapeError: they are something else.
    """
    x, expected = as_numbers("features", x), plan.dataset.input_shape
    if not x.size and x.ndim == 1:  # an empty list has no shape of its own
        x = np.zeros((0, *expected))
    if tuple(x.shape[1:]) != expected or not x.ndim:
        raise ShapeError(f"{what} needs features of shape (samples, {', '.join(map(str, expected))}); got {x.shape}.")
    finite = np.isfinite(x)
    if not finite.all():
        raise DataError(
            f"{what} takes finite numbers; sample {int(np.argwhere(~finite)[0][0])} has NaN or infinity. "
            "Remove it, or fill the missing value."
        )
    return in_number_type(what, "features", x, plan.recipe.dtype)


def predict(plan: Plan, state: TrainingState, x: Array) -> Array:
    """Return the network's prediction for x: its output, passed through the activation of a fused loss."""
    with np.errstate(all="ignore"):
        return ACTIVATIONS[plan.recipe.loss.link]().forward(network_output(plan, state, x))


def evaluate(plan: Plan, state: TrainingState, part: str) -> Evaluation:
    """Return mean loss, accuracy and the recipe's metrics on "train", "validation" or "test".

    Raises:
        DataError: that part is empty.
        ShapeError: a metric of the recipe does not fit the targets.
    """
    samples = look_up("part of the data", part, plan.samples)
    if not len(samples.x):
        raise DataError(f"{plan.dataset.name} has no {part} samples: hold some out, for example {part}=0.2.")
    output, loss = network_output(plan, state, samples.x), plan.recipe.loss
    with np.errstate(all="ignore"):
        mean = float(mean_loss(sample_losses(loss, output, samples.y)[1]))
        prediction = ACTIVATIONS[loss.link]().forward(output)
    scores = output if loss.link == "step" else prediction  # answers 0 and 1 would rank nothing
    classes = plan.classes_of(part)
    metrics = {
        name: _measured(metric, scores if metric in SCORE_METRICS else prediction, classes, samples.y)
        for name, metric in plan.recipe.measures.items()
    }
    return Evaluation(mean, None if classes is None else accuracy(prediction, classes), metrics)


def _measured(metric: Metric, prediction: Array, classes: Array | None, target: Array) -> float | None:
    if not np.isfinite(prediction).all():
        return None
    truth = target if classes is None or metric in VALUE_METRICS else classes
    return metric(prediction, truth)
