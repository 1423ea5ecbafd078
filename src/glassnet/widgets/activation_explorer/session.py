"""The Python side of the activation explorer: one request in, one reply out."""

import math
from collections.abc import Sequence

import numpy as np

from glassnet.nn.activations import Activation
from glassnet.widgets.activation_explorer.functions import FUNCTIONS, Alphas, Measures, measure_named, value_and_slope
from glassnet.widgets.activation_explorer.messages import (
    MAX_SHOWN,
    Curves,
    CurvesView,
    FunctionAt,
    Functions,
    FunctionsView,
)
from glassnet.widgets.wire import Answer, Session, answers
from glassnet.widgets.wire.common import Choice
from glassnet.widgets.wire.writing import floats

PLACES = 241


class ActivationSession(Session):
    """One reader's explorer.

    Arguments:
        shown: the names of the activations shown at first.
        z: where the point stands at first.
        reach: the axis goes from −reach to reach.

    Attributes:
        settings: what is shown, as a dict.

    >>> request = {"id": 1, "kind": "curves", "functions": ["sigmoid"], "z": 1.0}
    >>> head, buffers = ActivationSession(["sigmoid"], 1.0, 5.0).handle(request)
    >>> round(head["functions"][0]["value"], 4), round(head["functions"][0]["slope"], 4)
    (0.7311, 0.1966)
    """

    def __init__(self, shown: Sequence[str], z: float, reach: float) -> None:
        self.settings = {"functions": list(shown), "z": z, "reach": reach}
        self._first = FunctionsView(
            tuple(Choice(name, label) for name, (label, _) in FUNCTIONS.items()), tuple(shown), MAX_SHOWN, z, reach
        )

    @answers
    def _functions(self, _: Functions) -> Answer[FunctionsView]:
        return Answer(self._first)

    @answers
    def _curves(self, request: Curves) -> Answer[CurvesView]:
        alphas, names = Alphas(request.leaky, request.elu), tuple(dict.fromkeys(request.functions))
        zs = np.linspace(-request.reach, request.reach, PLACES)
        rows, buffers = [], [floats(zs)]
        for name in names:
            activation = FUNCTIONS[name][1](alphas)
            values, slopes = value_and_slope(activation, zs)
            rows.append(_describe(name, activation, measure_named(name, alphas), request.z))
            buffers += [floats(values), floats(slopes)]
        self.settings = {"functions": list(names), "z": request.z, "reach": request.reach}
        return Answer(CurvesView(tuple(rows), request.z, request.reach), buffers)


def _describe(name: str, activation: Activation, found: Measures, z: float) -> FunctionAt:
    value, slope = value_and_slope(activation, np.array([z]))
    lowest, highest = (float(bound) if math.isfinite(bound) else None for bound in activation.bounds)
    label, _ = FUNCTIONS[name]
    return FunctionAt(
        name, label, float(value[0]), float(slope[0]), lowest, highest, found.mean, found.zeros, _saturates(found)
    )


def _saturates(found: Measures) -> str:
    return {
        (True, True): "on both sides",
        (True, False): "on the left",
        (False, True): "on the right",
        (False, False): "nowhere",
    }[found.flat_left, found.flat_right]
