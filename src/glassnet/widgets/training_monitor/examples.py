"""Example runs for readers without their own."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from glassnet.base.registry import look_up
from glassnet.data import Dataset, digits, moons
from glassnet.nn.layers import Dense
from glassnet.nn.network import Network
from glassnet.optim import SGD
from glassnet.run.run import Run
from glassnet.train import Recipe

MEMORY = 4 * 2**20
"""Bytes of past states that a run keeps; many readers share one server."""


@dataclass(frozen=True)
class Example:
    """A network, data and a recipe.

    Arguments:
        label: its name.
        words: its description.
        make: returns network, recipe and data.
    """

    label: str
    words: str
    make: Callable[[], tuple[Network, Recipe, Dataset]]


def _moons() -> tuple[Network, Recipe, Dataset]:
    network = Network([Dense(4, "tanh"), Dense(1, "sigmoid")])
    return network, Recipe("binary_cross_entropy", SGD(0.3), batch_size=20), moons(250, noise=0.15, seed=1)


def _digits() -> tuple[Network, Recipe, Dataset]:
    network = Network([Dense(32, "relu"), Dense(10, "softmax")])
    recipe = Recipe("sparse_categorical_cross_entropy", SGD(0.1), batch_size=32, metrics=("precision", "recall", "f1"))
    return network, recipe, digits()


EXAMPLES: Mapping[str, Example] = {
    "moons": Example("Two moons, 2-4-1", "200 points to train on and 50 held out; 17 parameters.", _moons),
    "digits": Example(
        "Handwritten digits, 64-32-10", "8×8 images: 1,259 to train on, 179 held out; 2,410 parameters.", _digits
    ),
}


def make_run(name: str) -> Run:
    """Return a new run of an example.

    >>> make_run("moons").network.names
    ('dense_1', 'dense_2')
    """
    network, recipe, dataset = look_up("example", name, EXAMPLES).make()
    return Run(network, recipe, dataset, memory=MEMORY)
