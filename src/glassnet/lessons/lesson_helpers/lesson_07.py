"""The figures of lesson 07, Gradient descent, and the survey of a network's loss landscape."""

from typing import NamedTuple

import numpy as np

import glassnet as gn
from glassnet.base.arrays import Array
from glassnet.figures import Still
from glassnet.lessons.symbols import number
from glassnet.train.full_batch import FullBatch


class Slice(NamedTuple):
    """The loss on a flat slice through the final parameters, and the path of training projected onto it.

    Arguments:
        heights: the loss, shape (side, side).
        reach: both axes run from −reach to reach.
        shadow: the projected path, shape (steps, 2).
    """

    heights: Array
    reach: float
    shadow: Array


def survey_landscape(seed=0, side=31) -> tuple[dict[str, Slice], float]:
    """Train a small network; return slices of its loss landscape and the fraction of the path in the principal plane."""
    data = gn.data.moons(200, noise=0.1, seed=0, validation=0.0)
    recipe = gn.Recipe("binary_cross_entropy", gn.SGD(1.0), batch_size=200, dtype="float64")
    run = gn.Run(gn.Network([gn.Dense(4, "tanh"), gn.Dense(1, "sigmoid")]), recipe, data)
    whole = FullBatch(run.plan, run.state)
    places = [whole.vector(run.state.params)]
    for _ in range(100):
        run.advance(5)
        places.append(whole.vector(run.state.params))
    way, end = np.array(places), places[-1]
    principal = np.linalg.svd(way - end, full_matrices=False)[2][:2]
    random = np.linalg.qr(np.random.default_rng(seed).normal(size=(len(end), 2)))[0].T
    slices = {name: _slice(whole, way, way_in, side) for name, way_in in (("principal", principal), ("random", random))}
    share = float((((way - end) @ principal.T) ** 2).sum() / ((way - end) ** 2).sum())
    return slices, share


def _slice(whole, way, directions, side) -> Slice:
    end = way[-1]
    shadow = (way - end) @ directions.T
    reach = 1.25 * max(np.abs(shadow).max(), 1.0)
    offsets = np.linspace(-reach, reach, side)
    heights = np.array([[whole.loss(end + a * directions[0] + b * directions[1]) for a in offsets] for b in offsets])
    return Slice(heights, reach, shadow)


def maps_of(slices) -> Still:
    """Draw each slice as a map with the path on it."""
    return gn.figures.side_by_side(
        *(
            gn.figures.walk_on_map(
                one.heights,
                (-one.reach, one.reach, -one.reach, one.reach),
                one.shadow,
                label=f"The loss on a slice along two {name} directions, with the path of training.",
                across=f"{name} direction 1",
                up=f"{name} direction 2",
            )
            for name, one in slices.items()
        )
    )


def places_by_step(outcomes, shown=(0.04, 0.09, 0.11)) -> Still:
    """Draw the places of some descents step by step; `outcomes` has their places by learning rate."""
    count = min(len(outcomes[rate]) for rate in shown)
    lines = [gn.figures.Line(f"rate {rate:g}", np.arange(count), outcomes[rate][:count]) for rate in shown]
    return gn.figures.line_graph(
        lines,
        label="With rate 0.04 the place settles at once, with 0.09 after some jumps; with 0.11 it ends up jumping between two places.",
        across="step",
        up="place x",
        x=(0, count - 1),
        y=(0, 3.2),
    )


def bends(gentle=1.0, sharp=20.0) -> Still:
    """Draw two parabolas, one with little bend and one with much."""
    lines = []
    for c in (gentle, sharp):
        x = np.linspace(-1, 1, 161) * min(2.0, (8 / c) ** 0.5)  # as far as the graph is high
        lines.append(gn.figures.Line(f"f″ = {c:g}", x, 0.5 * c * x**2))
    label = f"Two bowls: one with f″ = {gentle:g}, wide, and one with f″ = {sharp:g}, narrow."
    return gn.figures.line_graph(lines, label=label, across="x", up="height", x=(-2, 2), y=(0, 4))


def weights_of_the_past(betas=(0.5, 0.8, 0.9), steps=20) -> Still:
    """Draw how much each earlier gradient counts in v, by the number of steps since."""
    ago = np.arange(steps + 1)
    lines = [gn.figures.Line(f"β = {beta:g}", ago, beta**ago) for beta in betas]
    label = "The weight of a gradient in v falls with the steps since: fast for β = 0.5, slowly for β = 0.9."
    return gn.figures.line_graph(lines, label=label, across="steps ago", up="weight in v", x=(0, steps), y=(0, 1.05))


def valley_of(landscape, path) -> int:
    """Return the number of the minimum, from 1, near which a path ends; 0 if it ends near none."""
    far = [float(np.hypot(*(path.places[-1] - minimum))) for minimum in landscape.minima]
    return int(np.argmin(far)) + 1 if min(far) < 0.1 else 0


def endings_picture(valleys, reach=4.5) -> Still:
    """Draw the number of the valley in which a walker from each start ends, over the starts."""
    side = len(valleys)
    y, x = np.divmod(np.arange(side * side), side)
    at = np.stack([x, y], axis=1) / (side - 1) * 2 * reach - reach
    marks = gn.figures.Marks(at, valleys.ravel(), signs=("–", "1", "2", "3", "4"))
    counts = ", ".join(f"{(valleys == valley).sum()} in valley {valley}" for valley in (1, 2, 3, 4))
    return gn.figures.line_graph(
        [],
        label=f"Where walkers from 100 starts end: {counts}.",
        across="x of the start",
        up="y of the start",
        marks=marks,
        x=(-5, 5),
        y=(-5, 5),
    )


def steps_on_the_curve(function, slope, places, *, begin, rate) -> Still:
    """Draw a descent on its curve, from `begin` with the learning rate `rate`."""
    label = f"The curve, and {len(places) - 1} steps from {begin:g} with learning rate {rate:g}."
    return gn.figures.walk_on_graph(function, places, slope=slope, ends=(-1.2, 3.4), label=label)


def where_it_ended(function, slope, places) -> str:
    """Describe in Markdown where a descent ended."""
    steps, last = len(places) - 1, float(places[-1])
    if not abs(last) < 10:
        return f"After {steps} steps it has left the figure: **it diverges**, each step longer than the one before."
    place, height, steepness = (f"{value:.4f}".replace("-", "−") for value in (last, function(last), slope(last)))
    return (
        f"After {steps} steps: x = **{number('place', place)}**, height **{height}**, "
        f"slope {number('slope', steepness)}."
    )
