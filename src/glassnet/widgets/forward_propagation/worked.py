"""The worked networks: small examples whose inputs a reader sets in everyday units."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from glassnet.data import gaussians
from glassnet.widgets.backpropagation.examples import EXAMPLES
from glassnet.widgets.small_networks import Example, numbers


@dataclass(frozen=True)
class InputRange:
    """An input as the reader sets it: the network gets it divided by `scale`.

    Arguments:
        name, unit: what it is, and what it is measured in.
        low, high, step: the values that can be set.
        scale: what one unit of the network's input is worth.
    """

    name: str
    unit: str
    low: float
    high: float
    step: float
    scale: float = 1.0


@dataclass(frozen=True)
class Preset:
    """Inputs to begin with, in everyday units, and what they stand for."""

    label: str
    x: tuple[float, ...]


@dataclass(frozen=True)
class Worked:
    """A worked network.

    Arguments:
        example: the network with its first parameters and its data.
        inputs: how each input is set.
        presets: inputs worth a look; the first is shown first.
        says: what a prediction means, in words.
        hidden: names of the hidden neurons, by layer; without them they are numbered.
        updates: the length of the training whose result can be looked at as well; 0 if there is none.
    """

    example: Example
    inputs: tuple[InputRange, ...]
    presets: tuple[Preset, ...]
    says: Callable[[Sequence[float]], str]
    hidden: tuple[tuple[str, ...], ...] = ()
    updates: int = 0


def says_buys(prediction: Sequence[float]) -> str:
    """Say what a probability to buy means.

    >>> says_buys([0.576])
    '58 % likely to buy'
    """
    return f"{prediction[0]:.0%} likely to buy".replace("%", " %")


def says_price(prediction: Sequence[float]) -> str:
    """Say a price; the network counts in hundreds of thousands.

    >>> says_price([3.0])
    'a price of 300,000'
    """
    return f"a price of {100_000 * prediction[0]:,.0f}".replace("-", "−")


def says_score(prediction: Sequence[float]) -> str:
    """Say a score; the network counts in hundreds of points.

    >>> says_score([0.569])
    '57 of 100 points'
    """
    return f"{100 * prediction[0]:.0f} of 100 points".replace("-", "−")


ACTIONS = ("accelerate", "brake", "turn")


def says_action(prediction: Sequence[float]) -> str:
    """Say what a driver should do: the most probable of three.

    >>> says_action([0.1, 0.75, 0.15])
    'brake: 75 %, the largest of the three'
    """
    best = int(np.argmax(prediction))
    return f"{ACTIONS[best]}: {100 * prediction[best]:.0f} %, the largest of the three"


def says_colour(prediction: Sequence[float]) -> str:
    """Say the class of a point.

    >>> says_colour([0.2])
    'orange, with a probability of 80 %'
    """
    blue = prediction[0]
    return f"{'blue' if blue >= 0.5 else 'orange'}, with a probability of {100 * max(blue, 1 - blue):.0f} %"


def age_income() -> Worked:
    """Return the network that the lessons begin with: 2-2-1, ReLU and sigmoid."""
    return Worked(
        EXAMPLES["age_income"],
        (InputRange("age", "years", 18, 90, 1, 100), InputRange("income", "", 0, 150_000, 1_000, 100_000)),
        (
            Preset("30 years, income 60,000", (30, 60_000)),
            Preset("70 years, income 20,000", (70, 20_000)),
            Preset("25 years, income 120,000", (25, 120_000)),
        ),
        says_buys,
    )


def house_price() -> Worked:
    """Return a network that predicts 300,000 for a house that costs 350,000."""
    example = Example(
        "House price",
        "120 m², a location of 8 out of 10, five rooms. The network gets 1.2, 0.8 and 0.5 and counts prices in "
        "hundreds of thousands.",
        ((2, "relu"), (1, "linear")),
        "mean_squared_error",
        ((1.2, 0.8, 0.5),),
        (3.5,),
        (
            (((1.0, 0.5), (0.5, 1.0), (0.4, -0.4)), (0.2, -0.2)),
            (((1.1,), (0.6,)), (0.2,)),
        ),
        0.02,
        ("size", "location", "rooms"),
        ("price",),
    )
    ranges = (
        InputRange("size", "m²", 20, 300, 5, 100),
        InputRange("location", "of 10", 0, 10, 1, 10),
        InputRange("rooms", "", 1, 12, 1, 10),
    )
    presets = (
        Preset("120 m², good location, 5 rooms", (120, 8, 5)),
        Preset("40 m², poor location, 2 rooms", (40, 2, 2)),
        Preset("200 m², best location, 8 rooms", (200, 10, 8)),
    )
    return Worked(example, ranges, presets, says_price)


def student() -> Worked:
    """Return the student's network: study and sleep make knowledge and energy, and those a score."""
    return Worked(
        EXAMPLES["student"],
        (InputRange("study", "hours", 0, 10, 0.5, 10), InputRange("sleep", "hours", 0, 10, 0.5, 10)),
        (
            Preset("6 hours of study, 7 of sleep", (6, 7)),
            Preset("10 hours of study, 2 of sleep", (10, 2)),
            Preset("no study, 10 hours of sleep", (0, 10)),
        ),
        says_score,
        hidden=(("knowledge", "energy"),),
    )


def driving() -> Worked:
    """Return a driver with three hidden neurons and three possible actions, whose probabilities add up to 1."""
    example = Example(
        "Accelerate, brake or turn?",
        "Distance to what is ahead, own speed, angle to the lane. Softmax turns three scores into probabilities.",
        ((3, "relu"), (3, "softmax")),
        "sparse_categorical_cross_entropy",
        ((1.0, 0.5, 0.0), (0.3, 0.8, 0.1), (0.8, 0.6, 0.6)),
        (0, 1, 2),
        (
            (((-1.0, 0.0, 0.0), (1.0, 0.0, 0.0), (0.0, 1.0, -1.0)), (0.0, 0.0, 0.0)),
            (((-3.0, 4.0, 0.0), (-1.0, 0.0, 4.0), (-1.0, 0.0, 4.0)), (1.0, -0.5, -0.5)),
        ),
        0.1,
        ("distance", "speed", "lane angle"),
        ACTIONS,
    )
    ranges = (
        InputRange("distance", "m", 0, 150, 5, 100),
        InputRange("speed", "km/h", 0, 130, 5, 100),
        InputRange("lane angle", "°", -10, 10, 1, 10),
    )
    presets = (
        Preset("30 m ahead, 80 km/h", (30, 80, 1)),
        Preset("clear road, 50 km/h", (100, 50, 0)),
        Preset("drifting off to the right", (80, 60, 6)),
    )
    return Worked(example, ranges, presets, says_action, hidden=(("too close", "drifts right", "drifts left"),))


SAMPLES, UPDATES = 40, 200
"""Of the two clouds, and of the training that tells them apart."""


def clouds() -> Worked:
    """Return a 2-3-1 network for two clouds of points, which can be looked at before and after its training."""
    data = gaussians(SAMPLES, noise=0.0, seed=1, validation=0.0)
    example = Example(
        "Two clouds of points",
        "One point of each class, before and after training. Before it, its weights are arbitrary, as is the answer.",
        ((3, "tanh"), (1, "sigmoid")),
        "binary_cross_entropy",
        numbers(data.x),
        tuple(float(y) for y in data.y),
        (
            (((0.5, -0.3, 0.2), (-0.4, 0.1, 0.6)), (0.0, 0.0, 0.0)),
            (((0.4,), (0.3,), (-0.5,)), (0.0,)),
        ),
        0.5,
        ("x₁", "x₂"),
        ("blue",),
    )
    orange, blue = (tuple(float(value) for value in data.x[data.y == y][0].round(1)) for y in (0, 1))
    ranges = (InputRange("x₁", "", -2, 2, 0.1), InputRange("x₂", "", -2, 2, 0.1))
    presets = (Preset("an orange point", orange), Preset("a blue point", blue))
    return Worked(example, ranges, presets, says_colour, updates=UPDATES)


WORKED: Mapping[str, Callable[[], Worked]] = {
    "age_income": age_income,
    "house_price": house_price,
    "student": student,
    "driving": driving,
    "clouds": clouds,
}
"""By name, in the order in which they are offered."""
