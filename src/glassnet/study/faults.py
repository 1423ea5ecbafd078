"""Faults to inject: ten common mistakes, to learn what they look like."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from glassnet.base.arguments import checked
from glassnet.base.errors import SettingError
from glassnet.base.random import stream
from glassnet.base.registry import look_up
from glassnet.data.scaler import Scaler
from glassnet.nn.initializers import Constant
from glassnet.nn.layers import BatchNorm, Dense
from glassnet.nn.layers.faulty import FrozenStatistics, SoftmaxOverBatch
from glassnet.nn.losses import SparseCategoricalCrossEntropy
from glassnet.nn.network import Network
from glassnet.optim.faulty import ForgottenZeroing, MissingBiasCorrection, WrongSign
from glassnet.train import Setup


@dataclass(frozen=True)
class Fault:
    """One mistake.

    Arguments:
        name: as in `FAULTS`.
        mistake: what was done wrong.
        symptom: how it shows.
        apply: turns a sound setup into one with the mistake.
    """

    name: str
    mistake: str
    symptom: str
    apply: Callable[[Setup], Setup]


@checked
def inject(name: str, setup: Setup) -> Setup:
    """Return a setup with one of the `FAULTS` in it.

    Arguments:
        name: the fault's name.
        setup: a sound setup.

    Raises:
        UnknownNameError: no such fault.
        SettingError: the fault can't be put into this setup.

    >>> import glassnet as gn
    >>> net, recipe = gn.Network([gn.Dense(4, "relu"), gn.Dense(2)]), gn.Recipe("sparse_softmax_cross_entropy")
    >>> faulty = inject("wrong_sign", gn.Setup(net, recipe, gn.data.moons(60, seed=1)))
    >>> gn.Run.of(faulty).recipe.optimizer
    WrongSign(rule=SGD(learning_rate=0.01, momentum=0.0, nesterov=False))
    """
    fault: Fault = look_up("fault", name, FAULTS)
    return fault.apply(setup)


def _forgotten_zeroing(setup: Setup) -> Setup:
    return setup.changed(optimizer=ForgottenZeroing(setup.recipe.optimizer))


def _wrong_sign(setup: Setup) -> Setup:
    return setup.changed(optimizer=WrongSign(setup.recipe.optimizer))


def _missing_bias_correction(setup: Setup) -> Setup:
    return setup.changed(optimizer=MissingBiasCorrection())


def _wrong_axis(setup: Setup) -> Setup:
    last = setup.network.layers[-1]
    if not isinstance(last, Dense) or last.units < 2:
        raise SettingError("The wrong_axis fault needs a network that ends in Dense(classes), with one unit per class.")
    layers = [*setup.network.layers[:-1], replace(last, activation=SoftmaxOverBatch())]
    return setup.changed(network=Network(layers), loss=SparseCategoricalCrossEntropy())


def _symmetric_initialisation(setup: Setup) -> Setup:
    layers = [
        replace(layer, weight_initializer=Constant(0.1)) if isinstance(layer, Dense) else layer
        for layer in setup.network.layers
    ]
    return setup.changed(network=Network(layers))


def _unscaled_inputs(setup: Setup) -> Setup:
    data = setup.dataset
    source = {"fault": "unscaled_inputs", "from": dict(data.source)}
    return setup.changed(dataset=replace(data, x=data.x * 400.0 + 100.0, scaler=None, source=source))


def _leaking_scaler(setup: Setup) -> Setup:
    data = setup.dataset
    own = data.in_own_units(data.x)
    scaler = Scaler.fitted("standard", own)
    source = {"fault": "leaking_scaler", "from": dict(data.source)}
    return setup.changed(dataset=replace(data, x=scaler.apply(own), scaler=scaler, source=source))


def _shuffled_labels(setup: Setup) -> Setup:
    data = setup.dataset
    order = stream(setup.recipe.seed).child("shuffled labels").permutation(len(data.y))
    source = {"fault": "shuffled_labels", "from": dict(data.source)}
    return setup.changed(dataset=replace(data, y=np.asarray(data.y)[order], source=source))


def _dying_relu(setup: Setup) -> Setup:
    layers: list[Any] = list(setup.network.layers)
    for place, layer in enumerate(layers):
        if isinstance(layer, Dense) and type(layer.activation).__name__ == "ReLU":
            layers[place] = replace(layer, bias_initializer=Constant(-30.0))
            return setup.changed(network=Network(layers))
    raise SettingError('The dying_relu fault needs a Dense layer with activation="relu".')


def _frozen_statistics(setup: Setup) -> Setup:
    layers: list[Any] = list(setup.network.layers)
    if any(isinstance(layer, BatchNorm) for layer in layers):
        layers = [FrozenStatistics(layer) if isinstance(layer, BatchNorm) else layer for layer in layers]
    else:
        layers.insert(max(len(layers) - 1, 0), FrozenStatistics())
    return setup.changed(network=Network(layers))


FAULTS: dict[str, Fault] = {
    fault.name: fault
    for fault in (
        Fault(
            "forgotten_zeroing",
            "gradients are not reset to 0 between steps",
            "steps grow and overshoot, as if with a momentum of 1",
            _forgotten_zeroing,
        ),
        Fault(
            "wrong_sign", "the step is added instead of subtracted", "the loss rises from the first step", _wrong_sign
        ),
        Fault(
            "missing_bias_correction",
            "Adam's moving averages start at 0 and are not corrected for it",
            "the first steps are three times too large",
            _missing_bias_correction,
        ),
        Fault(
            "wrong_axis",
            "softmax over the examples of the batch instead of the classes",
            "the probabilities of one example do not add up to 1",
            _wrong_axis,
        ),
        Fault(
            "symmetric_initialisation",
            "all weights start from the same value",
            "all units of a layer stay identical",
            _symmetric_initialisation,
        ),
        Fault(
            "unscaled_inputs",
            "features are used without scaling, in their own, large units",
            "units saturate from the first step; gradients explode or vanish",
            _unscaled_inputs,
        ),
        Fault(
            "leaking_scaler",
            "the scaler was fitted on all samples, including the held-out ones",
            "held-out results look better than they are",
            _leaking_scaler,
        ),
        Fault(
            "shuffled_labels",
            "targets and features are in different orders",
            "neighbours do not share classes; held-out accuracy stays at chance",
            _shuffled_labels,
        ),
        Fault(
            "dying_relu",
            "biases start so far below 0 that no unit is ever active",
            "units are 0 for every sample and get no gradient",
            _dying_relu,
        ),
        Fault(
            "frozen_statistics",
            "batch normalisation never updates its running statistics",
            "good results in training, bad ones in prediction",
            _frozen_statistics,
        ),
    )
}
"""The mistakes, by name."""
