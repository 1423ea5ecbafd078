"""Entropy and mutual information, counted from samples."""

from functools import cache
from typing import NamedTuple

import numpy as np

from glassnet.base.arrays import Array

CLASSES = 10


class Measured(NamedTuple):
    """Entropy of each pixel, its mutual information with the digit, and what chance alone would give, in bits.

    Fields:
        entropy, information: shape (64,).
        answer: the entropy of the digit itself.
        by_chance: the mean mutual information of the most informative pixel with shuffled digits.
    """

    entropy: Array
    information: Array
    answer: float
    by_chance: float


def entropy(chances: Array) -> float:
    """Return −Σ p log₂ p in bits; what never happens adds nothing.

    >>> entropy(np.array([0.5, 0.5])), entropy(np.array([1.0, 0.0]))
    (1.0, 0.0)
    """
    p = chances[chances > 0]
    return float(-(p * np.log2(p)).sum()) + 0.0


def counts(values: Array, classes: Array, levels: int) -> Array:
    """Return how often each level goes with each class, shape (levels, 10)."""
    table = np.zeros((levels, CLASSES))
    np.add.at(table, (values, classes), 1)
    return table


def information(table: Array) -> tuple[float, float]:
    """Return H(X) and I(X; Y) = H(X) + H(Y) − H(X, Y) of a table of counts, (levels, classes).

    >>> information(np.array([[1.0, 0.0], [0.0, 1.0]]))
    (1.0, 1.0)
    """
    pairs = table / table.sum()
    h_x = entropy(pairs.sum(axis=1))
    return h_x, h_x + entropy(pairs.sum(axis=0)) - entropy(pairs.ravel())


@cache
def digits(levels: int) -> tuple[Array, Array]:
    """Return 1,797 handwritten digits with that many levels of grey, shape (1797, 64), and their classes.

    >>> digits(4)[0].shape, digits(4)[1][:3].tolist()
    ((1797, 64), [0, 1, 2])
    """
    from sklearn.datasets import load_digits  # here: it takes long to load

    images, classes = load_digits(return_X_y=True)
    return np.minimum(images.astype(int) * levels // 17, levels - 1), classes


@cache
def measured(levels: int) -> Measured:
    """Return the measures of every pixel.

    >>> found = measured(4)
    >>> found.information.shape, round(found.answer, 2)
    ((64,), 3.32)
    """
    pixels, classes = digits(levels)
    rows = np.array([information(counts(pixels[:, place], classes, levels)) for place in range(64)])
    best = int(rows[:, 1].argmax())
    shuffled = [np.random.default_rng(seed).permutation(classes) for seed in range(5)]
    chance = [information(counts(pixels[:, best], wrong, levels))[1] for wrong in shuffled]
    answer = entropy(np.bincount(classes) / len(classes))
    return Measured(rows[:, 0], rows[:, 1], answer, float(np.mean(chance)))
