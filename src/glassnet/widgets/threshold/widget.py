"""The threshold in a notebook."""

from typing import Any

from glassnet.base.arguments import checked
from glassnet.base.arrays import Array
from glassnet.widgets.host import HostedWidget
from glassnet.widgets.threshold.session import ThresholdSession


class Threshold(HostedWidget):
    """A threshold between yes and no, to be dragged: the four kinds of answers, precision and recall.

    Arguments:
        probability: of "yes", one per sample, from 0 to 1.
        truth: 0 or 1, one per sample.
        names: what is 0 and what is 1.

    Raises:
        DataError: the arrays don't belong together, or have other values.

    >>> import numpy as np
    >>> widget = Threshold(np.array([0.2, 0.9]), np.array([0, 1]), ("no", "yes"))
    >>> widget.answer({"id": 1, "kind": "judge", "threshold": 0.95})[0]["precision"] is None
    True
    """

    _page = "threshold"

    @checked
    def __init__(self, probability: Array, truth: Array, names: tuple[str, str] = ("no", "yes")) -> None:
        self._session = ThresholdSession(probability, truth, names)
        super().__init__()

    def answer(self, request: object) -> tuple[dict[str, Any], list[bytes]]:
        """Return head and buffers of the reply to one request."""
        return self._session.handle(request)
