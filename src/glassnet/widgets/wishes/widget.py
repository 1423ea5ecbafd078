"""The wishes in a notebook."""

from typing import Any

from glassnet.widgets.host import HostedWidget
from glassnet.widgets.wishes.session import WishesSession


class Wishes(HostedWidget):
    """Backpropagation without a formula: what each output of a network that reads digits wishes its layer before to do.

    >>> Wishes().answer({"id": 1, "kind": "open", "picture": 1, "updates": 0})[0]["target"]
    1
    """

    _page = "wishes"

    def __init__(self) -> None:
        self._session = WishesSession()
        super().__init__()

    def answer(self, request: object) -> tuple[dict[str, Any], list[bytes]]:
        """Return head and buffers of the reply to one request."""
        return self._session.handle(request)
