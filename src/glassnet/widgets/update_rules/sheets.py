"""Every update rule of the engine as lines to be typeset, with what each symbol is in its code and in its state."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from glassnet.optim import SGD, Adadelta, Adagrad, Adam, AdamW, AMSGrad, Lion, NAdam, RMSprop, UpdateRule
from glassnet.optim.adam import adam_step, next_averages

Lines = tuple[tuple[str, str], ...]

AVERAGES: Lines = (("m", "beta_1 * m + (1 - beta_1) * g"), ("v", "beta_2 * v + (1 - beta_2) * g^2"))
HATS: Lines = (("m_hat", "m / (1 - beta_1^t)"), ("v_hat", "v / (1 - beta_2^t)"))
ADAM_STEP = "w - eta * m_hat / (sqrt(v_hat) + epsilon)"
BETAS = {"beta_1": "beta_1", "beta_2": "beta_2", "epsilon": "epsilon"}
ADAM_STATE = {"t": "count", "m": "m", "v": "v"}
COUNT = ("t", "t + 1")


@dataclass(frozen=True, eq=False)
class Sheet:
    """An update rule as it is typeset.

    Arguments:
        label: its name for readers.
        make: returns the rule for a learning rate.
        lines: the symbol that gets a new value, and the formula for it, in the order in which they are computed.
        settings: from a symbol to the rule's setting.
        state: from a symbol to the name of what the rule keeps.
        code: the engine's functions that compute it.
        words: from a symbol to its names in that code, if they differ from those above.
        idea: one sentence: what it does.
    """

    label: str
    make: Callable[[float], UpdateRule]
    lines: Lines
    settings: Mapping[str, str]
    state: Mapping[str, str]
    code: tuple[Callable[..., Any], ...]
    idea: str
    words: Mapping[str, tuple[str, ...]] | None = None


def _momentum(rate: float, *, nesterov: bool = False) -> SGD:
    return SGD(rate, momentum=0.8, nesterov=nesterov)


SHEETS: Mapping[str, Sheet] = {
    "sgd": Sheet(
        "Gradient descent",
        SGD,
        (("w", "w - eta * g"),),
        {},
        {},
        (SGD.update,),
        "One rate for every parameter, and no memory.",
    ),
    "momentum": Sheet(
        "Momentum",
        _momentum,
        (("v", "beta * v + g"), ("w", "w - eta * v")),
        {"beta": "momentum"},
        {"v": "velocity"},
        (SGD.update,),
        "A heavy ball: each step keeps a share of the one before.",
    ),
    "nesterov": Sheet(
        "Nesterov momentum",
        lambda rate: _momentum(rate, nesterov=True),
        (("v", "beta * v + g"), ("w", "w - eta * (g + beta * v)")),
        {"beta": "momentum"},
        {"v": "velocity"},
        (SGD.update,),
        "A heavy ball that looks ahead along its own velocity.",
    ),
    "adagrad": Sheet(
        "Adagrad",
        Adagrad,
        (("s", "s + g^2"), ("w", "w - eta * g / (sqrt(s) + epsilon)")),
        {"epsilon": "epsilon"},
        {"s": "sum"},
        (Adagrad.update,),
        "Divides by the root of all squared gradients so far: those that were rare still get long steps.",
        {"s": ("total", "s")},
    ),
    "adadelta": Sheet(
        "Adadelta",
        Adadelta,
        (
            ("s", "rho * s + (1 - rho) * g^2"),
            ("d", "sqrt(u + epsilon) / sqrt(s + epsilon) * g"),
            ("u", "rho * u + (1 - rho) * d^2"),
            ("w", "w - eta * d"),
        ),
        {"rho": "rho", "epsilon": "epsilon"},
        {"s": "square_average", "u": "step_average"},
        (Adadelta.update,),
        "Forgets old gradients, and replaces the rate by the root of its own recent squared steps.",
        {"s": ("square",), "u": ("previous",), "d": ("step",)},
    ),
    "rmsprop": Sheet(
        "RMSprop",
        RMSprop,
        (("s", "rho * s + (1 - rho) * g^2"), ("w", "w - eta * g / (sqrt(s) + epsilon)")),
        {"rho": "rho", "epsilon": "epsilon"},
        {"s": "square_average"},
        (RMSprop.update,),
        "Adagrad that forgets: it divides by the recent size of the gradient.",
        {"s": ("square", "s")},
    ),
    "adam": Sheet(
        "Adam",
        Adam,
        (COUNT, *AVERAGES, *HATS, ("w", ADAM_STEP)),
        BETAS,
        ADAM_STATE,
        (next_averages, adam_step, Adam.update),
        "Momentum divided by the recent size of the gradient, both corrected for their start at 0.",
    ),
    "adamw": Sheet(
        "AdamW",
        lambda rate: AdamW(rate, weight_decay=0.1),
        (COUNT, *AVERAGES, *HATS, ("w", "w - eta * lambda * w"), ("w", ADAM_STEP)),
        BETAS | {"lambda": "weight_decay"},
        ADAM_STATE,
        (AdamW.update, next_averages, adam_step),
        "Adam, and apart from it every weight shrinks a little.",
        {"lambda": ("weight_decay",)},
    ),
    "nadam": Sheet(
        "NAdam",
        NAdam,
        (
            COUNT,
            *AVERAGES,
            ("mu", "beta_1 * (1 - 0.5 * 0.96^(delta * t))"),
            ("n", "beta_1 * (1 - 0.5 * 0.96^(delta * (t + 1)))"),
            ("q", "q * mu"),
            ("d", "n * m / (1 - q * n) + (1 - mu) * g / (1 - q)"),
            HATS[1],
            ("w", "w - eta * d / (sqrt(v_hat) + epsilon)"),
        ),
        BETAS | {"delta": "momentum_decay"},
        {**ADAM_STATE, "q": "momentum_product"},
        (NAdam.update, NAdam._momentum, next_averages, adam_step),
        "Adam whose momentum looks one step ahead, as Nesterov's does.",
        {"mu": ("now",), "n": ("ahead",), "q": ("momentum_product",), "delta": ("momentum_decay",)},
    ),
    "amsgrad": Sheet(
        "AMSGrad",
        AMSGrad,
        (
            COUNT,
            *AVERAGES,
            ("u", "max(u, v)"),
            HATS[0],
            ("v_hat", "u / (1 - beta_2^t)"),
            ("w", ADAM_STEP),
        ),
        BETAS,
        {**ADAM_STATE, "u": "v_largest"},
        (AMSGrad.update, next_averages, adam_step),
        "Adam that divides by the largest v so far: no step grows because a large gradient was forgotten.",
        {"u": ("v_largest",)},
    ),
    "lion": Sheet(
        "Lion",
        Lion,
        (
            ("s", "sign(beta_1 * m + (1 - beta_1) * g)"),
            ("m", "beta_2 * m + (1 - beta_2) * g"),
            ("w", "w - eta * s"),
        ),
        {"beta_1": "beta_1", "beta_2": "beta_2"},
        {"m": "m"},
        (Lion.update,),
        "Only the sign of an average counts: every step of every parameter is η long.",
        {"s": ("sign", "s")},
    ),
}
"""By name, in the order in which a lesson meets them."""

COMMON_WORDS: Mapping[str, tuple[str, ...]] = {"w": ("w",), "g": ("d_w", "g"), "eta": ("learning_rate", "rate")}
"""What stands for a symbol in every rule's code."""
