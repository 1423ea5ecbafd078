"""The replay in a notebook."""

from collections.abc import Sequence
from typing import Any

from glassnet.base.arguments import checked
from glassnet.base.arrays import Array
from glassnet.widgets.host import HostedWidget
from glassnet.widgets.replay.session import Predict, ReplaySession


class Replay(HostedWidget):
    """A training of your own that is over, played back: the loss curve, and the decision map at every epoch.

    Arguments:
        losses: the loss before training and after every epoch.
        predict: from an epoch and points (n, 2) to the probabilities of class 1 (n,).
        x, y: the points (n, 2) and their classes (n,), within −2 to 2.
        epochs: those to be shown, in order; at most 200.
        goal: a loss to mark.

    Raises:
        DataError: an epoch has no loss, or there are too many.

    >>> import numpy as np
    >>> x, y = np.zeros((2, 2)), np.array([0, 1])
    >>> replay = Replay(np.array([0.5, 0.1]), lambda epoch, x: np.full(len(x), epoch), x, y, epochs=(0, 1), goal=0.2)
    >>> replay.answer({"id": 1, "kind": "look", "place": 0})[0]["loss"]
    0.5
    """

    _page = "replay"

    @checked
    def __init__(
        self, losses: Array, predict: Predict, x: Array, y: Array, *, epochs: Sequence[int], goal: float
    ) -> None:
        self._session = ReplaySession(losses, predict, x, y, epochs, goal)
        super().__init__()

    def answer(self, request: object) -> tuple[dict[str, Any], list[bytes]]:
        """Return head and buffers of the reply to one request."""
        return self._session.handle(request)
