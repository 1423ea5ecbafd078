"""The rows of the table as steps of training: each thing in a network, with targets wherever its output has places."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import pytest

import glassnet as gn
from glassnet.base.arrays import Array, Shape
from glassnet.base.random import stream
from glassnet.data import Dataset
from glassnet.data.augmentation import Noise
from glassnet.train import Plan, Recipe

from .draws import Draw, normal, padded, probabilities, shares
from .row import Row
from .table import TABLE

SAMPLES = 10
STEPS_AHEAD = 2
SEQUENCE: Shape = (4, 3)
ENDS: dict[Draw, str] = {probabilities: "sigmoid", shares: "softmax"}
"""What a network ends in whose predictions a loss wants to be like that."""


@dataclass(frozen=True)
class StepCase:
    """One network on one data set under one recipe; batches of 4 samples, the last of an epoch smaller."""

    name: str
    network: gn.Network
    dataset: Dataset
    settings: dict[str, Any]

    def plan(self, dtype: str, engine: str = "eager") -> Plan:
        """Return the plan in one number type under one engine."""
        merged: dict[str, Any] = {
            "loss": "mean_squared_error",
            "batch_size": 4,
            "optimizer": gn.SGD(0.02),
        } | self.settings
        return Plan(self.network, Recipe(dtype=dtype, engine=engine, **merged), self.dataset)


def data(x: Array, y: Array, *, weighted: bool = False) -> Dataset:
    """Return a data set with a validation part of two samples."""
    weights = np.linspace(0.5, 2.0, len(x)) if weighted else None
    parts = {"train": np.arange(SAMPLES), "validation": np.arange(SAMPLES, len(x))}
    return Dataset("drawn", x, y, parts, sample_weights=weights)


def over(network: gn.Network, x: Array, *, weighted: bool = False) -> Dataset:
    """Return features with values to aim at in the shape of the network's output, places and all."""
    return data(x, normal(stream(2), (len(x), *network.output_shape(x.shape[1:]))), weighted=weighted)


def of_layer(name: str, row: Row, layer: Any, shape: Shape) -> StepCase:
    """Train a layer alone (after a `Dense`, where it has no parameters) on targets in the shape of its output."""
    x = row.draw(stream(1), (SAMPLES + 2, *shape))
    params, _, _ = layer.build(stream(0), shape, "float64")
    before = [gn.Dense(shape[-1])] if not params and x.dtype.kind == "f" and len(shape) < 3 else []
    network = gn.Network([*before, layer])
    return StepCase(name, network, over(network, x, weighted=True), {"augmentation": None})


def of_loss(name: str, row: Row, loss: Any, shape: Shape) -> StepCase:
    """Train on the loss at every step of a sequence, with weights and accumulated gradients."""
    x = normal(stream(1), (SAMPLES + 2, *SEQUENCE))
    target = row.target(stream(2), (SAMPLES + 2, SEQUENCE[0], *shape))
    network = gn.Network([gn.SimpleRNN(3, return_sequences=True), gn.Dense(shape[-1], ENDS.get(row.draw, "linear"))])
    return StepCase(name, network, data(x, target, weighted=True), {"loss": loss, "batch_size": 2, "accumulate": 2})


def of_recipe(name: str, **settings: Any) -> StepCase:
    """Train a recurrent network over padded sequences, with a target at every step."""
    x = padded(stream(1), (SAMPLES + 2, *SEQUENCE))
    network = gn.Network([gn.LSTM(3, return_sequences=True, mask_value=0.0), gn.Dropout(0.2), gn.Dense(2)])
    return StepCase(name, network, over(network, x, weighted=settings.pop("weighted", False)), settings)


RECIPE_KINDS = {"optimizer": "optimizer", "schedule": "schedule", "clipping": "clipping"} | {
    kind: kind for kind in ("regularizer", "constraint")
}


def pictures(name: str, **settings: Any) -> StepCase:
    """Train on images with a class at every cell."""
    x = normal(stream(1), (SAMPLES + 2, 4, 4, 2))
    network = gn.Network([gn.Conv2D(3, 3, padding="same", activation="tanh"), gn.Conv2D(3, 1)])
    cells = stream(2).integers(3, (SAMPLES + 2, 4, 4))
    return StepCase(name, network, data(x, cells, weighted=True), {"loss": "sparse_softmax_cross_entropy"} | settings)


def classes() -> StepCase:
    """Train on one class a sample, weighted by class."""
    x = normal(stream(1), (SAMPLES + 2, 3))
    network = gn.Network([gn.Dense(4, "tanh"), gn.Dense(1, "sigmoid")])
    labels = np.arange(SAMPLES + 2) % 2
    return StepCase(
        "class weights", network, data(x, labels), {"loss": "binary_cross_entropy", "class_weights": {"0": 3.0}}
    )


def row_cases() -> Iterator[tuple[int, StepCase]]:
    """Yield every setting of every row that takes part in a step, with its number among the row's."""
    for kind, (_, rows) in TABLE.items():
        for row in rows:
            for number, thing in enumerate(row.settings):
                name = f"{kind} {row.kind.__name__} {number + 1}"
                if kind == "layer":
                    yield number, of_layer(name, row, thing, row.shapes[-1])
                elif kind == "loss":
                    yield number, of_loss(name, row, thing, row.shapes[0])
                elif kind == "activation":
                    network = gn.Network([gn.Dense(3, thing), gn.Dense(2)])
                    yield number, StepCase(name, network, over(network, normal(stream(1), (SAMPLES + 2, 4, 3))), {})
                elif kind in RECIPE_KINDS:
                    yield number, of_recipe(name, **{RECIPE_KINDS[kind]: thing})


def more_cases() -> list[StepCase]:
    """Return steps in which several things of a recipe come together."""
    everything: dict[str, Any] = {
        "clipping": gn.ClipByGlobalNorm(0.1),
        "regularizer": {"lstm_1": gn.L2(0.1)},
        "constraint": gn.MaxNorm(0.5),
        "optimizer": gn.Adam(0.05),
        "batch_size": 2,
        "accumulate": 3,
        "augmentation": Noise(0.1),
        "weighted": True,
    }
    return [of_recipe("everything", **everything), pictures("cells"), pictures("some cells", accumulate=2), classes()]


def for_every_step() -> pytest.MarkDecorator:
    """Run a test over all these steps."""
    cases = [*(case for _, case in row_cases()), *more_cases()]
    assert len(cases) > 100, "a battery must not pass on nothing"
    return pytest.mark.parametrize("case", cases, ids=[case.name for case in cases])


def for_a_step_of_every_row() -> pytest.MarkDecorator:
    """Run a test over the first setting of each row, in `make test-all`, and over steps that bring most together."""
    rows = [case for number, case in row_cases() if number == 0]
    cases = [pytest.param(case, id=case.name, marks=pytest.mark.slow) for case in rows]
    return pytest.mark.parametrize("case", [*cases, *(pytest.param(case, id=case.name) for case in more_cases())])
