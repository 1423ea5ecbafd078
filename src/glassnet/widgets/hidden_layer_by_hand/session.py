"""The Python side of the hidden layer by hand: one request in, one reply out."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from glassnet.base.arrays import Array
from glassnet.base.random import stream
from glassnet.nn.layers import Dense
from glassnet.nn.network import Network
from glassnet.nn.passes import forward
from glassnet.study.perceptron import Perceptron
from glassnet.widgets.hidden_layer_by_hand.messages import Judge, Learn, NetworkView, Neuron, Open
from glassnet.widgets.wire import Answer, Session, answers

POINTS = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
XOR = np.array([0, 1, 1, 0])
MOST = 60
"""Corrections after which the output neuron gives up: four points that a line separates need fewer."""
FIRST = ((Neuron((1.0, 1.0), -0.5), Neuron((1.0, 0.0), -0.5)), Neuron((1.0, 0.5), -1.2))
NETWORK = Network([Dense(2, "step"), Dense(1, "step")])
NO_STATE: dict[str, Any] = {name: {} for name in NETWORK.names}


def predict(hidden: Sequence[Neuron], output: Neuron, x: Array) -> tuple[Array, Array]:
    """Return the hidden values, shape (samples, 2), and the answers, shape (samples,), as the engine computes them.

    >>> places, said = predict(*FIRST, POINTS)
    >>> places.tolist(), said.tolist()
    ([[0.0, 0.0], [1.0, 0.0], [1.0, 1.0], [1.0, 1.0]], [0, 0, 1, 1])
    """
    params = {
        "dense_1": {
            "weight": np.array([one.weight for one in hidden]).T,
            "bias": np.array([one.bias for one in hidden]),
        },
        "dense_2": {"weight": np.array(output.weight)[:, None], "bias": np.array([output.bias])},
    }
    answer, tape, _ = forward(NETWORK, params, NO_STATE, x, train=False, rng=stream(0))
    return tape["dense_1"]["a"], answer[:, 0].astype(int)


class HiddenLayerSession(Session):
    """One reader's network.

    Attributes:
        settings: weights and bias of the three neurons as judged last, and how many of the four points are right.

    >>> session = HiddenLayerSession()
    >>> neurons = {"hidden": [{"weight": [1, 1], "bias": -0.5}, {"weight": [-1, -1], "bias": 1.5}]}
    >>> head, _ = session.handle({"id": 1, "kind": "learn", "output": {"weight": [1, 0], "bias": 0}, **neurons})
    >>> head["right"], head["places"]
    (4, [[0.0, 1.0], [1.0, 1.0], [1.0, 1.0], [1.0, 0.0]])
    """

    def __init__(self) -> None:
        self.settings: dict[str, Any] = {}
        self._view(*FIRST)

    @answers
    def _open(self, _: Open) -> Answer[NetworkView]:
        return Answer(self._view(*FIRST))

    @answers
    def _judge(self, request: Judge) -> Answer[NetworkView]:
        return Answer(self._view(request.hidden, request.output))

    @answers
    def _learn(self, request: Learn) -> Answer[NetworkView]:
        places, _ = predict(request.hidden, request.output, POINTS)
        neuron, made = Perceptron(np.array(request.output.weight), request.output.bias), 0
        while (wrong := neuron.mistakes(places, XOR)).size and made < MOST:
            neuron = neuron.correct(places[wrong[0]], XOR[wrong[0]]).after
            made += 1
        weight = (float(neuron.weight[0]), float(neuron.weight[1]))
        return Answer(self._view(request.hidden, Neuron(weight, neuron.bias), made))

    def _view(self, hidden: Sequence[Neuron], output: Neuron, corrections: int = 0) -> NetworkView:
        places, said = predict(hidden, output, POINTS)
        corners = Perceptron(np.array(output.weight), output.bias).decide(POINTS)
        right = int((said == XOR).sum())
        self.settings = {"hidden": [_plain(one) for one in hidden], "output": _plain(output), "right": right}
        return NetworkView(
            points=_pairs(POINTS),
            targets=tuple(int(one) for one in XOR),
            hidden=tuple(hidden),
            output=output,
            places=_pairs(places),
            answers=tuple(int(one) for one in said),
            corners=tuple(int(one) for one in corners),
            right=right,
            corrections=corrections,
            stuck=corrections == MOST,
        )


def _pairs(rows: Array) -> tuple[tuple[float, float], ...]:
    return tuple((float(x), float(y)) for x, y in rows)


def _plain(neuron: Neuron) -> dict[str, Any]:
    return {"weight": list(neuron.weight), "bias": neuron.bias}
