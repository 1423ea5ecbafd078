"""Guess the picture, in a notebook."""

from typing import Any

from glassnet.widgets.guess_the_picture.session import GuessSession
from glassnet.widgets.host import HostedWidget


class GuessThePicture(HostedWidget):
    """A picture as a network gets it: a grid of numbers, which get their colours when a button is pressed.

    It takes no arguments: the button goes on to the next picture.

    >>> head, _ = GuessThePicture().answer({"id": 1, "kind": "reveal", "number": 1})
    >>> head["words"]
    'the digit 7'
    """

    _page = "guess_the_picture"

    def __init__(self) -> None:
        self._session = GuessSession()
        super().__init__()

    def answer(self, request: object) -> tuple[dict[str, Any], list[bytes]]:
        """Return head and buffers of the reply to one request."""
        return self._session.handle(request)
