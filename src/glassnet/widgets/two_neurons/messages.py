"""The messages of the two neurons."""

from dataclasses import dataclass
from typing import Annotated

from glassnet.widgets.wire import Length, Limits, Reply, Request

INPUTS = 3
MAX_WEIGHT = 5.0

WeightValue = Annotated[float, Limits(-MAX_WEIGHT, MAX_WEIGHT)]


@dataclass(frozen=True)
class Open(Request):
    """Show the neuron as it is at first."""


@dataclass(frozen=True)
class Decide(Request):
    """Say what the neuron answers to inputs, each 0 or 1."""

    inputs: Annotated[tuple[Annotated[int, Limits(0, 1)], ...], Length(INPUTS, INPUTS)]
    weight: Annotated[tuple[WeightValue, ...], Length(INPUTS, INPUTS)]
    bias: WeightValue


@dataclass(frozen=True)
class NeuronView(Reply):
    """The question, the inputs, and the neuron's answer: input times weight, their sum with the bias, 1 or 0."""

    names: tuple[str, ...]
    yes: str
    no: str
    inputs: tuple[int, ...]
    weight: tuple[float, ...]
    bias: float
    products: tuple[float, ...]
    z: float
    answer: int
