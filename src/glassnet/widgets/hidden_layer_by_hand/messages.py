"""The messages of the hidden layer by hand."""

from dataclasses import dataclass
from typing import Annotated

from glassnet.widgets.wire import Length, Limits, Reply, Request

MAX_WEIGHT = 1e4

WeightValue = Annotated[float, Limits(-MAX_WEIGHT, MAX_WEIGHT)]
Weights = tuple[WeightValue, WeightValue]


@dataclass(frozen=True)
class Neuron:
    """Two weights and a bias."""

    weight: Weights
    bias: WeightValue


@dataclass(frozen=True)
class Open(Request):
    """Show the three neurons as they are at first."""


@dataclass(frozen=True)
class Judge(Request):
    """Say what a network of two hidden neurons and one output neuron answers."""

    hidden: Annotated[tuple[Neuron, ...], Length(2, 2)]
    output: Neuron


@dataclass(frozen=True)
class Learn(Request):
    """Let the output neuron learn from its mistakes, while the hidden ones stay as they are."""

    hidden: Annotated[tuple[Neuron, ...], Length(2, 2)]
    output: Neuron


@dataclass(frozen=True)
class NetworkView(Reply):
    """The network, and what it answers for the four points, in the order of `points`.

    `places` are their hidden values, `corners` the output's answers at (0, 0), (0, 1), (1, 0) and (1, 1) of the hidden
    plane. `corrections` is how many the output neuron has just made; `stuck` says that no line separates the places.
    """

    points: tuple[tuple[float, float], ...]
    targets: tuple[int, ...]
    hidden: tuple[Neuron, ...]
    output: Neuron
    places: tuple[tuple[float, float], ...]
    answers: tuple[int, ...]
    corners: tuple[int, ...]
    right: int
    corrections: int
    stuck: bool
