"""The slope triangle in a notebook."""

from typing import Any

from glassnet.widgets.host import HostedWidget
from glassnet.widgets.slope_triangle.session import SlopeSession


class SlopeTriangle(HostedWidget):
    """What a slope is: a small step to the right, and how much higher the curve is there.

    Arguments:
        curve: "squared_error", "absolute_error", "cross_entropy" or "valley", the curve of the hillside.

    Raises:
        UnknownNameError: there is no such curve.

    >>> head, _ = SlopeTriangle().answer({"id": 1, "kind": "nudge", "curve": "absolute_error", "x": 3, "width": 0})
    >>> head["rise"], head["slope"]
    (1.0, 1.0)
    """

    _page = "slope_triangle"

    def __init__(self, curve: str = "squared_error") -> None:
        self._session = SlopeSession(curve)
        super().__init__()

    def answer(self, request: object) -> tuple[dict[str, Any], list[bytes]]:
        """Return head and buffers of the reply to one request."""
        return self._session.handle(request)
