"""The Python side of the two neurons: one request in, one reply out."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from glassnet.study.perceptron import Perceptron
from glassnet.widgets.two_neurons.messages import Decide, NeuronView, Open
from glassnet.widgets.wire import Answer, Session, answers

NAMES = ("the sun shines", "friends are outside", "homework is waiting")
YES, NO = "go outside", "stay inside"
INPUTS, WEIGHT, BIAS = (1, 0, 1), (2.0, 3.0, -4.0), -1.0
"""What the neuron opens with."""


class TwoNeuronsSession(Session):
    """One reader's neuron.

    Attributes:
        settings: inputs, weights, bias and answer, as a dict.

    >>> ask = {"id": 1, "kind": "decide", "inputs": [1, 1, 1], "weight": [2, 3, -4], "bias": -1}
    >>> head, _ = TwoNeuronsSession().handle(ask)
    >>> head["products"], head["z"], head["answer"]
    ([2.0, 3.0, -4.0], 0.0, 1)
    """

    def __init__(self) -> None:
        self.settings: dict[str, Any] = {}
        self._view(INPUTS, WEIGHT, BIAS)

    @answers
    def _open(self, _: Open) -> Answer[NeuronView]:
        return Answer(self._view(INPUTS, WEIGHT, BIAS))

    @answers
    def _decide(self, request: Decide) -> Answer[NeuronView]:
        return Answer(self._view(request.inputs, request.weight, request.bias))

    def _view(self, inputs: Sequence[int], weight: Sequence[float], bias: float) -> NeuronView:
        x, neuron = np.array(inputs, float), Perceptron(np.array(weight), bias)
        z, answer = float(neuron.sums(x[None])[0]), int(neuron.decide(x[None])[0])
        self.settings = {"inputs": list(inputs), "weight": list(weight), "bias": bias, "answer": answer}
        products = tuple(float(product) for product in x * neuron.weight)
        return NeuronView(NAMES, YES, NO, tuple(inputs), tuple(weight), bias, products, z, answer)
