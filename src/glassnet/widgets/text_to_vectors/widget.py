"""Text to vectors in a notebook."""

from typing import Any

from glassnet.widgets.host import HostedWidget
from glassnet.widgets.text_to_vectors.session import WordsSession


class TextToVectors(HostedWidget):
    """Text as one-hot vectors, bags of words and TF-IDF; and word vectors, trained live.

    Arguments:
        view: what it opens with: "counting" or "learning".

    Raises:
        UnknownNameError: there is no such view.

    >>> head, _ = TextToVectors().answer({"id": 1, "kind": "upload", "name": "notes.txt", "size": 0})
    >>> head["message"]
    'notes.txt is empty (0 bytes). Choose another file.'
    """

    _page = "text_to_vectors"

    def __init__(self, view: str = "counting") -> None:
        self._session = WordsSession(view)
        super().__init__()

    def answer(self, request: object) -> tuple[dict[str, Any], list[bytes]]:
        """Return head and buffers of the reply to one request."""
        return self._session.handle(request)
