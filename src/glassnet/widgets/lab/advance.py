"""Training on for a while, and standing at the last state whose numbers are all finite."""

import math
from itertools import islice
from time import perf_counter
from typing import NamedTuple

import numpy as np

from glassnet.base.errors import DivergedError
from glassnet.base.trees import all_finite
from glassnet.history import History
from glassnet.history.history import Thinned
from glassnet.nn.forward import forward
from glassnet.run import Run
from glassnet.train import Plan, TrainingState, evaluate, steps
from glassnet.train.divergence import divergence
from glassnet.train.evaluate import Evaluation
from glassnet.train.penalty import penalty

MEMORY = 2 * 2**20
"""Bytes of past states that a session keeps: many sessions share one server."""

ROWS = 1024
"""Rows of history that a session keeps, for the same reason: the page keeps its own curves."""

CHUNK = 8
"""Updates between two looks at the clock: it costs nothing to speak of, and the budget is overrun by little."""


class Measures(NamedTuple):
    """How good a state is on both parts of the data, and its penalty."""

    train: Evaluation
    test: Evaluation
    penalty: float

    @property
    def finite(self) -> bool:
        """Whether every measure is a finite number."""
        return all(map(math.isfinite, (self.train.loss, self.test.loss, self.penalty)))


class Advanced(NamedTuple):
    """The run after training on, its measures, the updates made, and why it stopped, if it did."""

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
    """Make `count` updates, or as many as fit into that many seconds (at least one chunk).

    Where a number stops being finite, the run that comes back stands at the last state before.
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
        run, stopped = _retreat(run, before)
        measures = measure(run.plan, run.state)
    return Advanced(run, measures, run.step - before.step, stopped)


def short_history() -> History:
    """Return an empty history that stays small however long training goes on."""
    return History(Thinned(ROWS), Thinned(ROWS))


def _advance_for(run: Run, seconds: float) -> None:
    end = perf_counter() + seconds
    run.advance(CHUNK)
    while perf_counter() < end:
        run.advance(CHUNK)


def _retreat(run: Run, before: TrainingState) -> tuple[Run, str]:
    """Walk from `before` again, up to the last state that is finite; a sigmoid can hide an infinite weight for long."""
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
    back = Run(plan.network, plan.recipe, plan.dataset, memory=MEMORY, state=good)
    back.history = short_history()
    return back, str(error)
