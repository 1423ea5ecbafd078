"""The Python side of the hillside: one request in, one reply out."""

import numpy as np

from glassnet.widgets.hillside.curve import VALLEY, X_RANGE, Y_RANGE, height, slope, walk
from glassnet.widgets.hillside.messages import CurveView, Open, Walk, WalkView
from glassnet.widgets.wire import Answer, Session, answers
from glassnet.widgets.wire.writing import floats

CURVE_POINTS = 211
START, RATE, STEPS = 3.0, 0.02, 30
"""Where the walker stands as the page opens, its learning rate and its steps."""


class HillsideSession(Session):
    """One reader's hillside. It keeps nothing.

    >>> head, _ = HillsideSession().handle({"id": 1, "kind": "walk", "start": 1.0, "rate": 0.1, "steps": 1})
    >>> head["places"], head["slopes"]
    ([1.0, 1.5], [-5.0, -6.75])
    """

    @answers
    def _open(self, _: Open) -> Answer[CurveView]:
        x = np.linspace(*X_RANGE, CURVE_POINTS)
        return Answer(
            CurveView(X_RANGE, Y_RANGE, VALLEY, START, RATE, STEPS),
            [floats(np.stack([x, height(x)]))],
        )

    @answers
    def _walk(self, request: Walk) -> Answer[WalkView]:
        places = walk(request.start, request.rate, request.steps)
        with np.errstate(over="ignore"):
            heights, slopes = height(places), slope(places)
        return Answer(WalkView(tuple(places), tuple(heights), tuple(slopes)))
