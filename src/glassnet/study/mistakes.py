"""What each fault does to a sound setup."""

from dataclasses import fields, replace
from typing import Any

import numpy as np

from glassnet.base.errors import SettingError
from glassnet.base.random import stream
from glassnet.data.scaler import Scaler
from glassnet.nn.activations import Linear
from glassnet.nn.initializers import Constant
from glassnet.nn.layers import BatchNorm, Dense
from glassnet.nn.layers.faulty import ForgottenSlope, FrozenStatistics, SoftmaxOverBatch
from glassnet.nn.losses import SparseCategoricalCrossEntropy
from glassnet.nn.network import Network
from glassnet.optim.faulty import ForgottenZeroing, MissingBiasCorrection, WrongSign
from glassnet.train import Setup

FEW = 2
"""How many samples of each class are left for training where a network is to overfit."""


def forgotten_zeroing(setup: Setup) -> Setup:
    """Return a setup whose rule gets the sum of all gradients so far."""
    return setup.changed(optimizer=ForgottenZeroing(setup.recipe.optimizer))


def wrong_sign(setup: Setup) -> Setup:
    """Return a setup whose rule adds the step."""
    return setup.changed(optimizer=WrongSign(setup.recipe.optimizer))


def missing_bias_correction(setup: Setup) -> Setup:
    """Return a setup with an Adam whose averages are not corrected."""
    return setup.changed(optimizer=MissingBiasCorrection())


def wrong_axis(setup: Setup) -> Setup:
    """Return a setup whose softmax goes over the batch."""
    last = setup.network.layers[-1]
    if not isinstance(last, Dense) or last.units < 2:
        raise SettingError("The wrong_axis fault needs a network that ends in Dense(classes), with one unit per class.")
    layers = [*setup.network.layers[:-1], replace(last, activation=SoftmaxOverBatch())]
    return setup.changed(network=Network(layers), loss=SparseCategoricalCrossEntropy())


def symmetric_initialisation(setup: Setup) -> Setup:
    """Return a setup in which all weights start from one value."""
    layers = []
    for layer in setup.network.layers:
        named = [one.name for one in fields(layer) if one.name.endswith("_initializer")]  # type: ignore[arg-type]
        same: Any = {name: Constant(0.1) for name in named if not name.startswith("bias")}
        layers.append(replace(layer, **same) if same else layer)  # type: ignore[type-var]
    return setup.changed(network=Network(layers))


def unscaled_inputs(setup: Setup) -> Setup:
    """Return a setup with features in large units."""
    data = setup.dataset
    source = {"fault": "unscaled_inputs", "from": dict(data.source)}
    return setup.changed(dataset=replace(data, x=data.x * 400.0 + 100.0, scaler=None, source=source))


def leaking_scaler(setup: Setup) -> Setup:
    """Return a setup whose scaler was fitted on all samples."""
    data = setup.dataset
    own = data.in_own_units(data.x)
    scaler = Scaler.fitted("standard", own)
    source = {"fault": "leaking_scaler", "from": dict(data.source)}
    return setup.changed(dataset=replace(data, x=scaler.apply(own), scaler=scaler, source=source))


def shuffled_labels(setup: Setup) -> Setup:
    """Return a setup whose targets are in another order."""
    data = setup.dataset
    order = stream(setup.recipe.seed).child("shuffled labels").permutation(len(data.y))
    source = {"fault": "shuffled_labels", "from": dict(data.source)}
    return setup.changed(dataset=replace(data, y=np.asarray(data.y)[order], source=source))


def dying_relu(setup: Setup) -> Setup:
    """Return a setup in which no unit of the first ReLU layer is ever active."""
    layers: list[Any] = list(setup.network.layers)
    for place, layer in enumerate(layers):
        if isinstance(layer, Dense) and type(layer.activation).__name__ == "ReLU":
            layers[place] = replace(layer, bias_initializer=Constant(-30.0))
            return setup.changed(network=Network(layers))
    raise SettingError('The dying_relu fault needs a Dense layer with activation="relu".')


def frozen_statistics(setup: Setup) -> Setup:
    """Return a setup whose running statistics never move."""
    layers: list[Any] = list(setup.network.layers)
    if any(isinstance(layer, BatchNorm) for layer in layers):
        layers = [FrozenStatistics(layer) if isinstance(layer, BatchNorm) else layer for layer in layers]
    else:
        layers.insert(max(len(layers) - 1, 0), FrozenStatistics())
    return setup.changed(network=Network(layers))


def rate_too_high(setup: Setup) -> Setup:
    """Return a setup with a hundred times the learning rate."""
    return setup.changed(optimizer=_at(setup.recipe.optimizer, 100.0))


def rate_too_low(setup: Setup) -> Setup:
    """Return a setup with a ten-thousandth of the learning rate."""
    return setup.changed(optimizer=_at(setup.recipe.optimizer, 1e-4))


def wrong_labels(setup: Setup) -> Setup:
    """Return a setup in which 30 % of the targets, drawn at random, are another class."""
    data = setup.dataset
    if not data.class_names or data.y.ndim != 1:
        raise SettingError("The wrong_labels fault needs data with one class for each sample.")
    draw, classes = stream(setup.recipe.seed).child("wrong labels"), len(data.class_names)
    wrong = draw.child("which").uniform((len(data.y),)) < 0.3
    other = 1 + np.floor(draw.child("what").uniform((len(data.y),)) * (classes - 1)).astype(int)
    source = {"fault": "wrong_labels", "from": dict(data.source)}
    return setup.changed(dataset=replace(data, y=np.where(wrong, (data.y + other) % classes, data.y), source=source))


def wrong_backward(setup: Setup) -> Setup:
    """Return a setup in which one layer's backward leaves out the slope of its activation."""
    layers: list[Any] = list(setup.network.layers)
    for place, layer in enumerate(layers[:-1]):
        activation = getattr(layer, "activation", None)
        if activation is not None and not isinstance(activation, Linear):
            layers[place] = replace(layer, activation=ForgottenSlope(activation))
            return setup.changed(network=Network(layers))
    raise SettingError("The wrong_backward fault needs a hidden layer with an activation other than linear.")


def overfitting(setup: Setup) -> Setup:
    """Return a setup with so few training samples that they are learnt by heart; the rest goes to the test part."""
    data, kept = setup.dataset, []
    train = data.parts["train"]
    groups = [train[data.y[train] == one] for one in range(len(data.class_names))] if data.class_names else [train]
    for group in groups:
        kept.extend(group[:FEW].tolist())
    others = np.setdiff1d(train, kept)
    parts = {**data.parts, "train": np.array(kept), "test": np.concatenate([data.parts["test"], others])}
    source = {"fault": "overfitting", "from": dict(data.source)}
    return setup.changed(dataset=replace(data, parts=parts, source=source))


def _at(rule: Any, times: float) -> Any:
    return replace(rule, learning_rate=times * rule.learning_rate)
