"""The real networks that the rules train."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

import numpy as np

from glassnet import Dense, Network, Recipe, Run, data
from glassnet.base.random import stream
from glassnet.data import Dataset
from glassnet.optim import UpdateRule


@dataclass(frozen=True, eq=False)
class Task:
    """A network and its data.

    Arguments:
        label: for readers.
        words: one sentence about it.
        network: what is trained.
        data: makes the data.
        loss: the loss, by name.
        batch_size: samples in each step.
    """

    label: str
    words: str
    network: Network
    data: Callable[[], Dataset]
    loss: str
    batch_size: int

    def run(self, rule: UpdateRule, seed: int) -> Run:
        """Return a run that starts from the seed's weights and takes the seed's batches."""
        return Run(self.network, Recipe(self.loss, rule, batch_size=self.batch_size, seed=seed), self.data())


@cache
def _moons() -> Dataset:
    return data.moons(200, noise=0.2, seed=0, validation=0.0)


@cache
def _digits() -> Dataset:
    whole = data.scaled(data.digits())
    chosen = whole.parts["train"][:400]
    return data.from_arrays(whole.x[chosen], whole.y[chosen], validation=0.0)


@cache
def rare_words(texts: int = 600, words: int = 400, length: int = 8) -> Dataset:
    """Return texts as bags of words, most of which are rare, and a yes or no that each word makes more or less likely.

    Arguments:
        texts, words: how many there are.
        length: words in each text; the nth word is drawn n times as seldom as the first.
    """
    rng = stream(0)
    share = 1 / np.arange(1, words + 1)
    # the largest of log(share) + Gumbel noise are a draw without replacement
    noise = -np.log(-np.log(rng.child("words").uniform((texts, words), 1e-12, 1.0, dtype="float64")))
    drawn = np.argsort(-(np.log(share) + noise), axis=1)[:, :length]
    x = np.zeros((texts, words))
    np.put_along_axis(x, drawn, 1.0, axis=1)
    says = 1.5 * rng.child("says").normal((words,), dtype="float64")
    likely = 1 / (1 + np.exp(-(x @ says)))
    return data.from_arrays(x, (rng.child("answers").uniform((texts,), dtype="float64") < likely) * 1, validation=0.0)


TASKS: Mapping[str, Task] = {
    "moons": Task(
        "Two moons",
        "A 2-8-1 network on 200 points of two moons, in batches of 20.",
        Network([Dense(8, "tanh"), Dense(1, "sigmoid")]),
        _moons,
        "binary_cross_entropy",
        20,
    ),
    "digits": Task(
        "Handwritten digits",
        "A 64-16-10 network on 400 digits of 8 × 8 pixels, in batches of 20.",
        Network([Dense(16, "relu"), Dense(10)]),
        _digits,
        "sparse_softmax_cross_entropy",
        20,
    ),
    "words": Task(
        "Rare words",
        "One neuron with an input for each of 400 words, on 600 texts in batches of 10. Most words are rare.",
        Network([Dense(1, "sigmoid", weight_initializer="zeros")]),
        rare_words,
        "binary_cross_entropy",
        10,
    ),
}
