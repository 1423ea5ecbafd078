"""What the Lab offers to choose from: names, labels for readers, and how each choice becomes a building block."""

from collections.abc import Callable, Mapping
from typing import Any

from glassnet.nn.activations import ACTIVATIONS
from glassnet.nn.initializers import INITIALIZERS
from glassnet.nn.layers import Activate, BatchNorm, Dense, Dropout, LayerNorm
from glassnet.nn.losses import LOSSES, QuantileLoss
from glassnet.nn.regularizers import L1, L2, ElasticNet
from glassnet.optim import SGD, UPDATE_RULES, UpdateRule
from glassnet.optim.clipping import CLIPPINGS
from glassnet.optim.schedules import (
    CosineDecay,
    CosineRestarts,
    ExponentialDecay,
    OneCycle,
    PolynomialDecay,
    ReduceOnPlateau,
    StepDecay,
    WarmUp,
)

FIRST_ACTIVATIONS = ("tanh", "relu", "sigmoid", "linear")
NOT_FOR_UNITS = ("softmax", "formula")
UNIT_ACTIVATIONS = (
    *FIRST_ACTIVATIONS,
    *(name for name in ACTIVATIONS if name not in (*FIRST_ACTIVATIONS, *NOT_FOR_UNITS)),
)
"""Activations of hidden units: those of the first lessons first."""

AS_NETWORK = "network"
"""A layer's activation that follows the setting for the whole network."""

NORMALISATIONS: Mapping[str, Callable[[], Any]] = {"batch": BatchNorm, "layer": LayerNorm}
NO_NORMALISATION = "none"

UNIT_INITIALIZERS = ("glorot_uniform", *(name for name in INITIALIZERS if name != "glorot_uniform"))

RULE_LABELS = {
    "sgd": "SGD",
    "adagrad": "Adagrad",
    "adadelta": "Adadelta",
    "rmsprop": "RMSprop",
    "adam": "Adam",
    "adamw": "AdamW",
    "amsgrad": "AMSGrad",
    "nadam": "NAdam",
    "lion": "Lion",
}

NO_SCHEDULE = "constant"
SCHEDULES: Mapping[str, Callable[[int], Any]] = {
    "step_decay": lambda steps: StepDecay(steps, factor=0.5),
    "exponential_decay": lambda steps: ExponentialDecay(steps, factor=0.5),
    "polynomial_decay": PolynomialDecay,
    "cosine_decay": CosineDecay,
    "cosine_restarts": CosineRestarts,
    "warm_up": WarmUp,
    "one_cycle": OneCycle,
    "reduce_on_plateau": lambda _: ReduceOnPlateau(factor=0.5, patience=5),
}
"""From a number of steps to a schedule."""

SCHEDULE_LABELS = {
    NO_SCHEDULE: "constant",
    "step_decay": "halved every so many steps",
    "exponential_decay": "halved gradually over so many steps",
    "polynomial_decay": "linear down to 0",
    "cosine_decay": "cosine down to 0",
    "cosine_restarts": "cosine, over and over",
    "warm_up": "linear up to the full rate",
    "one_cycle": "one cycle, up and down",
    "reduce_on_plateau": "halved when the loss stalls",
}

NO_CLIPPING = "none"
CLIPPING_LABELS = {
    NO_CLIPPING: "none",
    "global_norm": "norm of all gradients",
    "norm": "norm of each gradient",
    "value": "each number",
}

AUTO = "auto"
OUTPUTS = ("sigmoid", "softmax", "linear", "tanh")

TWO, MANY, VALUES = "two", "many", "values"
"""Tasks: to tell two classes apart, or more; or to predict values."""

LOSSES_OF: Mapping[str, tuple[str, ...]] = {
    TWO: (
        "binary_cross_entropy",
        "sigmoid_cross_entropy",
        "hinge",
        "perceptron",
        "mean_squared_error",
        "mean_absolute_error",
        "root_mean_squared_error",
        "huber",
        "log_cosh",
    ),
    MANY: (
        "sparse_categorical_cross_entropy",
        "sparse_softmax_cross_entropy",
        "categorical_cross_entropy",
        "softmax_cross_entropy",
        "kl_divergence",
        "categorical_hinge",
        "binary_cross_entropy",
        "mean_squared_error",
        "mean_absolute_error",
    ),
    VALUES: (
        "mean_squared_error",
        "mean_absolute_error",
        "root_mean_squared_error",
        "huber",
        "log_cosh",
        "quantile",
    ),
}
"""The losses of each task; the first is used unless another is chosen."""

LOSS_LABELS = {
    AUTO: "as the task needs",
    "binary_cross_entropy": "binary cross-entropy",
    "sigmoid_cross_entropy": "sigmoid with cross-entropy",
    "hinge": "hinge",
    "perceptron": "perceptron",
    "mean_squared_error": "mean squared error",
    "mean_absolute_error": "mean absolute error",
    "root_mean_squared_error": "root mean squared error",
    "huber": "Huber",
    "log_cosh": "log-cosh",
    "quantile": "quantile 0.9",
    "sparse_categorical_cross_entropy": "categorical cross-entropy",
    "sparse_softmax_cross_entropy": "softmax with cross-entropy",
    "categorical_cross_entropy": "categorical cross-entropy, one-hot targets",
    "softmax_cross_entropy": "softmax with cross-entropy, one-hot targets",
    "kl_divergence": "Kullback-Leibler divergence",
    "categorical_hinge": "categorical hinge",
}

IN_NATS = ("binary", "sigmoid", "sparse", "softmax", "categorical_cross", "kl")
"""How the names of losses begin that are measured in nats."""

PROBABILITIES_OF = {TWO: "sigmoid", MANY: "softmax", VALUES: "linear"}
LINEAR_LOSSES = (
    "sigmoid_cross_entropy",
    "sparse_softmax_cross_entropy",
    "softmax_cross_entropy",
    "hinge",
    "perceptron",
    "categorical_hinge",
)
"""Losses that take the sums themselves: the output has no activation."""


def make_rule(name: str, learning_rate: float, momentum: float) -> UpdateRule:
    """Return an update rule; only SGD has a momentum to choose.

    >>> make_rule("sgd", 0.1, 0.9), make_rule("lion", 0.1, 0.9).learning_rate
    (SGD(learning_rate=0.1, momentum=0.9, nesterov=False), 0.1)
    """
    if name == "sgd":
        return SGD(learning_rate, momentum=momentum)
    make: Callable[..., UpdateRule] = UPDATE_RULES[name]
    return make(learning_rate=learning_rate)


def make_regularizer(l1: float, l2: float) -> Any:
    """Return the penalty of two rates, or None if both are 0."""
    if l1 and l2:
        return ElasticNet(l1, l2)
    return L1(l1) if l1 else L2(l2) if l2 else None


def make_schedule(name: str, steps: int) -> Any:
    """Return a schedule over so many steps, or None for a constant rate."""
    return None if name == NO_SCHEDULE else SCHEDULES[name](steps)


def make_clipping(name: str, limit: float) -> Any:
    """Return a limit on gradients, or None."""
    make: Callable[[float], Any] | None = None if name == NO_CLIPPING else CLIPPINGS[f"clip_by_{name}"]
    return None if make is None else make(limit)


def loss_name(wanted: str, task: str) -> str:
    """Return the loss in use: the one chosen if it suits the task, otherwise the task's first.

    >>> loss_name("hinge", "two"), loss_name("hinge", "values"), loss_name("auto", "many")
    ('hinge', 'mean_squared_error', 'sparse_categorical_cross_entropy')
    """
    return wanted if wanted in LOSSES_OF[task] else LOSSES_OF[task][0]


def make_loss(name: str) -> Any:
    """Return a loss by name."""
    return QuantileLoss(0.9) if name == "quantile" else LOSSES[name]()


def output_name(wanted: str, loss: str, task: str) -> str:
    """Return the output's activation: the one chosen, or what loss and task need.

    >>> output_name("auto", "hinge", "two"), output_name("auto", "binary_cross_entropy", "many")
    ('linear', 'sigmoid')
    """
    if wanted != AUTO:
        return wanted
    if loss in LINEAR_LOSSES:
        return "linear"
    return "sigmoid" if loss == "binary_cross_entropy" else PROBABILITIES_OF[task]


def make_block(units: int, activation: str, normalisation: str, dropout: float, initializer: str) -> list[Any]:
    """Return the layers of one hidden layer of the picture.

    With a normalisation, it stands between the sums and the activation.
    """
    from_sums: list[Any] = [Dense(units, activation, weight_initializer=initializer)]
    if normalisation != NO_NORMALISATION:
        from_sums = [
            Dense(units, "linear", weight_initializer=initializer),
            NORMALISATIONS[normalisation](),
            Activate(activation),
        ]
    return [*from_sums, Dropout(dropout)] if dropout else from_sums
