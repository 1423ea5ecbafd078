"""The learning rates that the rules race with: each found by the same search."""

import math
from collections.abc import Mapping

import numpy as np

from glassnet.widgets.descent_playground.landscapes import Landscape
from glassnet.widgets.descent_playground.walk import walk
from glassnet.widgets.optimizer_race.contestants import CONTESTANTS, Contestant
from glassnet.widgets.optimizer_race.race import train
from glassnet.widgets.optimizer_race.tasks import Task

STEPS = 150
RATES = (0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1.0, 3.0, 10.0)
"""The rates that are tried; down a landscape only those up to 1, as longer steps leave the map."""
SEEDS = (100, 101, 102)
"""Rates are chosen with seeds of their own, not with those that are counted."""
TINY = 1e-4


def best_for_task(task: Task, contestant: Contestant) -> float:
    """Return the rate with the lowest median loss after 150 updates, over three seeds."""
    return min(RATES, key=lambda rate: float(np.median(losses_at(task, contestant, rate))))


def losses_at(task: Task, contestant: Contestant, rate: float) -> list[float]:
    """Return the loss after 150 updates with a rate, for each of the three seeds."""
    return [float(train(task, contestant.make(rate), seed, STEPS).losses[-1]) for seed in SEEDS]


def best_for_landscape(landscape: Landscape, contestant: Contestant) -> float:
    """Return the rate with which the height falls fastest: with the lowest mean of its logarithm over 150 updates."""
    ground = (
        landscape.grid(81).min() if not landscape.minima else min(_height(landscape, *at) for at in landscape.minima)
    )

    def mean_log(rate: float) -> float:
        heights = walk(landscape, contestant.make(rate), landscape.start, STEPS).values
        if len(heights) <= STEPS or not np.isfinite(heights).all():
            return math.inf
        return float(np.log10(np.maximum(heights - ground, 0) + TINY).mean())

    return min((rate for rate in RATES if rate <= 1), key=mean_log)


def _height(landscape: Landscape, x: float, y: float) -> float:
    return float(landscape.value(np.float64(x), np.float64(y)))


def _by_rule(*rates: float) -> dict[str, float]:
    return dict(zip(CONTESTANTS, rates, strict=True))


TASK_RATES: Mapping[str, Mapping[str, float]] = {
    "moons": _by_rule(3.0, 0.3, 1.0, 0.3, 0.1, 10.0, 1.0, 0.3, 0.3, 0.1, 0.1),
    "digits": _by_rule(1.0, 0.1, 0.3, 0.03, 0.03, 10.0, 0.1, 0.03, 0.03, 0.03, 0.01),
    "words": _by_rule(3.0, 1.0, 3.0, 0.3, 0.3, 10.0, 1.0, 0.3, 0.3, 0.3, 0.03),
}
"""By network and rule: what `best_for_task` finds."""

LANDSCAPE_RATES: Mapping[str, Mapping[str, float]] = {
    "bowl": _by_rule(0.3, 0.1, 1.0, 0.1, 1.0, 1.0, 0.3, 1.0, 0.3, 1.0, 0.3),
    "long_bowl": _by_rule(0.03, 0.01, 1.0, 0.1, 0.3, 1.0, 0.03, 1.0, 0.3, 0.3, 0.1),
    "saddle": _by_rule(0.3, 0.3, 1.0, 0.1, 1.0, 1.0, 0.3, 1.0, 0.1, 1.0, 0.1),
    "rosenbrock": _by_rule(0.003, 0.003, 1.0, 0.3, 1.0, 1.0, 0.001, 1.0, 0.3, 1.0, 0.01),
    "himmelblau": _by_rule(0.01, 0.01, 1.0, 0.1, 1.0, 1.0, 0.003, 1.0, 0.1, 1.0, 0.1),
    "rastrigin": _by_rule(0.003, 0.001, 0.3, 0.03, 0.3, 1.0, 0.003, 0.3, 0.1, 0.3, 0.03),
    "beale": _by_rule(0.03, 0.003, 0.3, 1.0, 1.0, 1.0, 0.001, 1.0, 1.0, 1.0, 0.03),
    "plateau": _by_rule(1.0, 1.0, 1.0, 0.1, 1.0, 1.0, 1.0, 1.0, 0.1, 1.0, 0.1),
    "network": _by_rule(1.0, 0.1, 1.0, 0.1, 0.1, 1.0, 0.3, 0.1, 0.3, 0.1, 0.1),
}
"""By landscape and rule: what `best_for_landscape` finds."""
