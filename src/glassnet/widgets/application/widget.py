"""An application in a notebook."""

from typing import Any

from glassnet.widgets.application.session import ApplicationSession
from glassnet.widgets.host import HostedWidget


class Application(HostedWidget):
    """A small network on a real task: press a button, watch it learn for a few seconds, then use it yourself.

    Arguments:
        name: "digits" (draw one), "sentences" (write one), "waves" (shape one), "ratings" (rate films), "maze" (change
            it), "sounds" (record one) or "customers" (groups without labels).

    Raises:
        UnknownNameError: there is no such application.

    >>> Application("sentences").answer({"id": 1, "kind": "open"})[0]["title"]
    'Feels the mood of a sentence'
    """

    _page = "application"

    def __init__(self, name: str = "digits") -> None:
        self._session = ApplicationSession(name)
        super().__init__()

    def answer(self, request: object) -> tuple[dict[str, Any], list[bytes]]:
        """Return head and buffers of the reply to one request."""
        return self._session.handle(request)
