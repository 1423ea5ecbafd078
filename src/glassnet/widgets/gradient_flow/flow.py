"""The sizes of signals and gradients in every hidden layer, at one step or while a network trains."""

from collections.abc import Mapping
from typing import Any, NamedTuple

import numpy as np

from glassnet import DivergedError, Run
from glassnet.base.arrays import Array
from glassnet.explain.flow import gradient_flow
from glassnet.train.record import StepRecord
from glassnet.widgets.gradient_flow.networks import FlowSettings

STEPS, EVERY = 100, 5
"""A network trains for a hundred updates; its sizes are measured after every fifth."""
EFFECT_STEPS = 50
"""Remedies are compared after fewer, so that all of them take seconds."""
SEEDS = (0, 1, 2)


class Frame(NamedTuple):
    """The sizes in every hidden layer at one step.

    Arguments:
        step: updates before it.
        loss: the mean loss of the step's batch.
        activations: √mean a² of each hidden layer's output, shape (depth,).
        gradients: √mean (∂L/∂a)² there, for the loss of a single sample, shape (depth,).
    """

    step: int
    loss: float
    activations: Array
    gradients: Array


class Remedy(NamedTuple):
    """A change of the settings that may help: its label, and what it changes."""

    label: str
    change: Mapping[str, Any]


REMEDIES: Mapping[str, Remedy] = {
    "relu": Remedy("ReLU", {"activation": "relu"}),
    "he": Remedy("He weights", {"initializer": "he_normal"}),
    "orthogonal": Remedy("Orthogonal weights", {"initializer": "orthogonal"}),
    "batch": Remedy("Batch norm", {"normalization": "batch"}),
    "layer": Remedy("Layer norm", {"normalization": "layer"}),
    "skip": Remedy("Skip connections", {"skip": True}),
    "clip": Remedy("Clipping by norm, at 1", {"clipping": "global_norm", "limit": 1.0}),
    "rate": Remedy("A tenth of the rate", {}),
}
"""By name; the last is a factor of the rate that is set."""


def with_remedy(settings: FlowSettings, name: str) -> FlowSettings:
    """Return settings with one remedy; "none" is none.

    >>> with_remedy(FlowSettings(learning_rate=0.1), "rate").learning_rate
    0.01
    """
    if name == "none":
        return settings
    if name == "rate":
        return settings.changed(learning_rate=max(1e-5, float(f"{settings.learning_rate / 10:.3g}")))
    return settings.changed(**REMEDIES[name].change)


def frame_of(settings: FlowSettings, record: StepRecord) -> Frame:
    """Return the sizes in a recorded step."""
    flows = gradient_flow(record)
    ends = _ends(settings)
    sizes = [np.hypot(flows[place].activation_mean, flows[place].activation_deviation) for place in ends]
    samples = len(record.indices)  # the gradient of a mean is that of one sample, divided by their number
    gradients = [samples * flows[place].gradient_size for place in ends]
    return Frame(record.before.step, float(record.loss), np.array(sizes), np.array(gradients))


def _ends(settings: FlowSettings) -> list[int]:
    """Return the place of each hidden layer's last layer in the engine's network."""
    first = 1 if settings.normalization == "none" else 3
    return [first - 1 + place * settings.layers_each for place in range(settings.depth)]


def first_frame(settings: FlowSettings) -> Frame:
    """Return the sizes before the first update."""
    with np.errstate(all="ignore"):  # they may be infinite: that is what is to be shown
        return frame_of(settings, settings.run().at(0).record)


class Effect(NamedTuple):
    """What a setting leads to, from one seed.

    Arguments:
        ratio: the gradient at the first hidden layer divided by that at the last, before the first update.
        accuracy: on the training samples after fifty updates; None if training diverged.
    """

    ratio: float
    accuracy: float | None


def effect_of(settings: FlowSettings, seed: int) -> Effect:
    """Return what settings lead to from a seed."""
    seeded = settings.changed(seed=seed)
    gradients = first_frame(seeded).gradients
    with np.errstate(all="ignore"):
        ratio = float(gradients[0] / gradients[-1])
    run = seeded.run()
    return Effect(ratio, accuracy_after(run, EFFECT_STEPS))


def accuracy_after(run: Run, steps: int) -> float | None:
    """Train a run; return its accuracy on the training samples, None if it diverged."""
    try:
        run.advance(steps)
        evaluation = run.evaluate("train")
    except DivergedError:
        return None
    return float(evaluation.accuracy) if np.isfinite(evaluation.loss) and evaluation.accuracy is not None else None
