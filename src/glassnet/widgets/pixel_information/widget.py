"""Pixel information in a notebook."""

from typing import Any

from glassnet.widgets.host import HostedWidget
from glassnet.widgets.pixel_information.session import InformationSession


class PixelInformation(HostedWidget):
    """Entropy of each pixel of handwritten digits, and its mutual information with the digit.

    It takes no arguments.

    >>> head, _ = PixelInformation().answer({"id": 1, "kind": "open"})
    >>> head["levels"], head["side"]
    ([2, 4, 8, 17], 8)
    """

    _page = "pixel_information"

    def __init__(self) -> None:
        self._session = InformationSession()
        super().__init__()

    def answer(self, request: object) -> tuple[dict[str, Any], list[bytes]]:
        """Return head and buffers of the reply to one request."""
        return self._session.handle(request)
