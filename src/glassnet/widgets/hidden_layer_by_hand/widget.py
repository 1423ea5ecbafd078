"""The hidden layer by hand in a notebook."""

from typing import Any

from glassnet.widgets.hidden_layer_by_hand.session import HiddenLayerSession
from glassnet.widgets.host import HostedWidget


class HiddenLayerByHand(HostedWidget):
    """XOR with two hidden neurons whose lines are dragged, and an output neuron that sees only their answers.

    Attributes:
        settings: weights and bias of the three neurons, and how many of the four points are answered rightly.

    >>> HiddenLayerByHand().settings["right"]
    2
    """

    _page = "hidden_layer_by_hand"

    def __init__(self) -> None:
        self._session = HiddenLayerSession()
        super().__init__()

    @property
    def settings(self) -> dict[str, Any]:
        """Weights and bias of the three neurons, and how many of the four points are answered rightly."""
        return dict(self._session.settings)

    def answer(self, request: object) -> tuple[dict[str, Any], list[bytes]]:
        """Return head and buffers of the reply to one request."""
        return self._session.handle(request)
