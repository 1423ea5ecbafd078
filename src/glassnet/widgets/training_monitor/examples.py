"""Example runs for readers without their own."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

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
        samples: what its samples are.
        make: returns network, recipe and data.
    """

    label: str
    samples: str
    make: Callable[[], tuple[Network, Recipe, Dataset]]


def _moons() -> tuple[Network, Recipe, Dataset]:
    network = Network([Dense(4, "tanh"), Dense(1, "sigmoid")])
    return network, Recipe("binary_cross_entropy", SGD(0.3), batch_size=20), moons(250, noise=0.15, seed=1)


def _digits() -> tuple[Network, Recipe, Dataset]:
    network = Network([Dense(32, "relu"), Dense(10, "softmax")])
    recipe = Recipe("sparse_categorical_cross_entropy", SGD(0.1), batch_size=32, metrics=("precision", "recall", "f1"))
    return network, recipe, digits()


EXAMPLES: Mapping[str, Example] = {
    "moons": Example("Two moons, 2-4-1", "Points", _moons),
    "digits": Example("Handwritten digits, 64-32-10", "8×8 images", _digits),
}


@cache
def describe(name: str) -> str:
    """Return an example's description, counted once in its data and its network.

    >>> describe("moons")
    'Points: 200 to train on, 50 held out; 17 parameters.'
    """
    run = make_run(name)
    train, held_out = (len(run.dataset.part(part).x) for part in ("train", "validation"))
    parameters = sum(values.size for layer in run.parameters().values() for values in layer.values())
    return f"{EXAMPLES[name].samples}: {train:,} to train on, {held_out:,} held out; {parameters:,} parameters."


def make_run(name: str) -> Run:
    """Return a new run of an example.

    >>> make_run("moons").network.names
    ('dense_1', 'dense_2')
    """
    network, recipe, dataset = look_up("example", name, EXAMPLES).make()
    return Run(network, recipe, dataset, memory=MEMORY)
