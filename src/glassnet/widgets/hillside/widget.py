"""The hillside in a notebook."""

from typing import Any

from glassnet.widgets.hillside.session import HillsideSession
from glassnet.widgets.host import HostedWidget


class Hillside(HostedWidget):
    """A curve to walk down blindfolded, or to nudge: a small triangle on it shows what a slope is.

    Arguments:
        view: "walk", a walk in the fog, or "nudge", the triangle.

    Raises:
        UnknownNameError: there is no such view.

    >>> Hillside("nudge").answer({"id": 1, "kind": "open"})[0]["start"]
    1.5
    """

    _page = "hillside"

    def __init__(self, view: str = "walk") -> None:
        self._session = HillsideSession(view)
        super().__init__()

    def answer(self, request: object) -> tuple[dict[str, Any], list[bytes]]:
        """Return head and buffers of the reply to one request."""
        return self._session.handle(request)
