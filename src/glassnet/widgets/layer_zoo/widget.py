"""The layer zoo in a notebook."""

from typing import Any

from glassnet.base.checks import whole_number
from glassnet.widgets.host import HostedWidget
from glassnet.widgets.layer_zoo.messages import MAX_NUMBER
from glassnet.widgets.layer_zoo.session import ZooSession


class LayerZoo(HostedWidget):
    """Twelve kinds of layers in miniature: a real layer of each kind changes a real input.

    Arguments:
        number: the input shown first, from 0.

    Raises:
        SettingError: the number is out of range.

    >>> len(LayerZoo().answer({"id": 1, "kind": "open"})[0]["exhibits"])
    12
    """

    _page = "layer_zoo"

    def __init__(self, number: int = 0) -> None:
        self._session = ZooSession(whole_number("number", number, minimum=0, maximum=MAX_NUMBER))
        super().__init__()

    def answer(self, request: object) -> tuple[dict[str, Any], list[bytes]]:
        """Return head and buffers of the reply to one request."""
        return self._session.handle(request)
