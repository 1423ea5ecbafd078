"""The figure of lesson 08, Backpropagation, and the check of the engine."""

import numpy as np

import glassnet as gn
from glassnet.figures import Still
from glassnet.lessons.lesson_exercises import lesson_08 as exercises


def neuron_picture(neuron) -> Still:
    """Draw one neuron's numbers from inputs to loss, with the slopes beside the lines."""
    number, link = gn.figures.Number, gn.figures.Link
    return gn.figures.numbers_picture(
        [
            [number("w", 0.8, "weight"), number("x", 1.5, "input"), number("b", -0.3, "bias")],
            [number("z", neuron["z"], "z")],
            [number("a", neuron["a"], "a"), number("t", 0.0, "truth")],
            [number("L", neuron["loss"], "loss")],
        ],
        [
            link((0, 0), (1, 0), "∂z/∂w = 1.50", "input"),
            link((0, 1), (1, 0)),
            link((0, 2), (1, 0)),
            link((1, 0), (2, 0), f"∂a/∂z = {neuron['a'] * (1 - neuron['a']):.2f}", "bend"),
            link((2, 0), (3, 0), f"∂L/∂a = {neuron['d_a']:.2f}", "da"),
            link((2, 1), (3, 0)),
        ],
        label=f"From w, x and b to z = {neuron['z']:.2f}, a = {neuron['a']:.2f} and L = {neuron['loss']:.2f}; "
        f"the slopes along the path multiply to {neuron['d_w']:.2f}.",
    )


def nudge_table(before, after, push) -> str:
    """Return a Markdown table of how a nudge of the weight travels to the loss, and what its factors multiply to."""
    change = {name: after[name] - before[name] for name in ("z", "a", "loss")} | {"w": push}
    rows = [f"| weight $w$ | 0.8000 | {0.8 + push:.4f} | {push:.4f} | |"]
    for name, words, source in (
        ("z", "weighted sum $z$", "w"),
        ("a", "activation $a$", "z"),
        ("loss", "loss $L$", "a"),
    ):
        factor = f"**{change[name] / change[source]:.2f}** times that of ${source}$"
        rows.append(f"| {words} | {before[name]:.4f} | {after[name]:.4f} | {change[name]:.4f} | {factor} |")
    head = "| number | before | after | change | that is |\n|:---|---:|---:|---:|:---|\n"
    factors = " · ".join(f"{change[to] / change[by]:.2f}" for to, by in (("z", "w"), ("a", "z"), ("loss", "a")))
    return (
        head
        + "\n".join(rows)
        + f"\n\nThree gears in a row, so their factors **multiply**: {factors} = **{change['loss'] / push:.2f}** times as fast. "
        "Make the nudge smaller: the factors settle."
    )


def sum_picture(deltas, total) -> Still:
    """Draw every sample's δ on the way into their sum."""
    number, link = gn.figures.Number, gn.figures.Link
    rows = [
        [number(f"δ, sample {place + 1}", float(delta), "") for place, delta in enumerate(deltas)],
        [number("Σ δ", float(total), "")],
    ]
    links = [link((0, place), (1, 0)) for place in range(len(deltas))]
    added = " + ".join(f"({delta:.3f})" for delta in deltas)
    return gn.figures.numbers_picture(
        rows, links, label=f"Four numbers run together into their sum: {added} = {total:.3f}."
    )


def nudge(value, at, step=1e-5):
    """Return the slope of a scalar function along every element of an array, by finite differences."""
    slopes = np.zeros_like(at)
    for place in np.ndindex(at.shape):
        up, down = at.copy(), at.copy()
        up[place] += step
        down[place] -= step
        slopes[place] = (value(up) - value(down)) / (2 * step)
    return slopes


def engine_against_nudging() -> dict[str, float]:
    """Return the largest difference between the engine's backward passes and nudging, on the three exercises' cases."""

    def sigmoid(z):
        return 1 / (1 + np.exp(-z))

    def loss(z, one_hot):
        return float(gn.CategoricalCrossEntropy().value(gn.Softmax().forward(z), one_hot).mean())

    far = {
        "dense": [
            exercises.engine_dense(x, w, d)[1] - nudge(lambda v, x=x, d=d: (d * (x @ v)).sum(), w)
            for x, w, d in exercises.dense_cases()
        ],
        "sigmoid": [
            exercises.engine_sigmoid(d, z) - nudge(lambda v, d=d: (d * sigmoid(v)).sum(), z)
            for d, z in exercises.sigmoid_cases()
        ],
        "softmax + cross-entropy": [
            exercises.engine_softmax_loss(z, t) - nudge(lambda v, t=t: loss(v, t), z)
            for z, t in exercises.softmax_cases()
        ],
    }
    return {name: max(np.abs(one).max() for one in ones) for name, ones in far.items()}
