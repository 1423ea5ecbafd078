"""Small networks in which every registered layer, activation, loss and rule takes part at least once."""

from dataclasses import dataclass
from typing import Any

import numpy as np

import glassnet as gn
from glassnet.base.random import stream
from glassnet.data import Dataset
from glassnet.data.augmentation import Noise
from glassnet.nn.activations import ACTIVATIONS
from glassnet.nn.losses import FormulaLoss
from glassnet.optim import SGD, Adam, RMSprop
from glassnet.optim.clipping import ClipByGlobalNorm, ClipByNorm, ClipByValue
from glassnet.optim.schedules import CosineDecay
from glassnet.train import Plan, Recipe, TrainingState, start, steps
from tests.engine.draws import probabilities, shares
from tests.engine.row import Row
from tests.engine.table import ACTIVATION_ROWS, LAYER_ROWS, LOSS_ROWS, UPDATE_RULE_ROWS

SAMPLES = 12


@dataclass(frozen=True)
class Case:
    """One network on one data set under one recipe."""

    name: str
    network: gn.Network
    dataset: Dataset
    settings: dict[str, Any]

    def plan(self, dtype: str) -> Plan:
        """Return the plan in one number type."""
        settings: dict[str, Any] = {"batch_size": 6, "dtype": dtype} | self.settings
        return Plan(self.network, Recipe(**settings), self.dataset)

    def state(self, dtype: str, made: int = 3) -> TrainingState:
        """Return where training stands after some steps, so that the rule's state is no longer 0."""
        plan = self.plan(dtype)
        state = start(plan)
        walk = steps(plan, state)
        for _ in range(made):
            state = next(walk).state
        return state


def numbers(shape: tuple[int, ...], outputs: int = 2, *, whole: int = 0) -> Dataset:
    """Return features drawn at random, or whole numbers below `whole`, and values to aim at."""
    rng = np.random.default_rng(5)
    x = rng.integers(1, whole, (SAMPLES, *shape)).astype(float) if whole else rng.normal(size=(SAMPLES, *shape))
    return Dataset("numbers", x, rng.normal(size=(SAMPLES, outputs)))


def classes(features: int, count: int) -> Dataset:
    """Return features drawn at random and classes."""
    rng = np.random.default_rng(6)
    return Dataset("classes", rng.normal(size=(SAMPLES, features)), np.arange(SAMPLES) % count)


def padded(shape: tuple[int, int]) -> Dataset:
    """Return sequences of different lengths, zeros behind their ends."""
    data = numbers(shape)
    x = data.x.copy()
    for row in range(SAMPLES):
        x[row, 1 + row % shape[0] :] = 0.0
    return Dataset("sequences", x, data.y)


MSE: dict[str, Any] = {"loss": "mean_squared_error", "optimizer": SGD(0.05)}


def over(shape: tuple[int, ...], *layers: Any, data: Dataset | None = None, **settings: Any) -> tuple[Any, ...]:
    """Return a network that ends in two values, its data and its recipe."""
    return gn.Network([*layers, gn.Dense(2)]), data or numbers(shape), MSE | settings


LAYER_CASES: dict[str, tuple[Any, ...]] = {
    "dense": over((3,), gn.Dense(4, "tanh"), gn.Dense(3, "softmax")),
    "dense over time": over((4, 3), gn.Dense(2, "tanh"), gn.Flatten()),
    "activate": over((3,), gn.Dense(4), gn.Activate("sigmoid")),
    "batch norm": over((3,), gn.Dense(4), gn.BatchNorm(), gn.Activate("relu")),
    "batch norm on pictures": over((4, 4, 2), gn.BatchNorm(), gn.Flatten()),
    "layer norm": over((3,), gn.Dense(4), gn.LayerNorm(), gn.PReLU()),
    "dropout": over((3,), gn.Dense(6, "tanh"), gn.Dropout(0.4)),
    "convolution": over((6, 6, 2), gn.Conv2D(3, 3, activation="relu"), gn.MaxPool2D(2), gn.Flatten()),
    "strided convolution": over(
        (6, 5, 2), gn.Conv2D(4, (2, 3), stride=2, padding="same", groups=2), gn.MinPool2D(2, padding=1), gn.Flatten()
    ),
    "dilated convolution, replicated border": over(
        (6, 6, 1), gn.Conv2D(2, 2, dilation=2, padding=1, border="replicate"), gn.AveragePool2D(2), gn.Flatten()
    ),
    "transposed convolution": over((3, 3, 2), gn.Conv2DTranspose(2, 3, stride=2), gn.GlobalAveragePool2D()),
    "up-sampling": over((2, 3, 2), gn.UpSampling2D(2), gn.Reshape((-1,))),
    "embedding": over((3,), gn.Embedding(7, 4, padding=2), gn.Flatten(), data=numbers((3,), whole=7)),
    "residual": over((3,), gn.Residual([gn.Dense(4, "tanh"), gn.Dense(3)], activation="relu")),
    "residual with a projection": over((3,), gn.Residual([gn.Dense(4, "tanh")], projection=[gn.Dense(4)])),
    "branch": over((3,), gn.Branch([[], [gn.Dense(2, "tanh")], [gn.Dense(3), gn.BatchNorm()]])),
    "branch, added": over((3,), gn.Branch([[gn.Dense(2)], [gn.Dense(2, "tanh")]], merge="add")),
    "simple rnn": over((4, 3), gn.SimpleRNN(3)),
    "simple rnn, all steps, cut": over((5, 2), gn.SimpleRNN(3, return_sequences=True, truncate=2), gn.Flatten()),
    "lstm": over((4, 3), gn.LSTM(3)),
    "lstm over padding": over((4, 3), gn.LSTM(3, mask_value=0.0), data=padded((4, 3))),
    "gru": over((4, 3), gn.GRU(3)),
    "gru, reset before": over((4, 3), gn.GRU(2, return_sequences=True), gn.GRU(2), data=padded((4, 3))),
    "both ways": over((4, 3), gn.Bidirectional(gn.LSTM(2))),
    "both ways, all steps": over((3, 2), gn.Bidirectional(gn.GRU(2, return_sequences=True), merge="add"), gn.Flatten()),
    "attention": over((4, 4), gn.PositionalEncoding(), gn.MultiHeadSelfAttention(2), gn.Flatten()),
    "causal attention over padding": over(
        (4, 4),
        gn.PositionalEmbedding(),
        gn.MultiHeadSelfAttention(2, causal=True, mask_value=0.0),
        gn.Flatten(),
        data=padded((4, 4)),
    ),
}


def kinds_in(layers: Any) -> set[type]:
    """Return the classes of layers and of the layers that they hold."""
    found: set[type] = set()
    for layer in layers:
        chains = [[inner for _, inner in chain] for chain in getattr(layer, "paths", {}).values()]
        inside = [layer.layer] if hasattr(layer, "layer") else []
        found |= {type(layer)}.union(*(kinds_in(chain) for chain in [*chains, inside]))
    return found


def first_rows(rows: tuple[Row, ...]) -> list[Row]:
    """Return one row a class, the first."""
    return list({row.kind: row for row in reversed(rows)}.values())[::-1]


def layer_cases() -> list[Case]:
    """Return the networks above, and for each layer that none of them has one from its row of the table."""
    cases = [Case(name, *parts) for name, parts in LAYER_CASES.items()]
    known = set[type]().union(*(kinds_in(case.network.layers) for case in cases))
    for row in first_rows(LAYER_ROWS):
        if row.kind not in known:
            shape = row.shapes[0]
            data = Dataset("drawn", row.draw(stream(5), (SAMPLES, *shape)), numbers(shape).y)
            cases.append(Case(row.kind.__name__, *over(shape, row.settings[0], gn.Flatten(), data=data)))
    return cases


LOSS_SETTINGS: dict[type, Any] = {gn.FormulaLoss: FormulaLoss("where(t > p, 0.9, 0.1) * abs(t - p)^1.5")}


def loss_cases() -> list[Case]:
    """Return one network for each loss, with an end that suits it."""
    cases = []
    for row in first_rows(LOSS_ROWS):
        loss = LOSS_SETTINGS.get(row.kind) or row.settings[0]
        data = classes(3, 3) if loss.target_encoding in ("one_hot", "classes") else classes(3, 2)
        units = 3 if loss.target_encoding in ("one_hot", "classes") else 1
        end = "softmax" if row.draw is shares else "sigmoid" if row.draw is probabilities else "linear"
        network = gn.Network([gn.Dense(4, "tanh"), gn.Dense(units, end)])
        cases.append(Case(f"loss {row.kind.__name__}", network, data, {"loss": loss, "optimizer": SGD(0.05)}))
    return cases


def activation_cases() -> list[Case]:
    """Return one network for each activation."""
    settings = {row.kind: row.settings[0] for row in first_rows(ACTIVATION_ROWS)}
    return [
        Case(f"activation {name}", gn.Network([gn.Dense(4, settings[kind]), gn.Dense(2)]), numbers((3,)), MSE)
        for name, kind in ACTIVATIONS.items()
    ]


def rule_cases() -> list[Case]:
    """Return one small network for each update rule, and for each thing that happens to gradients before it."""
    network, data = gn.Network([gn.Dense(3, "tanh"), gn.Dense(2)]), numbers((3,))
    rules = {row.kind.__name__: {"optimizer": row.settings[0]} for row in first_rows(UPDATE_RULE_ROWS)}
    more: dict[str, dict[str, Any]] = {
        "momentum": {"optimizer": SGD(0.1, momentum=0.9)},
        "nesterov": {"optimizer": SGD(0.1, momentum=0.9, nesterov=True)},
        "rmsprop, all of it": {"optimizer": RMSprop(0.01, momentum=0.5, centred=True)},
        "schedule": {"optimizer": Adam(0.1), "schedule": CosineDecay(20)},
        "value clipping": {"clipping": ClipByValue(0.05)},
        "norm clipping": {"clipping": ClipByNorm(0.05)},
        "global clipping, penalty": {"clipping": ClipByGlobalNorm(0.05), "regularizer": gn.L2(0.1)},
        "penalty by layer": {"regularizer": {"dense_1": gn.L1(0.1), "dense_2": gn.ElasticNet(0.1, 0.2)}},
        "constraint": {"constraint": gn.MaxNorm(0.5), "regularizer": gn.L2(0.01)},
        "accumulated": {"batch_size": 3, "accumulate": 2, "clipping": ClipByNorm(0.1)},
        "augmented": {"augmentation": Noise(0.1)},
    }
    cases = [Case(f"rule {name}", network, data, MSE | settings) for name, settings in (rules | more).items()]
    weighted = {"loss": "binary_cross_entropy", "class_weights": {"0": 3.0}}
    end = gn.Network([gn.Dense(3, "tanh"), gn.Dense(1, "sigmoid")])
    norm = gn.Network([gn.Dense(3), gn.BatchNorm(), gn.Residual([gn.BatchNorm()]), gn.Dense(2)])
    accumulated = Case("accumulated, normalised over the batch", norm, data, MSE | {"batch_size": 3, "accumulate": 2})
    return [*cases, Case("weighted classes", end, classes(3, 2), weighted), accumulated]


def all_cases() -> list[Case]:
    """Return every case."""
    return [*layer_cases(), *activation_cases(), *loss_cases(), *rule_cases()]
