"""The Python side of the hillside: one request in, one reply out."""

from dataclasses import dataclass

import numpy as np

from glassnet.base.registry import look_up
from glassnet.widgets.hillside.curve import VALLEY, X_RANGE, Y_RANGE, height, slope, triangle, walk
from glassnet.widgets.hillside.messages import CurveView, Nudge, NudgeView, Open, Walk, WalkView
from glassnet.widgets.wire import Answer, Session, answers
from glassnet.widgets.wire.writing import floats

CURVE_POINTS, CLOSE_POINTS = 211, 41
CLOSE_UP = 1.5
"""The close-up shows this many nudges to both sides."""


@dataclass(frozen=True)
class Opening:
    """How the page opens: where the walker stands, its learning rate and steps, and the length of a nudge."""

    start: float
    rate: float = 0.02
    steps: int = 30
    run: float = 1.0


OPENINGS = {"walk": Opening(start=3.0), "nudge": Opening(start=1.5)}
"""By view."""


class HillsideSession(Session):
    """One reader's hillside. It keeps nothing.

    Arguments:
        view: "walk", a walk in the fog, or "nudge", a small triangle on the curve.

    >>> head, _ = HillsideSession().handle({"id": 1, "kind": "nudge", "x": 1.0, "run": 0.01})
    >>> round(head["rise"], 4), round(head["ratio"], 2), head["slope"]
    (-0.0503, -5.03, -5.0)
    """

    def __init__(self, view: str = "walk") -> None:
        self._opening = look_up("view", view, OPENINGS)
        self._view = view

    @answers
    def _open(self, _: Open) -> Answer[CurveView]:
        x = np.linspace(*X_RANGE, CURVE_POINTS)
        opening = self._opening
        view = CurveView(self._view, X_RANGE, Y_RANGE, VALLEY, opening.start, opening.rate, opening.steps, opening.run)
        return Answer(view, [floats(np.stack([x, height(x)]))])

    @answers
    def _walk(self, request: Walk) -> Answer[WalkView]:
        places = walk(request.start, request.rate, request.steps)
        with np.errstate(over="ignore"):
            heights, slopes = height(places), slope(places)
        return Answer(WalkView(tuple(places), tuple(heights), tuple(slopes)))

    @answers
    def _nudge(self, request: Nudge) -> Answer[NudgeView]:
        seen = triangle(request.x, request.run)
        x = request.x + request.run * np.linspace(-CLOSE_UP, CLOSE_UP + 1, CLOSE_POINTS)
        view = NudgeView(seen.x, seen.run, seen.height, seen.nudged, seen.rise, seen.ratio, float(slope(request.x)))
        return Answer(view, [floats(np.stack([x, height(x)]))])
