"""The training progress's Python side: one request in, one reply out."""

from time import perf_counter
from typing import Any

import numpy as np

from glassnet.base.checks import number, whole_number
from glassnet.base.errors import SettingError
from glassnet.run.run import Run
from glassnet.widgets.asking import Fields, Reply, finite, floats, respond

LONGEST_BUDGET_MS = 60
COLUMNS = ("loss", "validation_loss", "validation_accuracy")


class ProgressSession:
    """A run that trains up to a number of epochs, a little with every request.

    Requests have kind "open", "advance" with `budget_ms`, or "rest" when the reader has stopped it. The reply tells
    where training stands; its buffer holds a row for every epoch: its number, loss, validation loss and accuracy.

    Arguments:
        run: what to train; it is trained on in place.
        epochs: where it ends, counted from the run's beginning.

    >>> import glassnet as gn
    >>> recipe = gn.Recipe("sigmoid_cross_entropy", batch_size=20)
    >>> session = ProgressSession(gn.Run(gn.Network([gn.Dense(1)]), recipe, gn.data.moons(100)), 2)
    >>> [session.handle({"id": i, "kind": "advance", "budget_ms": 60})[0]["done"] for i in range(3)][-1]
    True
    """

    def __init__(self, run: Run, epochs: int) -> None:
        if not isinstance(run, Run):
            raise SettingError(f"Progress is shown of a run, such as gn.Run(network, recipe, data); got {run!r}.")
        self.run = run
        self.epochs = whole_number("epochs", epochs, minimum=1)
        self.seconds = 0.0
        self._first = run.step

    @property
    def done(self) -> bool:
        """Whether training has come to its end."""
        return self.run.state.epoch >= self.epochs

    def handle(self, request: object) -> Reply:
        """Answer one request."""
        return respond(request, {kind: getattr(self, f"_{kind}") for kind in ("open", "advance", "rest")})

    def _open(self, _: Fields) -> Reply:
        return self._view()

    def _rest(self, _: Fields) -> Reply:
        return self._view()

    def _advance(self, fields: Fields) -> Reply:
        budget = number("budget_ms", fields.get("budget_ms"), minimum=1, maximum=LONGEST_BUDGET_MS) / 1000
        begin = perf_counter()
        while not self.done and perf_counter() - begin < budget:
            self.run.advance(1)
        self.seconds += perf_counter() - begin
        return self._view()

    def _view(self) -> Reply:
        run, rows = self.run, list(self.run.history.epochs)
        steps = run.plan.steps_per_epoch * self.epochs
        head: dict[str, Any] = {
            "step": run.step,
            "steps": max(steps, run.step),
            "epoch": run.state.epoch,
            "epochs": self.epochs,
            "seconds": round(self.seconds, 2),
            "steps_per_second": round((run.step - self._first) / self.seconds, 1) if self.seconds else None,
            "loss": None if run.history.step_loss.last is None else finite(run.history.step_loss.last),
            "done": self.done,
        }
        table = [(row.epoch, *(_number(getattr(row, name)) for name in COLUMNS)) for row in rows]
        return head, [floats(np.array(table, float))]


def _number(value: float | None) -> float:
    return np.nan if value is None else value
