"""The experiments and figures of lesson 00, Map of the territory."""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, NamedTuple

import numpy as np

import glassnet as gn
from glassnet.base.arrays import Array
from glassnet.base.random import RandomStream, stream
from glassnet.figures import Still
from glassnet.figures.line_graph import Line, line_graph
from glassnet.figures.palette import BLUE
from glassnet.figures.svg import drawing, words
from glassnet.lessons.catalogue import LESSONS
from glassnet.widgets.application.sentences import ReadSentence, Sentences
from glassnet.widgets.drawn_digits import CHANGES

SIZES = (30, 100, 300, 1000, 10_000)
SEEDS = 3
COPIES = 8
MODELS: Mapping[str, tuple[int, ...]] = {"linear model": (), "network": (64,)}
BY_HEART_STEPS = 300
UNKNOWN = "blorp snarf quimble"


class Curve(NamedTuple):
    """How one model does with more and more examples.

    Arguments:
        name: of the model.
        right: the fraction of new digits read rightly, shape (seeds, sizes).
    """

    name: str
    right: Array


def many_digits() -> gn.Dataset:
    """Return 10,064 digits to learn from and 539 others to test with, all turned, moved and resized a little."""
    data = gn.data.digits(validation=0.0, test=0.3)
    rng = stream(0).child("many digits")
    x = [_changed(data.train.x, rng.child("copy", copy)) for copy in range(COPIES)]
    x.append(_changed(data.test.x, rng.child("test")))
    y = np.concatenate([*[data.train.y] * COPIES, data.test.y])
    known = COPIES * len(data.train.y)
    parts = {"train": np.arange(known), "test": np.arange(known, len(y))}
    return gn.Dataset("many digits", np.concatenate(x), y, parts, class_names=data.class_names)


def _changed(x: Array, rng: RandomStream) -> Array:
    return CHANGES.apply(rng, x.reshape(-1, 8, 8, 1).astype("float32")).reshape(-1, 64)


def learning_curves(learn: Callable[..., Any]) -> tuple[Curve, ...]:
    """Train both models from scratch on growing samples of the digits, each time with several seeds.

    Arguments:
        learn: trains hidden layers on data, with a seed, and returns the run.
    """
    data = many_digits()
    found = []
    for name, units in MODELS.items():
        hidden = [gn.Dense(count, "relu") for count in units]
        right = [[_score(learn, data, hidden, size, seed) for size in SIZES] for seed in range(SEEDS)]
        found.append(Curve(name, np.array(right)))
    return tuple(found)


def _score(learn: Callable[..., Any], data: gn.Dataset, hidden: list[gn.Dense], size: int, seed: int) -> float:
    """Return the fraction of the test digits read rightly after learning from some of the others."""
    chosen = drawn(data.parts["train"], size, seed)
    sample = gn.Dataset("some digits", data.x[chosen], data.y[chosen], class_names=data.class_names)
    right = learn(sample, hidden, seed).predict(data.test.x).argmax(axis=1) == data.test.y
    return float(right.mean())


def drawn(train: Array, size: int, seed: int) -> Array:
    """Return some of the places of the digits to learn from, drawn by chance."""
    return train[stream(seed).child("some digits").permutation(len(train))[:size]]


def draw_curves(curves: tuple[Curve, ...]) -> Still:
    """Draw the middle of the three and the band between the worst and the best."""
    sizes = np.array(SIZES, float)
    lines = [
        Line(
            one.name, sizes, 100 * np.median(one.right, axis=0), dashed=not place,
            band=100 * np.stack([one.right.min(axis=0), one.right.max(axis=0)]),
        )
        for place, one in enumerate(curves)
    ]  # fmt: skip
    return line_graph(
        lines,
        label="New digits read rightly against the number of examples, for a linear model and a network: the middle of three, and a band from the worst to the best.",
        across="examples to learn from",
        up="new digits read rightly, %",
        x=(0, SIZES[-1]),
        y=(40, 100),
    )


def what_the_curves_say(curves: tuple[Curve, ...]) -> str:
    """Return the text below the figure, with its numbers."""
    linear, network = (np.median(one.right, axis=0) for one in curves)
    return (
        f"With {SIZES[0]} examples, both are about equally bad: {linear[0]:.0%} and {network[0]:.0%}. From {SIZES[-2]:,} to {SIZES[-1]:,} examples, "
        f"the linear model gains {100 * (linear[-1] - linear[-2]):.1f} points and ends at {linear[-1]:.1%}; the network gains "
        f"{100 * (network[-1] - network[-2]):.1f} points and ends at {network[-1]:.1%}. The bands show how much that depends on the start, the order and, with few examples, on which they saw. "
        "All learn for the same number of steps. In that time, so many more examples hardly help the linear model; they still help the network."
    )


def last_scores(curves: tuple[Curve, ...]) -> str:
    """Return what the two models reach in the end, in a sentence."""
    reached = ", ".join(f"{one.name} {np.median(one.right[:, -1]):.1%}" for one in curves)
    return f"Just trained, with all examples: {reached}."


def by_heart() -> tuple[Array, Array, Array]:
    """Return how wrong a network is while it learns forty noisy points by heart: steps, on them, and on new points."""
    data = gn.data.moons(240, noise=0.35, seed=4, validation=200 / 240)
    network = gn.Network([gn.Dense(32, "relu"), gn.Dense(32, "relu"), gn.Dense(1)])
    run = gn.Run(network, gn.Recipe("sigmoid_cross_entropy", gn.Adam(0.001), batch_size=20, seed=1), data)
    steps, known, fresh = [], [], []
    for step in range(0, BY_HEART_STEPS + 1, 10):
        if step:
            run.advance(step - run.step)
        steps.append(step)
        known.append(float(run.evaluate("train").loss))
        fresh.append(float(run.evaluate("validation").loss))
    return np.array(steps, float), np.array(known), np.array(fresh)


@cache
def _trained_sentences() -> Sentences:
    application = Sentences()
    for _ in range(application.turns):
        application.train()
    return application


def unknown_sentence() -> float:
    """Return how friendly the network finds a sentence of which it knows no word."""
    view = _trained_sentences().read(ReadSentence(UNKNOWN)).reply
    return view.after[-1]


def nested_names() -> Still:
    """Draw three ellipses, one inside the other: artificial intelligence, machine learning, deep learning."""
    names = ("artificial intelligence", "machine learning", "deep learning")
    parts = []
    for place, name in enumerate(names):
        wide, high = 190 - 55 * place, 120 - 33 * place
        middle = 130 + 25 * place
        parts.append(
            f'<ellipse cx="200" cy="{middle}" rx="{wide}" ry="{high}" fill="{BLUE}" fill-opacity="{0.08 + 0.06 * place:.2f}" stroke="currentColor"/>'
        )
        parts.append(words(200, middle - high + 30, name))
    return drawing(
        "".join(parts), 400, 270, "Deep learning is a part of machine learning, and that of artificial intelligence."
    )


FAMILIES = (
    ("feed-forward", "each layer passes its numbers on to the next: tables, small pictures, waves", (1, 3, 5, 7), "02"),
    ("convolutional (CNN)", "the same small window slides over the whole picture: photos, spectrograms", (6,), "14"),
    ("recurrent (RNN)", "reads one thing after the other and remembers: sentences, series", (2,), "16"),
    ("transformer", "every word looks at every other word: translation, chatbots", (), "17"),
    ("generative adversarial (GAN)", "one network invents, another tries to find it out: pictures, voices", (), "18"),
)
"""Name, use, which of the seven networks belong to it, and the lesson that opens it, if it is there."""


def families() -> str:
    """Return the table of families; a lesson that exists is linked."""
    there = {lesson.whole: lesson for lesson in reversed(LESSONS)}
    rows = []
    for name, what, above, number in FAMILIES:
        met = [f"above: {', '.join(map(str, above))}"] if above else []
        met += [f"[lesson {number}](/lessons/{there[number].number}/)"] if number in there else []
        rows.append(f"    | **{name}** | {what} | {'; '.join(met)} |")
    return "\n".join(["    | family | what for | where to meet it |", "    |:---|:---|:---|", *rows])
