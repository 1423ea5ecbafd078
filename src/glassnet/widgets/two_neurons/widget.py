"""The two neurons in a notebook."""

from typing import Any

from glassnet.widgets.host import HostedWidget
from glassnet.widgets.two_neurons.session import TwoNeuronsSession


class TwoNeurons(HostedWidget):
    """A nerve cell beside an artificial neuron: what corresponds lights up together, and a signal runs through both.

    Attributes:
        settings: inputs, weights, bias and answer, as a dict.

    >>> TwoNeurons().settings["answer"]
    0
    """

    _page = "two_neurons"

    def __init__(self) -> None:
        self._session = TwoNeuronsSession()
        super().__init__()

    @property
    def settings(self) -> dict[str, Any]:
        """Inputs, weights, bias and answer."""
        return dict(self._session.settings)

    def answer(self, request: object) -> tuple[dict[str, Any], list[bytes]]:
        """Return head and buffers of the reply to one request."""
        return self._session.handle(request)
