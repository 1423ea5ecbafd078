"""The Python side of the training-progress widget: one request in, one reply out."""

import math
from time import perf_counter

import numpy as np

from glassnet.base.checks import whole_number
from glassnet.base.errors import SettingError
from glassnet.explain import parse_reference
from glassnet.run.moment import Moment
from glassnet.run.run import Run
from glassnet.widgets.branching.clock import Clock
from glassnet.widgets.explaining import with_terms
from glassnet.widgets.training_progress.messages import Advance, Explain, Explained, NumberAt, Open, Progress, Rest
from glassnet.widgets.wire import Answer, Session, answers
from glassnet.widgets.wire.writing import floats

COLUMNS = ("loss", "validation_loss", "validation_accuracy")


class ProgressSession(Session):
    """A run that is trained up to a number of epochs, a little with every request.

    Requests have kind "open", "advance" with `budget_ms`, or "rest" when the reader has stopped it. The reply is the
    current progress; its buffer has a row for every epoch: its number, loss, validation loss and accuracy.
    "explain" explains a number, given by `reference` and `step` as in the reply.

    Arguments:
        run: the run to train, in place.
        epochs: the epoch to stop after, counted from the start of the run.

    >>> import glassnet as gn
    >>> recipe = gn.Recipe("sigmoid_cross_entropy", batch_size=20)
    >>> session = ProgressSession(gn.Run(gn.Network([gn.Dense(1)]), recipe, gn.data.moons(100)), 2)
    >>> [session.handle({"id": i, "kind": "advance", "budget_ms": 60})[0]["done"] for i in range(3)][-1]
    True
    """

    def __init__(self, run: Run, epochs: int) -> None:
        if not isinstance(run, Run):
            raise SettingError(f"run must be a run, such as gn.Run(network, recipe, data); got {run!r}.")
        self.run = run
        self.epochs = whole_number("epochs", epochs, minimum=1)
        self.clock = Clock(math.inf)
        self._moment: Moment | None = None

    @property
    def seconds(self) -> float:
        """Seconds of training in this widget."""
        return self.clock.parts.get("seconds", 0.0)

    @property
    def done(self) -> bool:
        """Whether training has finished."""
        return self.run.state.epoch >= self.epochs

    @answers
    def _open(self, _: Open) -> Answer[Progress]:
        return self._view()

    @answers
    def _rest(self, _: Rest) -> Answer[Progress]:
        return self._view()

    @answers
    def _advance(self, request: Advance) -> Answer[Progress]:
        begin, first = perf_counter(), self.run.step
        while not self.done and perf_counter() - begin < request.budget_ms / 1000:
            self.run.advance(1)
        self.clock.add(self.run.step - first, perf_counter() - begin, self.run.recipe.samples_per_step)
        return self._view()

    @answers
    def _explain(self, request: Explain) -> Answer[Explained]:
        reference, step = parse_reference(request.reference), request.step
        if reference.layer == "clock":
            explanation = self.clock.explain(reference)
        else:
            if self._moment is None or self._moment.step != step:
                self._moment = self.run.at(step)
            explanation = self._moment.follow(reference)
        return Answer(Explained(with_terms(explanation, request.terms).to_dict(), step))

    def _view(self) -> Answer[Progress]:
        run, rows = self.run, list(self.run.history.epochs)
        steps = run.plan.steps_per_epoch * self.epochs
        progress = Progress(
            step=run.step,
            steps=max(steps, run.step),
            epoch=run.state.epoch,
            epochs=self.epochs,
            seconds=round(self.seconds, 2),
            numbers=self._numbers(),
            done=self.done,
        )
        table = [(row.epoch, *(_number(getattr(row, name)) for name in COLUMNS)) for row in rows]
        return Answer(progress, [floats(np.array(table, float))])

    def _numbers(self) -> dict[str, NumberAt]:
        """Return the numbers shown, each with the reference and the step that explain it."""
        run, parts = self.run, self.clock.parts
        numbers: dict[str, NumberAt] = {}
        if parts:
            numbers["speed"] = NumberAt("clock.steps_per_second", parts["steps_per_second"], run.step)
        if run.history.step_loss.last is not None:
            name = "loss.mean" if run.recipe.accumulate == 1 else "flow.loss"
            numbers["loss"] = NumberAt(name, run.history.step_loss.last, run.step - 1)
        for row in list(run.history.epochs)[-1:]:
            for name in COLUMNS[1:]:
                if getattr(row, name) is not None:
                    reference = f"validation.{name.removeprefix('validation_')}"
                    numbers[name] = NumberAt(reference, getattr(row, name), row.step)
        return numbers


def _number(value: float | None) -> float:
    return np.nan if value is None else value
