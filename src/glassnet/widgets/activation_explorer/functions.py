"""The activations to explore, and what can be measured of them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from glassnet.base.arrays import Array
from glassnet.base.random import stream
from glassnet.nn.activations import (
    ELU,
    GELU,
    SELU,
    Activation,
    BinaryStep,
    LeakyReLU,
    Linear,
    ReLU,
    Sigmoid,
    SiLU,
    Softplus,
    Tanh,
)

FAR = 40.0
"""A z so large that a function which levels off has done so."""
FLAT = 1e-6
DRAWN = 4_000


@dataclass(frozen=True)
class Alphas:
    """The two slopes and depths that can be chosen.

    Arguments:
        leaky: the slope of the leaky ReLU below 0.
        elu: the depth at which the ELU levels off.
    """

    leaky: float = 0.01
    elu: float = 1.0


FUNCTIONS: Mapping[str, tuple[str, Callable[[Alphas], Activation]]] = {
    "step": ("step", lambda _: BinaryStep()),
    "linear": ("linear", lambda _: Linear()),
    "sigmoid": ("sigmoid", lambda _: Sigmoid()),
    "tanh": ("tanh", lambda _: Tanh()),
    "relu": ("ReLU", lambda _: ReLU()),
    "leaky_relu": ("leaky ReLU", lambda alphas: LeakyReLU(alphas.leaky)),
    "elu": ("ELU", lambda alphas: ELU(alphas.elu)),
    "selu": ("SELU", lambda _: SELU()),
    "softplus": ("softplus", lambda _: Softplus()),
    "gelu": ("GELU", lambda _: GELU()),
    "silu": ("SiLU", lambda _: SiLU()),
}
"""By name, the label and a function from the chosen α to the activation."""


def value_and_slope(activation: Activation, z: Array) -> tuple[Array, Array]:
    """Return g(z) and its derivative at each z, as the engine computes them in training.

    >>> value, slope = value_and_slope(Sigmoid(), np.array([0.0, 1.0]))
    >>> value.round(4).tolist(), slope.round(4).tolist()
    ([0.5, 0.7311], [0.25, 0.1966])
    """
    a = activation.forward(z)
    return a, activation.backward(np.ones_like(z), z, a)


@dataclass(frozen=True)
class Measures:
    """What an activation does to many z drawn from the standard normal distribution, and far out.

    Arguments:
        mean: of the outputs; near 0 if the function is zero-centred.
        zeros: the fraction of outputs that are exactly 0.
        flat_left, flat_right: whether the slope is 0 far to the left and far to the right: there it saturates.
    """

    mean: float
    zeros: float
    flat_left: bool
    flat_right: bool


def measure(activation: Activation) -> Measures:
    """Return the measures of an activation.

    >>> measure(ReLU()).flat_left, measure(ReLU()).flat_right, round(measure(ReLU()).zeros, 2)
    (True, False, 0.5)
    """
    half = stream(0).child("z").normal((DRAWN // 2,), dtype="float64")
    a = activation.forward(np.concatenate([half, -half]))
    _, slopes = value_and_slope(activation, np.array([-FAR, FAR]))
    left, right = np.abs(slopes) < FLAT
    return Measures(float(a.mean()), float((a == 0).mean()), bool(left), bool(right))


@lru_cache(maxsize=64)  # while the point moves, the same ones are asked for in every frame
def measure_named(name: str, alphas: Alphas) -> Measures:
    """Return the measures of the activation of that name."""
    return measure(FUNCTIONS[name][1](alphas))
