"""The race on a real network: losses, paths, and the plane in which the paths can be seen."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from glassnet import DivergedError, Run
from glassnet.base.arrays import Array
from glassnet.base.errors import SettingError
from glassnet.optim import UpdateRule
from glassnet.study.landscape import Landscape, landscape
from glassnet.widgets.optimizer_race.tasks import Task

EVERY = 3
"""The loss on all training samples is measured after every third update."""
GRID = 25


@dataclass(frozen=True, eq=False)
class Runner:
    """How a rule trained the network.

    Arguments:
        run: the run at its end, or where it diverged.
        losses: the mean loss on all training samples at the start and after every third update; infinite from where
            the run diverged.
        diverged: the update at which it did, or None.
    """

    run: Run
    losses: Array
    diverged: int | None


def train(task: Task, rule: UpdateRule, seed: int, steps: int) -> Runner:
    """Train a task's network with one rule.

    Arguments:
        task: network and data.
        rule: the update rule with its learning rate.
        seed: of the first weights and the batches.
        steps: how many updates, a multiple of three.
    """
    run = task.run(rule, seed)
    losses = [run.evaluate("train").loss]
    try:
        while run.step < steps:
            run.advance(EVERY)
            losses.append(run.evaluate("train").loss)
    except DivergedError:
        pass
    found = np.full(steps // EVERY + 1, math.inf)
    found[: len(losses)] = losses
    found[~np.isfinite(found)] = math.inf
    return Runner(run, found, None if run.step >= steps else run.step)


def plane_of(runners: Sequence[Runner]) -> Landscape | None:
    """Return the loss in the plane in which the paths of these runs vary most; None if there is none to be seen."""
    seen = [runner.run for runner in runners if runner.diverged is None and np.isfinite(runner.losses).all()]
    if not seen:
        return None
    first, *others = seen
    points = first.step // EVERY + 1
    samples = len(first.plan.samples["train"].x)
    try:
        return landscape(first, others=others, size=GRID, points=points, samples=samples)
    except SettingError:  # nothing has moved
        return None


def winner_of(losses: Mapping[str, float]) -> str | None:
    """Return the name with the lowest finite loss, None if there is none.

    >>> winner_of({"sgd": 0.3, "adam": 0.2, "lion": math.inf})
    'adam'
    """
    finite = {name: loss for name, loss in losses.items() if math.isfinite(loss)}
    return min(finite, key=lambda name: finite[name]) if finite else None
