"""The Python side of the bump builder: one request in, one reply out."""

from typing import Any

import numpy as np

from glassnet.base.arrays import Array
from glassnet.widgets.bump_builder.bumps import KNOTS, TARGETS, Bumps, middles
from glassnet.widgets.bump_builder.messages import MOST_BUMPS, OWN, STEEPEST, Build, Built, Open, Opening
from glassnet.widgets.wire import Answer, Session, answers
from glassnet.widgets.wire.common import Choice
from glassnet.widgets.wire.writing import floats

PLACES = 401
STEEP = 12.0
FIRST_OWN = (0.2, 0.8, 0.4, 0.9, 0.3, 0.5, 0.1)


class BumpSession(Session):
    """One reader's bumps.

    Arguments:
        target: the curve shown first.
        bumps: how many bumps at first.

    Attributes:
        settings: the curve, the number of bumps and the largest error, as a dict.

    >>> session = BumpSession("waves", 3)
    >>> own = [0.5] * 7
    >>> ask = {"id": 1, "kind": "build", "target": "waves", "steep": 12, "own": own}
    >>> few, many = (session.handle({**ask, "bumps": bumps})[0] for bumps in (3, 50))
    >>> few["parameters"], many["parameters"], few["largest"] > 5 * many["largest"]
    (19, 301, True)
    """

    def __init__(self, target: str, bumps: int) -> None:
        self._first = (target, bumps)
        self.settings: dict[str, Any] = {}
        self._build_by(Build(target, bumps, STEEP, FIRST_OWN))

    @answers
    def _open(self, _: Open) -> Answer[Opening]:
        choices = (
            *(Choice(name, label) for name, (label, _) in TARGETS.items()),
            Choice(OWN, "your own: drag the dots"),
        )
        target, bumps = self._first
        return Answer(Opening(choices, target, bumps, STEEP, MOST_BUMPS, STEEPEST, tuple(map(float, KNOTS)), FIRST_OWN))

    @answers
    def _build(self, request: Build) -> Answer[Built]:
        return self._build_by(request)

    def _build_by(self, request: Build) -> Answer[Built]:
        x = np.linspace(0, 1, PLACES)
        network = Bumps(_curve(request, middles(request.bumps)), request.steep)
        curve, output = _curve(request, x), network.output(x)
        error = np.abs(output - curve)
        largest = float(error.max())
        self.settings = {"target": request.target, "bumps": request.bumps, "largest": largest}
        built = Built(
            target=request.target,
            bumps=request.bumps,
            units=2 * request.bumps,
            parameters=network.parameters,
            largest=largest,
            mean=float(error.mean()),
        )
        return Answer(built, [floats(values) for values in (x, curve, output, network.bumps(x))])


def _curve(request: Build, x: Array) -> Array:
    if request.target == OWN:
        return np.interp(x, KNOTS, request.own)
    return TARGETS[request.target][1](x)
