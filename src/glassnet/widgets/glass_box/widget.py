"""The glass box in a notebook."""

from typing import Any

from glassnet.widgets.glass_box.session import GlassBoxSession
from glassnet.widgets.host import HostedWidget


class GlassBox(HostedWidget):
    """A trained network that reads a digit you draw: first as a closed box, then with every number in it.

    >>> head, _ = GlassBox().answer({"id": 1, "kind": "open"})
    >>> head["parameters"]
    910
    """

    _page = "glass_box"

    def __init__(self) -> None:
        self._session = GlassBoxSession()
        super().__init__()

    def answer(self, request: object) -> tuple[dict[str, Any], list[bytes]]:
        """Return head and buffers of the reply to one request."""
        return self._session.handle(request)
