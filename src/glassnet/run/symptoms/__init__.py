"""Symptoms: each searches the record of a run for one cause and gives its evidence."""

from collections.abc import Callable
from typing import NamedTuple

from glassnet.run.symptoms.backward import wrong_backward
from glassnet.run.symptoms.data import leaking_scaler, unscaled_inputs
from glassnet.run.symptoms.evidence import Evidence
from glassnet.run.symptoms.finding import Finding, Findings
from glassnet.run.symptoms.held_out import overfitting
from glassnet.run.symptoms.labels import shuffled_labels, wrong_labels
from glassnet.run.symptoms.rates import rate_too_high, rate_too_low
from glassnet.run.symptoms.units import (
    dead_at_start,
    dying_relu,
    frozen_statistics,
    symmetric_initialisation,
    wrong_axis,
)
from glassnet.run.symptoms.updates import forgotten_zeroing, missing_bias_correction, wrong_sign

MACHINERY = (
    "wrong_backward",
    "wrong_axis",
    "wrong_sign",
    "forgotten_zeroing",
    "missing_bias_correction",
    "symmetric_initialisation",
    "dying_relu",
    "unscaled_inputs",
)
"""Faults that make training fail in whatever way: with one of them, rates and results say nothing."""


class Symptom(NamedTuple):
    """One thing to look for.

    Arguments:
        search: returns a finding, None if all is well, or the reason why it can't be said.
        checks: what it looks at, in words.
        after: the faults that would cause it; it is not searched for once one of them is found.
    """

    search: Callable[[Evidence], Finding | str | None]
    checks: str
    after: tuple[str, ...] = ()


RATES = ("rate_too_high", "rate_too_low")
LABELS = ("shuffled_labels", "wrong_labels")

SYMPTOMS: tuple[Symptom, ...] = (
    Symptom(wrong_backward, "every layer's backward and the loss's gradient, against finite differences"),
    Symptom(wrong_axis, "whether outputs add up to 1 over the classes"),
    Symptom(wrong_sign, "the direction of the first update", ("wrong_backward",)),
    Symptom(forgotten_zeroing, "whether the update rule lets go of old gradients", ("wrong_sign",)),
    Symptom(missing_bias_correction, "the length of the first update", ("wrong_sign", "forgotten_zeroing")),
    Symptom(symmetric_initialisation, "whether units start with weights of their own"),
    Symptom(dead_at_start, "units that are dead before training", ("unscaled_inputs",)),
    Symptom(unscaled_inputs, "the size of the features"),
    Symptom(leaking_scaler, "on which samples the scaler was fitted"),
    Symptom(shuffled_labels, "whether similar samples have the same target", ("unscaled_inputs",)),
    Symptom(rate_too_high, "whether steps are far too long", MACHINERY),
    Symptom(rate_too_low, "whether steps are far too short", (*MACHINERY, "rate_too_high")),
    Symptom(frozen_statistics, "running statistics of normalisation", RATES),
    Symptom(wrong_labels, "how many targets look wrong", ("shuffled_labels", "unscaled_inputs")),
    Symptom(dying_relu, "units that died in training", (*MACHINERY, *RATES)),
    Symptom(
        overfitting,
        "the distance between training and held-out results",
        (*MACHINERY, *RATES, *LABELS, "frozen_statistics"),
    ),
)
"""All of them, causes before what they lead to; findings keep this order."""

__all__ = ["SYMPTOMS", "Evidence", "Finding", "Findings", "Symptom"]
