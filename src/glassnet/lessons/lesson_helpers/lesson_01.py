"""The experiments and figures of lesson 01, From neuron to perceptron."""

from itertools import product

import numpy as np

from glassnet.base.arrays import Array
from glassnet.figures import Line, Still, line_graph
from glassnet.study.perceptron import Perceptron
from glassnet.widgets.perceptron_by_hand.examples import CORNERS, EXAMPLES

MOST = 1000
"""Corrections after which an experiment gives up."""


def corrections(x: Array, y: Array, most: int = MOST) -> list[Perceptron]:
    """Return a perceptron that begins with zeros, after each of its corrections, until no mistake is left.

    >>> len(corrections(CORNERS, np.array([0, 0, 0, 1])))
    11
    """
    neuron = Perceptron(np.zeros(x.shape[1]))
    made: list[Perceptron] = []
    while len(made) < most and (wrong := neuron.mistakes(x, y)).size:
        neuron = neuron.correct(x[wrong[0]], y[wrong[0]]).after
        made.append(neuron)
    return made


def learnable() -> int:
    """Return how many of the 16 functions of two bits a perceptron learns."""
    targets = [np.array(answers) for answers in product((0, 1), repeat=len(CORNERS))]
    return sum(len(corrections(CORNERS, y)) < MOST for y in targets)


def mistakes_against_weight(second: float, bias: float) -> tuple[Array, Array]:
    """Return values of w₁, and how many loans are decided wrongly with each of them."""
    x, y = EXAMPLES["loan"].points
    first = np.linspace(-2, 6, 321)
    return first, np.array([len(Perceptron(np.array([w, second]), bias).mistakes(x, y)) for w in first], float)


def staircase(second: float, bias: float) -> Still:
    """Draw the number of mistakes against one weight: stairs, level almost everywhere."""
    first, mistakes = mistakes_against_weight(second, bias)
    return line_graph(
        [Line("loans decided wrongly", first, mistakes)],
        label="The number of loans decided wrongly against the weight w₁: stairs that are level almost everywhere.",
        across="w₁",
        up="mistakes",
        x=(-2, 6),
        y=(0, 14),
    )


def level_share(second: float, bias: float) -> float:
    """Return the fraction of steps along the stairs at which the number of mistakes doesn't change."""
    _, mistakes = mistakes_against_weight(second, bias)
    return float((np.diff(mistakes) == 0).mean())


def answers_of(neurons: list[tuple[str, Perceptron]]) -> str:
    """Return a table of what neurons answer for the four corners."""
    said = [neuron.decide(CORNERS) for _, neuron in neurons]
    names = " | ".join(name for name, _ in neurons)
    rows = [
        f"| {x1:g} | {x2:g} | " + " | ".join(str(answers[place]) for answers in said) + " |"
        for place, (x1, x2) in enumerate(CORNERS)
    ]
    return "\n".join([f"| x₁ | x₂ | {names} |", "|:--|:--|" + ":--|" * len(neurons), *rows])


def bound(x: Array, y: Array, weight: Array, bias: float) -> float:
    """Return the most corrections that Novikoff's theorem allows (R / γ)², given a line that separates the points.

    Each point gets a 1 as one more feature, whose weight is the bias.
    """
    longer = np.column_stack([x, np.ones(len(x))])
    whole = np.array([*weight, bias])
    margin = ((2 * y - 1) * (longer @ whole)).min() / np.linalg.norm(whole)
    return float((np.linalg.norm(longer, axis=1).max() / margin) ** 2)
