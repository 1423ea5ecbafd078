"""The custom loss's Python side: one request in, one reply out."""

import math
from typing import Any

import numpy as np

from glassnet import DivergedError, FormulaLoss, Run
from glassnet.base.arrays import Array
from glassnet.base.checks import whole_number
from glassnet.base.errors import SettingError
from glassnet.base.registry import look_up
from glassnet.widgets.asking import Fields, Reply, finite, floats, respond
from glassnet.widgets.custom_loss.tasks import STEPS, TASKS, Task, usual_run

EXAMPLES = {
    "line": (
        ("squared error", "(p - t)^2"),
        ("absolute error", "abs(p - t)"),
        ("too low is nine times as bad", "where(t > p, 0.9, 0.1) * abs(t - p)"),
        ("too high is three times as bad, squared", "where(p > t, 3, 1) * (p - t)^2"),
    ),
    "classes": (
        ("cross-entropy", "-(t * log(p) + (1 - t) * log(1 - p))"),
        ("false positives three times as bad", "-(t * log(p) + 3 * (1 - t) * log(1 - p))"),
        ("false negatives three times as bad", "-(3 * t * log(p) + (1 - t) * log(1 - p))"),
        ("squared error", "(p - t)^2"),
    ),
}
PROBES = {"line": ((-1.0, 0.5), (0.25, 0.5), (2.0, 0.5)), "classes": ((0.1, 1.0), (0.7, 1.0), (0.7, 0.0))}
NUDGE = 1e-6
MOST_STEPS = 100
PLACES = 121


class CustomLossSession:
    """One reader's formula, and two models: one to be trained with the formula, one trained with the usual loss.

    Attributes:
        settings: the task and the formula that were last read without a mistake.

    >>> head, _ = CustomLossSession().handle({"id": 1, "kind": "read", "formula": "(p - t)^2", "task": "line"})
    >>> head["slope"], head["checks"][0]["found"]
    ('2 * (p - t)', -3.0)
    """

    def __init__(self) -> None:
        self.settings = {"task": "line", "formula": TASKS["line"].usual}
        self._task: Task = TASKS["line"]
        self._runs: tuple[Run, Run] | None = None

    def handle(self, request: object) -> Reply:
        """Answer one request."""
        return respond(
            request, {"examples": self._examples, "read": self._read, "begin": self._begin, "train": self._train}
        )

    def _examples(self, _: Fields) -> Reply:
        tasks = [
            {
                "name": name,
                "label": task.label,
                "classes": task.classes,
                "usual": task.usual,
                "examples": [{"label": label, "formula": formula} for label, formula in EXAMPLES[name]],
            }
            for name, task in TASKS.items()
        ]
        return {"tasks": tasks, "steps": STEPS}, []

    def _read(self, fields: Fields) -> Reply:
        task, loss = _task(fields), _loss(fields)
        places = np.linspace(0.005, 0.995, PLACES) if task.classes else np.linspace(-3.0, 3.0, PLACES)
        targets = (0.0, 1.0) if task.classes else (0.0,)
        curves = [_value(loss, places, target) for target in targets]
        head = {
            "formula": loss.formula,
            "mathml": loss.mathml,
            "slope": loss.slope,
            "slope_mathml": loss.slope_mathml,
            "checks": [_check(loss, p, t) for p, t in PROBES[str(fields["task"])]],
            "targets": list(targets),
        }
        self.settings = {"task": str(fields["task"]), "formula": loss.formula}
        return head, [floats(places), *map(floats, curves)]

    def _begin(self, fields: Fields) -> Reply:
        self._task = _task(fields)
        self._runs = (self._task.run(_loss(fields)), usual_run(self._task))
        return self._frame()

    def _train(self, fields: Fields) -> Reply:
        if self._runs is None:
            raise SettingError("There is no model in training yet: begin first.")
        steps = whole_number("steps", fields.get("steps"), minimum=1, maximum=MOST_STEPS)
        run, left = self._runs[0], STEPS - self._runs[0].step
        try:
            if left:
                run.advance(min(steps, left))
        except DivergedError as error:
            self._runs = None
            raise SettingError(f"Training stopped: {error} Try another formula.") from error
        return self._frame()

    def _frame(self) -> Reply:
        assert self._runs is not None
        task = self._task
        places = np.linspace(task.x.min() - 0.3, task.x.max() + 0.3, PLACES)[:, None]
        told = [
            {"name": name, "judged": task.judge(run.predict(task.x))}
            for name, run in zip(("your loss", "the usual loss"), self._runs, strict=True)
        ]
        buffers = [task.x, task.y, places, *(run.predict(places) for run in self._runs)]
        return {"step": self._runs[0].step, "done": self._runs[0].step >= STEPS, "models": told}, list(
            map(floats, buffers)
        )


def _task(fields: Fields) -> Task:
    task: Task = look_up("task", str(fields.get("task")), TASKS)
    return task


def _loss(fields: Fields) -> FormulaLoss:
    return FormulaLoss(fields.get("formula"))  # type: ignore[arg-type] # what is no text is refused by the grammar


def _value(loss: FormulaLoss, p: Array, t: float) -> Array:
    with np.errstate(all="ignore"):  # a formula may be no number somewhere; the page leaves a gap there
        return loss.value(p[:, None], np.full((len(p), 1), t))


def _check(loss: FormulaLoss, p: float, t: float) -> dict[str, Any]:
    """Return loss and slope at one prediction: as found, and as seen by nudging the prediction."""
    below, here, above = _value(loss, np.array([p - NUDGE, p, p + NUDGE]), t)
    with np.errstate(all="ignore"):
        found = float(loss.gradient(np.array([[p]]), np.array([[t]]))[0, 0])
    seen = float(above - below) / (2 * NUDGE)
    agrees = math.isfinite(found) and math.isclose(found, seen, rel_tol=1e-4, abs_tol=1e-4)
    return {
        "p": p,
        "t": t,
        "loss": finite(float(here)),
        "found": finite(found),
        "seen": finite(seen),
        "agrees": agrees,
    }
