"""What the perceptron can be tried on: gates, words, messages, loans, a disc."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from glassnet.base.arrays import Array
from glassnet.base.random import stream
from glassnet.data import circle

CORNERS = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
DRAWN, MARGIN = 32, 1.0

Points = tuple[Array, Array]


@dataclass(frozen=True, eq=False)
class Example:
    """Points of two classes in the plane.

    Arguments:
        label: its name in the list.
        x_label, y_label: the features.
        no, yes: what the classes 0 and 1 are.
        reach: both axes show this range.
        start: the weights and the bias that it opens with.
        make: returns the points, shape (points, 2), and their classes, shape (points,).
    """

    label: str
    x_label: str
    y_label: str
    no: str
    yes: str
    reach: tuple[float, float]
    start: tuple[float, float, float]
    make: Callable[[], Points]

    @cached_property
    def points(self) -> Points:
        """The points and their classes."""
        return self.make()


def _gate(label: str, answers: tuple[int, int, int, int]) -> Example:
    return Example(label, "x₁", "x₂", "0", "1", (-0.5, 1.5), (1.0, -1.0, 0.5), lambda: (CORNERS, np.array(answers)))


def _words(label: str, one: str, other: str, answers: tuple[int, int, int, int]) -> Example:
    has = (f"“{one}”: 0 no, 1 yes", f"“{other}”: 0 no, 1 yes")
    start = (1.0, -1.0, 0.5)
    return Example(label, *has, "fine", "spam", (-0.5, 1.5), start, lambda: (CORNERS, np.array(answers)))


def _divided(name: str, seed: int, weight: tuple[float, float], bias: float) -> Callable[[], Points]:
    """Return points between 0 and 10 that a line divides, none of them nearer to it than the margin."""

    def make() -> Points:
        drawn = stream(seed).child(name).uniform((DRAWN, 2), 0.5, 9.5, "float64").round(1)
        away = (drawn @ np.array(weight) + bias) / np.hypot(*weight)
        kept = np.abs(away) > MARGIN
        return drawn[kept], (away[kept] > 0).astype(int)

    return make


def _disc() -> Points:
    data = circle(60, noise=0.0, seed=2)
    return data.x, np.asarray(data.y)


EXAMPLES: Mapping[str, Example] = {
    "loan": Example(
        "Loan: credit score and income",
        "credit score, hundreds",
        "income, thousands a month",
        "refused",
        "granted",
        (0.0, 10.0),
        (1.0, -1.0, 1.0),
        _divided("loan", 20, (1.0, 1.0), -10.0),
    ),
    "spam": Example(
        "Spam: length and links",
        "length, in lines",
        "number of links",
        "fine",
        "spam",
        (0.0, 10.0),
        (1.0, 1.0, -12.0),
        _divided("points", 51, (-0.6, 1.0), -1.0),
    ),
    "and": _gate("AND: both", (0, 0, 0, 1)),
    "or": _gate("OR: at least one", (0, 1, 1, 1)),
    "nand": _gate("NAND: not both", (1, 1, 1, 0)),
    "xor": _gate("XOR: exactly one", (0, 1, 1, 0)),
    "words": _words("Spam: either word", "winner", "prize", (0, 1, 1, 1)),
    "pair": _words("Spam: one word without the other", "order", "number", (0, 1, 1, 0)),
    "disc": Example(
        "Inside or outside a circle",
        "x₁",
        "x₂",
        "outside",
        "inside",
        (-1.8, 1.8),
        (1.0, 0.5, 0.2),
        _disc,
    ),
}
"""By name."""
