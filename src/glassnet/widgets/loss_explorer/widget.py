"""The loss explorer in a notebook."""

from typing import Any

from glassnet.widgets.host import HostedWidget, bundle
from glassnet.widgets.loss_explorer.session import LossSession


class LossExplorer(HostedWidget):
    """Losses to explore: as curves, on a line with outliers, and as a surface over two parameters.

    It takes no arguments: everything is chosen on the page.

    >>> head, _ = LossExplorer().answer({"id": 1, "kind": "ball", "model": "line_squared", "at": [0.9, 0.25]})
    >>> round(head["loss"], 3)
    0.042
    """

    _esm = bundle("loss_explorer.js")

    def __init__(self) -> None:
        self._session = LossSession()
        super().__init__()

    def answer(self, request: object) -> tuple[dict[str, Any], list[bytes]]:
        """Return head and buffers of the reply to one request."""
        return self._session.handle(request)
