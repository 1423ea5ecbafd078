"""The Python side of the slope triangle: one request in, one reply out."""

import numpy as np

from glassnet.base.registry import look_up
from glassnet.widgets.slope_triangle.curves import CURVES
from glassnet.widgets.slope_triangle.messages import WIDTHS, CurveView, Draw, Nudge, Open, Opening, Triangle
from glassnet.widgets.wire import Answer, Session, answers
from glassnet.widgets.wire.common import Choice
from glassnet.widgets.wire.writing import floats

PLACES = 241
LEAST = 1e-3
"""How far x stays within the window, so that −ln x has a height."""


class SlopeSession(Session):
    """One reader's triangle. It is stateless but for the curve it opens with.

    >>> request = {"id": 1, "kind": "nudge", "curve": "squared_error", "x": 2.5, "width": 1}
    >>> head, _ = SlopeSession().handle(request)
    >>> [round(ratio, 6) for ratio in head["ratios"]], head["slope"]
    ([4.0, 3.1, 3.01, 3.001], 3.0)
    """

    def __init__(self, curve: str = "squared_error") -> None:
        look_up("curve", curve, CURVES)
        self._curve = curve

    @answers
    def _open(self, _: Open) -> Answer[Opening]:
        curves = tuple(Choice(name, curve.label) for name, curve in CURVES.items())
        return Answer(Opening(curves, self._curve, WIDTHS))

    @answers
    def _draw(self, request: Draw) -> Answer[CurveView]:
        curve = CURVES[request.curve]
        low, high = curve.x_range
        x = np.linspace(low + LEAST, high, PLACES)
        view = CurveView(curve.x_label, curve.y_label, curve.x_range, curve.y_range, curve.at)
        return Answer(view, [floats(x), floats(curve.heights_and_slopes(x)[0])])

    @answers
    def _nudge(self, request: Nudge) -> Answer[Triangle]:
        curve, width = CURVES[request.curve], WIDTHS[request.width]
        low, high = curve.x_range
        x = min(max(request.x, low + LEAST), high - WIDTHS[0])
        height = curve.height(x)
        near = np.linspace(max(x - 1.5 * width, low + LEAST), x + 2.5 * width, PLACES)
        triangle = Triangle(
            x=x,
            height=height,
            width=width,
            rise=curve.height(x + width) - height,
            ratios=tuple(curve.ratio(x, each) for each in WIDTHS),
            slope=curve.slope(x),
        )
        return Answer(triangle, [floats(near), floats(curve.heights_and_slopes(near)[0])])
