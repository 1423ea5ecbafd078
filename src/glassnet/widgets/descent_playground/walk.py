"""Walking down a landscape with the engine's update rules."""

import math
from dataclasses import dataclass

import numpy as np

from glassnet.base.arrays import Array
from glassnet.base.random import stream
from glassnet.optim import UpdateRule
from glassnet.widgets.descent_playground.landscapes import Landscape

MAX_DISTANCE = 1e3
NEAR = 0.05
FLAT = 1e-3
LAST = 20


@dataclass(frozen=True, eq=False)
class Path:
    """The path of a walker.

    Arguments:
        places: x and y before the first step and after each, shape (steps + 1, 2); shorter if it left the plot.
        values: the heights there, shape (steps + 1,).
        verdict: the outcome, in a few words.
        arrived: the first step after which it stayed near a minimum, or None.
    """

    places: Array
    values: Array
    verdict: str
    arrived: int | None


def walk(
    landscape: Landscape,
    rule: UpdateRule,
    start: tuple[float, float],
    steps: int,
    *,
    noise: float = 0.0,
    seed: int = 0,
) -> Path:
    """Return the path of one walker.

    Arguments:
        landscape: where to walk.
        rule: how a gradient becomes a step; its own learning rate is used.
        start: x and y.
        steps: how many updates.
        noise: standard deviation of the noise added to each gradient, to imitate mini-batches; the same for all
            walkers with the same seed.
        seed: of the noise.

    >>> from glassnet.optim import SGD
    >>> from glassnet.widgets.descent_playground.landscapes import LANDSCAPES
    >>> path = walk(LANDSCAPES["bowl"], SGD(0.25), (2.0, 0.0), 3)
    >>> path.places[:, 0].tolist()
    [2.0, 1.0, 0.5, 0.25]
    """
    params = {"place": np.array(start, dtype=float)}
    state = rule.init(params)
    noises = noise * stream(seed).child("noise").normal((steps, 2), dtype="float64")
    places = [params["place"]]
    for step in range(steps):
        gradient = np.array(landscape.gradient(*map(float, params["place"]))) + noises[step]
        params, state = rule.update({"place": gradient}, state, params, rule.learning_rate)
        places.append(params["place"])
        if not np.abs(params["place"]).max() <= MAX_DISTANCE:
            break
    path = np.array(places)
    with np.errstate(all="ignore"):  # a walker that has left the plot may be where heights overflow
        values = np.asarray(landscape.value(path[:, 0], path[:, 1]), dtype=float)
    arrived = _arrival(landscape, path)
    return Path(path, values, _verdict(landscape, path, steps, arrived), arrived)


def _arrival(landscape: Landscape, path: Array) -> int | None:
    """Return the first step after which the walker stayed near the same minimum."""
    best = None
    for minimum in landscape.minima:
        far = np.hypot(*(path - minimum).T) > NEAR
        if not far[-1]:
            step = int(np.flatnonzero(far).max(initial=-1)) + 1
            best = step if best is None else min(best, step)
    return best


def _verdict(landscape: Landscape, path: Array, steps: int, arrived: int | None) -> str:
    if len(path) <= steps or not np.isfinite(path).all():
        return f"diverged: left the plot at step {len(path) - 1}"
    if arrived is not None:
        return f"at a minimum since step {arrived}"
    moves = np.diff(path[-LAST - 1 :], axis=0)
    turns = (moves[1:] * moves[:-1]).sum(axis=1) < 0
    if len(turns) and turns.mean() > 0.5 and float(np.hypot(*moves.T).mean()) > FLAT:
        return "oscillating: each step overshoots and the next one goes back"
    if math.hypot(*landscape.gradient(*map(float, path[-1]))) < FLAT:
        return "stalled: the slope here is almost 0"
    return "still moving"
