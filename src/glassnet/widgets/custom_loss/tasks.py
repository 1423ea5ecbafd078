"""Two small tasks that show the effect of a custom loss: a line through noisy points, and a binary classification."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np

from glassnet import Adam, Dataset, Dense, FormulaLoss, Network, Recipe, Run
from glassnet.base.arrays import Array
from glassnet.base.random import stream

SAMPLES = 120
STEPS = 400


@dataclass(frozen=True, eq=False)
class Task:
    """Points with one feature, and the model that is trained on them.

    Arguments:
        label: what to call it.
        x, y: the points, shape (n, 1) each; y is 0 or 1 in the classification task.
        activation: the model is Dense(1, activation).
        classes: whether y is a class.
        usual: the formula of the usual loss.
    """

    label: str
    x: Array
    y: Array
    activation: str
    classes: bool
    usual: str

    def run(self, loss: FormulaLoss) -> Run:
        """Return a new run: all points in each step, Adam with a rate of 0.05, weights starting at zero."""
        data = Dataset("points", self.x, self.y)
        recipe = Recipe(loss, Adam(0.05), batch_size=len(self.x), dtype="float64")
        return Run(Network([Dense(1, self.activation, weight_initializer="zeros")]), recipe, data)

    def scores(self, prediction: Array) -> dict[str, Any]:
        """Return scores of a prediction: false positives and negatives, or points below the line and the mean error."""
        if self.classes:
            yes = prediction > 0.5
            return {
                "false positives": int((yes & (self.y < 0.5)).sum()),
                "false negatives": int((~yes & (self.y > 0.5)).sum()),
                "correct": int((yes == (self.y > 0.5)).sum()),
            }
        return {
            "points below the line": f"{float((self.y < prediction).mean()):.0%}",
            "mean absolute error": round(float(np.abs(prediction - self.y).mean()), 3),
        }


def line_task(seed: int) -> Task:
    """Return points around a straight line, more scattered to the right."""
    rng = stream(seed)
    x = rng.child("x").uniform((SAMPLES, 1), 0.0, 4.0, dtype="float64")
    noise = rng.child("noise").normal((SAMPLES, 1), dtype="float64")
    return Task("a value", x, 0.5 + 0.6 * x + (0.2 + 0.25 * x) * noise, "linear", False, "(p - t)^2")


def class_task(seed: int, samples: int = SAMPLES) -> Task:
    """Return two overlapping classes of equal size."""
    rng = stream(seed)
    y = (np.arange(samples) % 2).astype(float)[:, None]
    x = 2.0 * y - 1.0 + rng.child("noise").normal((samples, 1), dtype="float64")
    return Task("a yes or no", x, y, "sigmoid", True, "-(t * log(p) + (1 - t) * log(1 - p))")


TASKS: Mapping[str, Task] = {"line": line_task(5), "classes": class_task(6)}


@cache
def usual_run(task: Task) -> Run:
    """Return a task's run with the usual loss, fully trained: computed once and never changed."""
    run = task.run(FormulaLoss(task.usual))
    run.advance(STEPS)
    return run
