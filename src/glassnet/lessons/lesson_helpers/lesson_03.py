"""The experiments and figures of lesson 03, Activation functions."""

from collections.abc import Mapping
from itertools import pairwise
from typing import NamedTuple

import numpy as np

import glassnet as gn
from glassnet.base.arrays import Array
from glassnet.base.random import stream
from glassnet.figures import Still
from glassnet.figures.line_graph import Line, line_graph
from glassnet.nn.activations import Activation, BinaryStep, LeakyReLU, Linear, ReLU, Sigmoid, Tanh
from glassnet.widgets.activation_explorer.functions import value_and_slope

UNITS = 8
SEEDS = 5
BLOW, CAREFUL = (10.0, 5), (0.3, 1000)
"""Learning rate and number of updates: first far too large, then sensible."""
LOOK_EVERY = 100
RESCUERS: Mapping[str, Activation] = {
    "ReLU": ReLU(),
    "leaky ReLU, 0.01": LeakyReLU(0.01),
    "leaky ReLU, 0.1": LeakyReLU(0.1),
    "ELU": gn.ELU(),
}


class Course(NamedTuple):
    """A network after a blow.

    Arguments:
        steps: when it was looked at, counted from the first careful update.
        silent: how many units had z ≤ 0 for every sample then.
        first: the first layer's weights right after the blow and at the end, shape (2, 2, units).
        accuracy: on the training samples at the end.
    """

    steps: tuple[int, ...]
    silent: tuple[int, ...]
    first: Array
    accuracy: float


def after_a_blow(activation: Activation, seed: int) -> Course:
    """Train a 2-8-1 network for five updates with a far too large rate, then for a thousand with a sensible one."""
    data = gn.data.circle(200, seed=1)
    network = gn.Network([gn.Dense(UNITS, activation), gn.Dense(1)])
    recipe = gn.Recipe("sigmoid_cross_entropy", gn.SGD(BLOW[0]), batch_size=20, seed=seed)
    run = gn.Run(network, recipe, data)
    run.advance(BLOW[1])
    run.change(optimizer=gn.SGD(CAREFUL[0]))
    looks = [_silent(run)]
    begin = run.parameters()["dense_1"]["weight"]
    for _ in range(CAREFUL[1] // LOOK_EVERY):
        run.advance(LOOK_EVERY)
        looks.append(_silent(run))
    steps = tuple(range(0, CAREFUL[1] + 1, LOOK_EVERY))
    end = run.parameters()["dense_1"]["weight"]
    return Course(steps, tuple(looks), np.stack([begin, end]), float(run.evaluate("train").accuracy or 0.0))


def _silent(run: gn.Run) -> int:
    params = run.parameters()["dense_1"]
    z = run.dataset.train.x @ params["weight"] + params["bias"]
    return int((z <= 0).all(axis=0).sum())


def rescue() -> dict[str, tuple[Course, ...]]:
    """Return what became of five networks with each activation."""
    return {name: tuple(after_a_blow(one, seed) for seed in range(SEEDS)) for name, one in RESCUERS.items()}


def silent_units(courses: Mapping[str, tuple[Course, ...]]) -> Still:
    """Draw how many units are silent, the mean over the networks."""
    lines = [
        Line(name, np.array(of[0].steps), np.mean([course.silent for course in of], axis=0), dashed=place > 1)
        for place, (name, of) in enumerate(courses.items())
    ]
    return line_graph(
        lines,
        label="Silent units of the hidden layer while training goes on with a sensible learning rate.",
        across="updates after the blow",
        up=f"silent units of {UNITS}",
        x=(0, CAREFUL[1]),
        y=(0, UNITS),
    )


def rescue_table(courses: Mapping[str, tuple[Course, ...]]) -> str:
    """Return a table: silent units right after the blow and at the end, and the accuracy of each network."""
    rows = [
        f"| {name} | {' '.join(str(course.silent[0]) for course in of)} | {' '.join(str(course.silent[-1]) for course in of)} "
        f"| {' '.join(f'{course.accuracy:.0%}' for course in of)} |"
        for name, of in courses.items()
    ]
    return "\n".join(
        ["| activation | silent after the blow | silent at the end | accuracy at the end |", "|:--|:--|:--|:--|", *rows]
    )


def stack(depth: int, seed: int = 2) -> list[Array]:
    """Return the weights of `depth` layers on one input: 1 → 4 → … → 4 → 1, drawn as He et al. do."""
    sizes = [1, *[4] * (depth - 1), 1]
    return [
        gn.HeNormal().draw(stream(seed).child(place), (a, b), fan_in=a, fan_out=b, dtype="float64")
        for place, (a, b) in enumerate(pairwise(sizes))
    ]


def signed(value: float) -> str:
    """Return a number with four decimals and a real minus."""
    return f"{value:.4f}".replace("-", "−")


def two_stacks(deep, weights: list[Array]) -> Still:
    """Draw what the same weights make of x, without an activation and with ReLU."""
    x = np.linspace(-2, 2, 81)
    straight, bent = (deep(x[:, None], weights, g)[:, 0] for g in (Linear(), ReLU()))
    top = float(max(1.0, np.abs(straight).max(), np.abs(bent).max()))
    return line_graph(
        [Line("no activation", x, straight), Line("ReLU", x, bent, dashed=True)],
        label="The output of a stack of layers against its input: a straight line without an activation, bent with ReLU.",
        across="x",
        up="output",
        x=(-2, 2),
        y=(-top, top),
    )


BUMPS_Y = (-5, 5)


def bumps(weights: Array) -> Still:
    """Draw three ReLU units and their sum, a curve with three bends."""
    x = np.linspace(-2, 2, 161)
    units = [weight * ReLU().forward(x - place) for weight, place in weights]
    lines = [Line(f"unit {number}", x, unit, dashed=True) for number, unit in enumerate(units, 1)]
    return line_graph(
        [*lines, Line("their sum", x, np.sum(units, axis=0))],
        label="Three ReLU units, dashed, and their sum: a curve with a bend where each unit begins.",
        across="x",
        up="output",
        x=(-2, 2),
        y=BUMPS_Y,
    )


def slopes_through(layers: int) -> dict[str, float]:
    """Return the largest factor by which a slope can be multiplied on its way back through that many activations."""
    z = np.linspace(-6, 6, 1201)
    return {name: float(value_and_slope(g, z)[1].max()) ** layers for name, g in NAMED.items()}


NAMED: Mapping[str, Activation] = {"sigmoid": Sigmoid(), "tanh": Tanh(), "ReLU": ReLU()}


def facts(z: Array) -> str:
    """Return a table of sigmoid and tanh with their slopes."""
    rows = []
    for at in z:
        (s, ds), (t, dt) = (value_and_slope(g, np.array([at])) for g in (Sigmoid(), Tanh()))
        rows.append(f"| {at:g} | {s[0]:.4f} | {ds[0]:.4f} | {t[0]:.4f} | {dt[0]:.4f} |".replace("-", "−"))
    return "\n".join(["| z | sigmoid | its slope | tanh | its slope |", "|---:|---:|---:|---:|---:|", *rows])


def relatives(z: Array) -> str:
    """Return a table of ReLU and its relatives."""
    named: Mapping[str, Activation] = {
        "ReLU": ReLU(),
        "leaky ReLU (0.01)": LeakyReLU(0.01),
        "PReLU at 0.1": LeakyReLU(0.1),
        "ELU (1)": gn.ELU(),
    }
    rows = [
        f"| {name} | " + " | ".join(f"{value:.4f}".rstrip("0").rstrip(".") for value in g.forward(z)) + " |"
        for name, g in named.items()
    ]
    head = "| z | " + " | ".join(f"{at:g}" for at in z) + " |"
    return "\n".join([head, "|:---|" + "---:|" * len(z), *rows]).replace(" -", " −").replace("| −-", "| ---")


def awake_for_digits(units: int = 100) -> Array:
    """Return which units of a new ReLU layer are on for each handwritten digit, whose pixels go from 0 to 1."""
    x = gn.data.digits().x.reshape(-1, 64)
    layer = gn.Dense(units, "relu")
    params, state, _ = layer.build(stream(0), (64,), "float32")
    a, _, _ = layer.forward(params, state, x.astype("float32"), train=False, rng=stream(0))
    return a > 0


def zeros_of_digits() -> float:
    """Return the fraction of zeros that a new ReLU layer gives for the handwritten digits."""
    return float(1 - awake_for_digits().mean())


def step_and_sigmoid() -> Still:
    """Draw the step and a sigmoid: the same decision, once without a slope and once with one."""
    z = np.linspace(-6, 6, 241)
    return line_graph(
        [Line("step", z, BinaryStep().forward(z)), Line("sigmoid", z, Sigmoid().forward(z), dashed=True)],
        label="The step and the sigmoid against z: both go from 0 to 1, the step at once, the sigmoid gradually.",
        across="z",
        up="g(z)",
        x=(-6, 6),
        y=(0, 1),
    )


def probabilities(scores: Array) -> str:
    """Return a table of three scores, their powers of e, and the probabilities that softmax makes of them."""
    p = gn.Softmax().forward(scores[None])[0]
    rows = [
        f"| {name} | {score:g} | {np.exp(score):.3f} | **{value:.4f}** |".replace("-", "−")
        for name, score, value in zip(("cat", "dog", "bird"), scores, p, strict=True)
    ]
    total = f"| | | {np.exp(scores).sum():.3f} | {p.sum():.4f} |"
    return "\n".join(["| class | score z | e^z | e^z / sum |", "|:---|---:|---:|---:|", *rows, total])
