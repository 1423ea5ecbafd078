"""Mistakes in the update rule: a wrong direction, gradients never cleared, averages not corrected."""

from itertools import chain, repeat

import numpy as np

from glassnet.base.arrays import Array
from glassnet.base.trees import leaves
from glassnet.figures.bars import bars
from glassnet.figures.line_graph import Line, line_graph
from glassnet.optim import Adam
from glassnet.run.symptoms.evidence import Evidence, flat
from glassnet.run.symptoms.finding import Finding
from glassnet.run.symptoms.remedy import Remedy, sound_rule

PUSHES, RETURNS = 100, 900
"""How many gradients of 10, and then of −1, a rule is tried on: together 1,000 − 900 are still positive."""


def wrong_sign(seen: Evidence) -> Finding | str | None:
    """Report a first update that goes uphill number by number; a sound rule's first update never does."""
    if not seen.early:
        return "it has made no step"
    moment = seen.early[0]
    update, gradient = flat(moment.update), flat(moment.record.update.clipped)
    moved = (update != 0) & (np.abs(gradient) > 1e-3 * np.abs(gradient).max(initial=0.0))
    if not moved.any():
        return None
    uphill = float((np.sign(update) == np.sign(gradient))[moved].mean())
    if uphill < 0.9:
        return None
    rule = sound_rule(seen.plan.recipe.optimizer)
    return Finding(
        "wrong_sign",
        uphill,
        f"step {moment.step} moved {uphill:.0%} of the parameters the way of their gradients, uphill; gradient descent "
        "moves each the other way.",
        Remedy("a rule that subtracts the step.", {"optimizer": rule}, seen.first, seen.epochs),
        bars(
            {"uphill": uphill, "downhill": 1 - uphill},
            label=f"{uphill:.0%} of the parameters moved uphill.",
            along=f"of the parameters, in step {moment.step}",
            limits=(0, 1),
        ),
    )


def forgotten_zeroing(seen: Evidence) -> Finding | str | None:
    """Report a rule that still follows a gradient which has turned round long ago; any momentum would have faded."""
    rule = seen.plan.recipe.optimizer
    way = _walk(rule)
    if way is None:
        return f"{type(rule).__name__} can't be tried on a single parameter"
    if not way[-1] < way[-2] < way[0]:
        return None
    x = np.arange(len(way))
    low = 1.1 * float(way.min())
    return Finding(
        "forgotten_zeroing",
        1.0,
        f"tried on a parameter whose gradient is 10 for {PUSHES} steps and −1 for the next {RETURNS}, the rule still "
        "moves it as if the gradient were positive: old gradients are added up and never cleared.",
        Remedy("a rule that gets each step's own gradient.", {"optimizer": sound_rule(rule)}, seen.first, seen.epochs),
        line_graph(
            [Line("the parameter", x, way / abs(low))],
            label="The parameter never turns round, although its gradient does.",
            across=f"steps (the gradient turns round after {PUSHES})",
            up="parameter, scaled",
            x=(0, len(way)),
            y=(-1, 0.1),
        ),
    )


def _walk(rule: object) -> Array | None:
    """Return where a rule takes one parameter; None for a rule that needs more than numbers by name."""
    gradients = chain(repeat(10.0, PUSHES), repeat(-1.0, RETURNS))
    params = {"probe": {"weight": np.zeros(1)}}
    way = [0.0]
    try:
        state = rule.init(params)  # type: ignore[attr-defined]
        for gradient in gradients:
            grads = {"probe": {"weight": np.full(1, gradient)}}
            params, state = rule.update(grads, state, params, 1e-3)  # type: ignore[attr-defined]
            way.append(float(params["probe"]["weight"][0]))
    except (TypeError, ValueError, KeyError, IndexError):
        return None
    return np.array(way)


def missing_bias_correction(seen: Evidence) -> Finding | str | None:
    """Report a first update that is too large."""
    early = seen.early
    if not early or early[0].step:
        return "its first step is not recorded"
    moment = early[0]
    if not {"m", "v"} <= moment.optimizer.keys():
        return None
    gradient, update = flat(moment.record.update.clipped), flat(moment.update)
    moved = np.abs(gradient) > 1e-6
    if not moved.any() or any(values.any() for _, values in leaves(moment.optimizer["m"])):
        return None
    ratio = float(np.median(np.abs(update[moved])) / moment.learning_rate)
    if ratio < 2.0:
        return None
    rate = moment.learning_rate
    return Finding(
        "missing_bias_correction",
        min(1.0, ratio / 3.0),
        f"the first update of a rule with moving averages m and v is {ratio:.2f} times the learning rate; with bias "
        "correction it would be 1.00 times.",
        Remedy("Adam, which corrects both averages.", {"optimizer": Adam(rate)}, seen.first, seen.epochs),
        bars(
            {"this rule": ratio, "corrected": 1.0},
            label=f"The first update is {ratio:.2f} learning rates long; corrected, it would be 1.",
            along="first update, in learning rates",
            limits=(0, 1.2 * ratio),
        ),
    )
