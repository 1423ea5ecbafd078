"""The sure-and-wrong neuron in a notebook."""

from typing import Any

from glassnet.widgets.host import HostedWidget
from glassnet.widgets.sure_and_wrong.session import NeuronSession


class SureAndWrong(HostedWidget):
    """A neuron that is sure and wrong, corrected twice: by the squared error and by cross-entropy.

    Arguments:
        sure: the probability that it gives to the wrong answer at first, 0.5 to 0.999.
        rate: the learning rate, above 0 and at most 5.

    Raises:
        SettingError: a setting is out of its range.

    >>> head, _ = SureAndWrong(sure=0.5).answer({"id": 1, "kind": "open"})
    >>> head["halfway"]
    [1, 1]
    """

    _page = "sure_and_wrong"

    def __init__(self, sure: float = 0.99, *, rate: float = 0.3) -> None:
        self._session = NeuronSession(sure, rate)
        super().__init__()

    def answer(self, request: object) -> tuple[dict[str, Any], list[bytes]]:
        """Return head and buffers of the reply to one request."""
        return self._session.handle(request)
