"""What is averaged: a few walks, a month of them, a road under a bicycle, the gradient of one weight."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

import numpy as np

from glassnet import SGD, Dense, Network, Recipe, Run
from glassnet.base.arrays import Array
from glassnet.base.random import stream
from glassnet.data import moons

DAYS, METRES, STEPS = 30, 60, 60


@dataclass(frozen=True, eq=False)
class Series:
    """A series of numbers.

    Arguments:
        label: its name for readers.
        words: one sentence about it.
        place: what one number belongs to: "day", "metre", "step".
        unit: of the numbers; "" if they have none.
        make: returns them, shape (n,).
    """

    label: str
    words: str
    place: str
    unit: str
    make: Callable[[], Array]


def walks() -> Array:
    """Return the kilometres of three walks."""
    return np.array([2.0, 3.0, 4.0])


def month() -> Array:
    """Return the kilometres of a month of walks, about 3 a day and more towards the end."""
    days = np.arange(DAYS)
    noise = stream(2).child("walks").normal((DAYS,), dtype="float64")
    return np.maximum(0.0, np.where(days < 18, 2.5, 4.5) + 0.9 * noise).round(1)


def road() -> Array:
    """Return the height of a road in cm, metre by metre: bumps, and a kerb of 12 cm half-way."""
    bumps = 2.0 * stream(5).child("road").normal((METRES,), dtype="float64")
    return np.where(np.arange(METRES) < METRES // 2, 0.0, 12.0) + bumps


@cache
def gradient() -> Array:
    """Return the gradient of one weight in the first steps of a small network that sees one point at a time."""
    network = Network([Dense(4, "tanh"), Dense(1, "sigmoid")])
    run = Run(network, Recipe("binary_cross_entropy", SGD(0.1), batch_size=1, dtype="float64"), moons(200, noise=0.1))
    run.advance(STEPS)
    return np.array([float(run.at(step).grads["dense_2"]["weight"][0, 0]) for step in range(STEPS)])


SERIES: Mapping[str, Series] = {
    "walks": Series("Three walks", "2, 3 and 4 km on three days.", "day", "km", walks),
    "month": Series("A month of walks", "About 2.5 km a day, and after two and a half weeks 4.5.", "day", "km", month),
    "road": Series(
        "A bumpy road",
        "A road under a bicycle, with a kerb half-way. The average is the saddle: the larger β, the softer.",
        "metre",
        "cm",
        road,
    ),
    "gradient": Series(
        "A real gradient",
        "The slope for one weight of a small network, measured on one point after the other.",
        "step",
        "",
        gradient,
    ),
}
