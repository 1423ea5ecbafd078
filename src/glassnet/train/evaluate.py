"""Predictions and how good they are."""

from typing import NamedTuple

import numpy as np

from glassnet.base.arrays import Array
from glassnet.base.errors import DataError
from glassnet.nn.activations import ACTIVATIONS
from glassnet.nn.forward import forward
from glassnet.nn.metrics import accuracy
from glassnet.train.plan import Plan
from glassnet.train.state import TrainingState

CHUNK = 4096
"""Examples that go through the network at once: enough for speed, little enough for memory."""


class Evaluation(NamedTuple):
    """Mean loss without penalty, and the share of right classes (None where the data have no classes)."""

    loss: float
    accuracy: float | None


def network_output(plan: Plan, state: TrainingState, x: Array) -> Array:
    """Return what the last layer says about x, shape (samples, …)."""
    with np.errstate(over="ignore", invalid="ignore", divide="ignore"):
        outputs = [
            forward(plan.network, state.params, state.layers, x[begin : begin + CHUNK], train=False, rng=plan.rng)[0]
            for begin in range(0, len(x), CHUNK)
        ]
    return outputs[0] if len(outputs) == 1 else np.concatenate(outputs)


def predict(plan: Plan, state: TrainingState, x: Array) -> Array:
    """Return the network's prediction for x: its output, through the activation that a fused loss contains."""
    with np.errstate(over="ignore"):
        return ACTIVATIONS[plan.recipe.loss.link]().forward(network_output(plan, state, x))


def evaluate(plan: Plan, state: TrainingState, part: str) -> Evaluation:
    """Return mean loss and accuracy on "train", "validation" or "test".

    Raises:
        DataError: that part is empty.
    """
    samples = plan.samples[part]
    if not len(samples.x):
        raise DataError(f"{plan.dataset.name} has no {part} samples: hold some out, for example {part}=0.2.")
    output = network_output(plan, state, samples.x)
    with np.errstate(over="ignore", invalid="ignore", divide="ignore"):
        loss = float(plan.recipe.loss.value(output, samples.y).mean())
        prediction = ACTIVATIONS[plan.recipe.loss.link]().forward(output)
    classes = plan.dataset.part(part).y
    return Evaluation(loss, accuracy(prediction, classes) if plan.dataset.class_names and classes.ndim == 1 else None)
