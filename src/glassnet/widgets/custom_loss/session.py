"""The Python side of the custom loss widget: one request in, one reply out."""

import math

import numpy as np

from glassnet import DivergedError, FormulaLoss, Run
from glassnet.base.arrays import Array
from glassnet.base.errors import SettingError
from glassnet.widgets.custom_loss.messages import (
    Begin,
    Check,
    Example,
    Examples,
    ExamplesView,
    Models,
    ModelView,
    Read,
    Reading,
    TaskView,
    Train,
)
from glassnet.widgets.custom_loss.tasks import STEPS, TASKS, Task, usual_run
from glassnet.widgets.wire import Answer, Session, answers
from glassnet.widgets.wire.writing import floats

EXAMPLES = {
    "line": (
        ("squared error", "(p - t)^2"),
        ("absolute error", "abs(p - t)"),
        ("underestimates cost nine times as much", "where(t > p, 0.9, 0.1) * abs(t - p)"),
        ("overestimates cost three times as much, squared", "where(p > t, 3, 1) * (p - t)^2"),
    ),
    "classes": (
        ("cross-entropy", "-(t * log(p) + (1 - t) * log(1 - p))"),
        ("false positives cost three times as much", "-(t * log(p) + 3 * (1 - t) * log(1 - p))"),
        ("false negatives cost three times as much", "-(3 * t * log(p) + (1 - t) * log(1 - p))"),
        ("squared error", "(p - t)^2"),
    ),
}
PROBES = {"line": ((-1.0, 0.5), (0.25, 0.5), (2.0, 0.5)), "classes": ((0.1, 1.0), (0.7, 1.0), (0.7, 0.0))}
NUDGE = 1e-6
PLACES = 121


class CustomLossSession(Session):
    """One reader's formula, and two models: one trained with the formula, one with the usual loss.

    Attributes:
        settings: the task and the last valid formula.

    >>> head, _ = CustomLossSession().handle({"id": 1, "kind": "read", "formula": "(p - t)^2", "task": "line"})
    >>> head["slope"], head["checks"][0]["found"]
    ('2 * (p - t)', -3.0)
    """

    def __init__(self) -> None:
        self.settings = {"task": "line", "formula": TASKS["line"].usual}
        self._task: Task = TASKS["line"]
        self._runs: tuple[Run, Run] | None = None

    @answers
    def _examples(self, _: Examples) -> Answer[ExamplesView]:
        tasks = [
            TaskView(name, task.label, task.classes, task.usual, tuple(Example(*pair) for pair in EXAMPLES[name]))
            for name, task in TASKS.items()
        ]
        return Answer(ExamplesView(tuple(tasks), STEPS))

    @answers
    def _read(self, request: Read) -> Answer[Reading]:
        task, loss = TASKS[request.task], FormulaLoss(request.formula)
        places = np.linspace(0.005, 0.995, PLACES) if task.classes else np.linspace(-3.0, 3.0, PLACES)
        targets = (0.0, 1.0) if task.classes else (0.0,)
        curves = [_value(loss, places, target) for target in targets]
        reading = Reading(
            loss.formula,
            loss.mathml,
            loss.slope,
            loss.slope_mathml,
            tuple(_check(loss, p, t) for p, t in PROBES[request.task]),
            targets,
        )
        self.settings = {"task": request.task, "formula": loss.formula}
        return Answer(reading, [floats(places), *map(floats, curves)])

    @answers
    def _begin(self, request: Begin) -> Answer[Models]:
        self._task = TASKS[request.task]
        self._runs = (self._task.run(FormulaLoss(request.formula)), usual_run(self._task))
        return self._frame()

    @answers
    def _train(self, request: Train) -> Answer[Models]:
        if self._runs is None:
            raise SettingError("No model is being trained yet: send a begin request first.")
        run, left = self._runs[0], STEPS - self._runs[0].step
        try:
            if left:
                run.advance(min(request.steps, left))
        except DivergedError as error:
            self._runs = None
            raise SettingError(f"Training stopped: {error} Try another formula.") from error
        return self._frame()

    def _frame(self) -> Answer[Models]:
        assert self._runs is not None
        task = self._task
        places = np.linspace(task.x.min() - 0.3, task.x.max() + 0.3, PLACES)[:, None]
        models = [
            ModelView(name, task.scores(run.predict(task.x)))
            for name, run in zip(("your loss", "the usual loss"), self._runs, strict=True)
        ]
        buffers = [task.x, task.y, places, *(run.predict(places) for run in self._runs)]
        step = self._runs[0].step
        return Answer(Models(step, step >= STEPS, tuple(models)), list(map(floats, buffers)))


def _value(loss: FormulaLoss, p: Array, t: float) -> Array:
    with np.errstate(all="ignore"):  # a formula may be undefined somewhere; the page leaves a gap there
        return loss.value(p[:, None], np.full((len(p), 1), t))


def _check(loss: FormulaLoss, p: float, t: float) -> Check:
    """Return loss and slope at one prediction: from the formula, and by nudging the prediction."""
    below, here, above = _value(loss, np.array([p - NUDGE, p, p + NUDGE]), t)
    with np.errstate(all="ignore"):
        found = float(loss.gradient(np.array([[p]]), np.array([[t]]))[0, 0])
    seen = float(above - below) / (2 * NUDGE)
    agrees = math.isfinite(found) and math.isclose(found, seen, rel_tol=1e-4, abs_tol=1e-4)
    return Check(p, t, float(here), found, seen, agrees)
