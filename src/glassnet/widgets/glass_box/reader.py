"""The network in the box, and what it computes from one digit."""

from functools import cache

import numpy as np

from glassnet.base.arrays import Array
from glassnet.data import Dataset
from glassnet.nn.layers import Dense
from glassnet.nn.network import Network
from glassnet.optim import Adam
from glassnet.run.run import Run
from glassnet.train import Plan, Recipe, start
from glassnet.widgets.drawn_digits import drawn_digits

HIDDEN, CLASSES = 12, 10
STEPS = 2000
LOSS = "sparse_categorical_cross_entropy"
MEMORY = 4 * 2**20
"""Bytes of past states that are kept, so that a weight can be followed back into training."""


@cache
def trained() -> Run:
    """Return the run of the network in the box: trained once, for all readers."""
    network = Network([Dense(HIDDEN, "relu"), Dense(CLASSES, "softmax")])
    run = Run(network, Recipe(LOSS, Adam(0.005), batch_size=32), drawn_digits(), memory=MEMORY)
    run.advance(STEPS)
    return run


def reading(numbers: Array, name: str) -> Run:
    """Return a run of the trained network with one digit as its only sample.

    Arguments:
        numbers: the digit's pixels, 0 to 1, shape (64,).
        name: what the digit is called in explanations.

    >>> run = reading(trained().dataset.validation.x[0], "a digit")
    >>> int(run.at(0).parts("dense_2")["a"].argmax()), int(trained().dataset.validation.y[0])
    (4, 4)
    """
    run = trained()
    x, y = np.asarray(numbers, "float32")[None], np.array([0])
    data = run.dataset
    dataset = Dataset(name, x, y, {"train": np.array([0])}, data.feature_names, data.class_names)
    recipe = Recipe(LOSS, Adam(0.005), batch_size=1)
    return Run(
        run.network, recipe, dataset, state=start(Plan(run.network, recipe, dataset))._replace(params=run.parameters())
    )
