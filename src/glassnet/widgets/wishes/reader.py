"""A network that has half learnt to read digits, and pictures that it reads wrongly."""

from functools import cache

import numpy as np

from glassnet.data import digits, from_arrays
from glassnet.nn.layers import Dense
from glassnet.nn.network import Network
from glassnet.optim import SGD
from glassnet.run.run import Run
from glassnet.train import Plan, Recipe, start

HIDDEN, TRAINED_STEPS = 12, 80
PICTURES = (6, 10, 48)
"""Among the validation samples: a 2 that is read as an 8, a 1 as a 4, a 7 as a 5."""
RATE = 0.1
LOSS = "sparse_categorical_cross_entropy"


@cache
def _trained() -> Run:
    network = Network([Dense(HIDDEN, "sigmoid"), Dense(10, "softmax")])
    run = Run(network, Recipe(LOSS, SGD(1.0), batch_size=32), digits())
    run.advance(TRAINED_STEPS)
    return run


def reading(picture: int) -> Run:
    """Return a run of the half-trained network with one picture as its only sample.

    >>> run = reading(0)
    >>> run.at(0).parts("dense_2")["a"][0].argmax(), int(run.dataset.train.y[0])
    (np.int64(8), 2)
    """
    trained = _trained()
    samples, at = trained.dataset.validation, PICTURES[picture]
    x, y = np.array(samples.x[at : at + 1], float), np.array(samples.y[at : at + 1])
    dataset = from_arrays(x, y, validation=0.0, class_names=tuple(range(10)))
    recipe = Recipe(LOSS, SGD(RATE), batch_size=1, dtype="float64")
    params = {
        layer: {name: np.asarray(value, float) for name, value in parts.items()}
        for layer, parts in trained.parameters().items()
    }
    state = start(Plan(trained.network, recipe, dataset))
    return Run(trained.network, recipe, dataset, state=state._replace(params=params))
