"""Training for a while, ending at the last state whose numbers are all finite."""

import math
from itertools import islice
from time import perf_counter
from typing import NamedTuple

import numpy as np

from glassnet.base.errors import DivergedError
from glassnet.base.trees import all_finite
from glassnet.history import History
from glassnet.history.branch import timeline_until
from glassnet.history.history import Thinned
from glassnet.nn.passes import forward
from glassnet.run import Run
from glassnet.train import Plan, TrainingState, evaluate, steps
from glassnet.train.divergence import divergence
from glassnet.train.evaluate import Evaluation
from glassnet.train.penalty import penalty

MEMORY = 2 * 2**20
"""Bytes of past states that a session keeps; many sessions share one server."""

ROWS = 1024
"""Rows of history that a session keeps, for the same reason: the page keeps its own curves."""

CHUNK = 8
"""Updates between two checks of the clock: frequent enough to overrun the budget only slightly."""


class Measures(NamedTuple):
    """A state's loss and accuracy on both parts of the data, and its penalty."""

    train: Evaluation
    test: Evaluation
    penalty: float

    @property
    def finite(self) -> bool:
        """Whether every measure is a finite number."""
        return all(map(math.isfinite, (self.train.loss, self.test.loss, self.penalty)))


class Advanced(NamedTuple):
    """The run after training, its measures, the updates made, and why it stopped, if it did."""

    run: Run
    measures: Measures
    updates: int
    stopped: str | None


def measure(plan: Plan, state: TrainingState) -> Measures:
    """Return loss and accuracy over all points of each part, and the penalty."""
    with np.errstate(all="ignore"):
        train, test = evaluate(plan, state, "train"), evaluate(plan, state, "test")
        return Measures(train, test, penalty(state.params, plan.recipe.regularizer))


def advance(run: Run, *, count: int | None = None, seconds: float = 0.0) -> Advanced:
    """Make `count` updates, or as many as fit into a time in seconds (at least one chunk).

    If a number becomes NaN or infinite, the run returned is at the last finite state.
    """
    before, stopped = run.state, None
    try:
        if count is not None:
            run.advance(count)
        else:
            _advance_for(run, seconds)
    except DivergedError as error:
        stopped = str(error)
    measures = measure(run.plan, run.state)
    if not (measures.finite and all_finite(run.state.params)):
        run, stopped = _back_to_finite(run, before)
        measures = measure(run.plan, run.state)
    return Advanced(run, measures, run.step - before.step, stopped)


def short_history() -> History:
    """Return an empty history of limited size, however long training lasts."""
    return History(Thinned(ROWS), Thinned(ROWS))


def _advance_for(run: Run, seconds: float) -> None:
    end = perf_counter() + seconds
    run.advance(CHUNK)
    while perf_counter() < end:
        run.advance(CHUNK)


def _back_to_finite(run: Run, before: TrainingState) -> tuple[Run, str]:
    """Train again from `before` up to the last finite state; a sigmoid can hide an infinite weight for a long time."""
    plan, good, bad = run.plan, before, before
    for step in islice(steps(plan, before), run.step - before.step):
        if not (all_finite(step.state.params) and measure(plan, step.state).finite):
            bad = step.state
            break
        good = step.state
    x = plan.samples["train"].x
    with np.errstate(all="ignore"):
        _, tape, _ = forward(plan.network, bad.params, bad.layers, x, train=False, rng=plan.rng)
    error = divergence(good.step, plan.recipe.optimizer.learning_rate, bad.params, tape, np.arange(len(x)))
    run.adopt_past(timeline_until(run.timeline, good.step), short_history())
    return run, str(error)
