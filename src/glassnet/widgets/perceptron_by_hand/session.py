"""The Python side of the perceptron by hand: one request in, one reply out."""

from typing import Any

import numpy as np

from glassnet.base.errors import SettingError
from glassnet.explain.reference import parse_reference
from glassnet.study.perceptron import Correction, Perceptron
from glassnet.widgets.explaining import with_terms
from glassnet.widgets.perceptron_by_hand.examples import EXAMPLES
from glassnet.widgets.perceptron_by_hand.messages import (
    Choose,
    ExampleView,
    Explain,
    Explained,
    Judge,
    Judged,
    Learn,
    Learned,
    Open,
    Opening,
)
from glassnet.widgets.wire import Answer, Session, answers
from glassnet.widgets.wire.common import Choice, Named
from glassnet.widgets.wire.writing import floats

SHOWN = ("x[0]", "x[1]", "target", "z", "a", "mistake", "weight_after[0]", "weight_after[1]", "bias_after")
"""The numbers of a correction that the page shows."""
DIGITS = 12


class PerceptronSession(Session):
    """One reader's perceptron.

    Arguments:
        example: the name of the example shown first.

    Attributes:
        settings: the example, weights and bias judged last, and how many points they answer rightly.

    >>> session = PerceptronSession("and")
    >>> head, _ = session.handle({"id": 1, "kind": "judge", "example": "and", "weight": [1, 1], "bias": -1.5})
    >>> head["right"], head["wrong"]
    (4, [])
    >>> head, _ = session.handle({"id": 2, "kind": "learn", "example": "and", "weight": [0, 0], "bias": 0, "begin": 0})
    >>> head["point"], head["weight"], head["bias"]
    (0, [0.0, 0.0], -1.0)
    """

    def __init__(self, example: str = "loan") -> None:
        first = EXAMPLES[example]
        self._first = example
        self.settings: dict[str, Any] = {}
        self._judge_by(example, Perceptron(np.array(first.start[:2]), first.start[2]))

    @answers
    def _open(self, _: Open) -> Answer[Opening]:
        return Answer(Opening(tuple(Choice(name, one.label) for name, one in EXAMPLES.items()), self._first))

    @answers
    def _choose(self, request: Choose) -> Answer[ExampleView]:
        one = EXAMPLES[request.example]
        x, y = one.points
        first, second, bias = one.start
        view = ExampleView(request.example, one.x_label, one.y_label, one.no, one.yes, one.reach, (first, second), bias)
        return Answer(view, [floats(np.column_stack([x, y]))])

    @answers
    def _judge(self, request: Judge) -> Answer[Judged]:
        neuron = Perceptron(np.array(request.weight), request.bias)
        wrong, points = self._judge_by(request.example, neuron)
        return Answer(Judged(request.weight, request.bias, wrong, points - len(wrong), points))

    @answers
    def _learn(self, request: Learn) -> Answer[Learned]:
        neuron, (x, y) = Perceptron(np.array(request.weight), request.bias), EXAMPLES[request.example].points
        wrong = neuron.mistakes(x, y)
        point: int | None = None
        numbers: tuple[Named, ...] = ()
        if wrong.size:
            later = wrong[wrong >= request.begin]
            point = int(later[0] if later.size else wrong[0])
            made = neuron.correct(x[point], y[point])
            numbers, neuron = _numbers(made), made.after
        left, points = self._judge_by(request.example, neuron)
        # Sums of decimals leave a residue, such as -8.9e-16 for 0, which must not stand on the page.
        weight = (round(float(neuron.weight[0]), DIGITS), round(float(neuron.weight[1]), DIGITS))
        return Answer(Learned(point, numbers, weight, round(neuron.bias, DIGITS), left, points - len(left), points))

    @answers
    def _explain(self, request: Explain) -> Answer[Explained]:
        x, y = EXAMPLES[request.example].points
        if request.point >= len(x):
            raise SettingError(f"point must be a whole number from 0 to {len(x) - 1}; got {request.point}.")
        made = Perceptron(np.array(request.weight), request.bias).correct(x[request.point], y[request.point])
        explanation = with_terms(made.explain(parse_reference(request.reference)), request.terms)
        return Answer(Explained(explanation.to_dict()))

    def _judge_by(self, example: str, neuron: Perceptron) -> tuple[tuple[int, ...], int]:
        """Return the points that a perceptron answers wrongly, and how many points there are; keep it as the latest."""
        x, y = EXAMPLES[example].points
        wrong = tuple(int(point) for point in neuron.mistakes(x, y))
        weight = [float(value) for value in neuron.weight]
        self.settings = {"example": example, "weight": weight, "bias": neuron.bias, "right": len(x) - len(wrong)}
        return wrong, len(x)


def _numbers(made: Correction) -> tuple[Named, ...]:
    names = (f"perceptron.{name}" for name in SHOWN)
    return tuple(Named(name, float(made.explain(name).value)) for name in names)
