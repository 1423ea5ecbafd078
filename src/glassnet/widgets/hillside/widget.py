"""The hillside in a notebook."""

from typing import Any

from glassnet.widgets.hillside.session import HillsideSession
from glassnet.widgets.host import HostedWidget


class Hillside(HostedWidget):
    """A walk down a curve in the fog: only the ground under the walker's feet is seen.

    >>> Hillside().answer({"id": 1, "kind": "open"})[0]["start"]
    3.0
    """

    _page = "hillside"

    def __init__(self) -> None:
        self._session = HillsideSession()
        super().__init__()

    def answer(self, request: object) -> tuple[dict[str, Any], list[bytes]]:
        """Return head and buffers of the reply to one request."""
        return self._session.handle(request)
