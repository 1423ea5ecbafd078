"""The Python side of the replay: one request in, one reply out."""

from collections.abc import Callable, Sequence

import numpy as np

from glassnet.base.arrays import Array
from glassnet.base.checks import array_of_numbers, number
from glassnet.base.errors import DataError
from glassnet.widgets.lab.pictures import DOMAIN, grid
from glassnet.widgets.replay.messages import MAX_PLACES, Frame, Look, Open, ReplayView
from glassnet.widgets.wire import Answer, Session, answers
from glassnet.widgets.wire.writing import floats

SIDE = 48

Predict = Callable[[int, Array], Array]


class ReplaySession(Session):
    """A training that is over, to be looked at epoch by epoch.

    Arguments:
        losses: the loss before training and after every epoch.
        predict: from an epoch and points (n, 2) to the probabilities of class 1 (n,).
        x, y: the points (n, 2) and their classes (n,).
        epochs: those to be shown, in order.
        goal: a loss to mark.

    Raises:
        DataError: an epoch has no loss, or there are too many.

    >>> losses, x, y = np.array([0.5, 0.1]), np.zeros((2, 2)), np.array([0, 1])
    >>> session = ReplaySession(losses, lambda epoch, x: np.full(len(x), epoch), x, y, (0, 1), 0.2)
    >>> head, _ = session.handle({"id": 1, "kind": "look", "place": 1})
    >>> head["epoch"], head["loss"], head["right"]
    (1, 0.1, 1)
    """

    def __init__(self, losses: Array, predict: Predict, x: Array, y: Array, epochs: Sequence[int], goal: float) -> None:
        losses = np.atleast_1d(array_of_numbers("losses", losses))
        if not epochs or len(epochs) > MAX_PLACES or min(epochs) < 0 or max(epochs) >= len(losses):
            raise DataError(
                f"A replay shows from 1 to {MAX_PLACES} epochs, each with a loss; "
                f"got {len(epochs)} epochs and {len(losses)} losses."
            )
        self._losses, self._predict = losses, predict
        self._x, self._y = array_of_numbers("x", x), array_of_numbers("y", y)
        if self._x.ndim != 2 or self._x.shape[1] != 2 or self._y.shape != self._x.shape[:1]:
            raise DataError(
                f"A replay needs points x (samples, 2) with classes y (samples,); got {self._x.shape}, {self._y.shape}."
            )
        number("goal", goal)
        self._epochs, self._goal = tuple(epochs), goal

    @answers
    def _open(self, _: Open) -> Answer[ReplayView]:
        points = np.column_stack([self._x, self._y, np.zeros(len(self._x))])
        view = ReplayView(self._epochs, DOMAIN, self._goal, SIDE)
        return Answer(view, [floats(self._losses), floats(points)])

    @answers
    def _look(self, request: Look) -> Answer[Frame]:
        place = min(request.place, len(self._epochs) - 1)
        epoch = self._epochs[place]
        right = int(((self._predict(epoch, self._x) > 0.5) == self._y).sum())
        frame = Frame(place, epoch, float(self._losses[epoch]), right, len(self._x))
        return Answer(frame, [floats(self._predict(epoch, grid(SIDE)))])
