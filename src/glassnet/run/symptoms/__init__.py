"""Symptoms: each searches the record of a run for one mistake and gives its evidence."""

from collections.abc import Callable

from glassnet.run.symptoms.data import leaking_scaler, shuffled_labels, unscaled_inputs
from glassnet.run.symptoms.evidence import Evidence, Finding
from glassnet.run.symptoms.units import dying_relu, frozen_statistics, symmetric_initialisation, wrong_axis
from glassnet.run.symptoms.updates import forgotten_zeroing, missing_bias_correction, wrong_sign

SYMPTOMS: tuple[Callable[[Evidence], Finding | None], ...] = (
    wrong_sign,
    forgotten_zeroing,
    missing_bias_correction,
    wrong_axis,
    symmetric_initialisation,
    unscaled_inputs,
    leaking_scaler,
    shuffled_labels,
    dying_relu,
    frozen_statistics,
)
"""All of them; findings of equal certainty keep this order."""

__all__ = ["SYMPTOMS", "Evidence", "Finding"]
