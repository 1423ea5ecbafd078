"""The descent playground in a notebook."""

from typing import Any

from glassnet.widgets.descent_playground.session import DescentSession
from glassnet.widgets.host import HostedWidget, bundle


class DescentPlayground(HostedWidget):
    """A race of update rules down a landscape, and gradient descent with different batch sizes.

    It takes no arguments: everything is chosen on the page.

    Attributes:
        settings: landscape, start, rate, adaptive (the rate of adaptive rules), momentum, noise, steps and
            rules of the race shown, as a dict.

    >>> DescentPlayground().answer({"id": 1, "kind": "surface", "landscape": "bowl"})[0]["start"]
    [-2.4, 1.8]
    """

    _esm = bundle("descent_playground.js")

    def __init__(self) -> None:
        self._session = DescentSession()
        super().__init__()

    @property
    def settings(self) -> dict[str, Any]:
        """The settings of the race shown."""
        return dict(self._session.settings)

    def answer(self, request: object) -> tuple[dict[str, Any], list[bytes]]:
        """Return head and buffers of the reply to one request."""
        return self._session.handle(request)
