"""Word vectors: nearest words, sums and differences, and a map in two dimensions."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from glassnet.base.arrays import Array


class Neighbour(NamedTuple):
    """A word, and its cosine with what it was compared with: 1 is the same direction, 0 a right angle."""

    word: str
    cosine: float


def unit(vectors: Array) -> Array:
    """Return vectors of length 1 with the same directions, shape (words, units); those of length 0 stay as they are.

    >>> unit(np.array([[3.0, 4.0], [0.0, 0.0]])).tolist()
    [[0.6, 0.8], [0.0, 0.0]]
    """
    length = np.linalg.norm(vectors, axis=-1, keepdims=True)
    return vectors / np.where(length > 0, length, 1.0)


def nearest(direction: Array, vectors: Array, words: Sequence[str], count: int) -> list[Neighbour]:
    """Return the words whose vectors are nearest to a direction, the nearest first.

    >>> nearest(np.array([1.0, 0.0]), np.array([[0.0, 2.0], [3.0, 0.0]]), ("up", "right"), 1)
    [Neighbour(word='right', cosine=1.0)]
    """
    cosines = unit(vectors) @ unit(direction)
    order = np.argsort(-cosines, kind="stable")[:count]
    return [Neighbour(words[place], float(cosines[place])) for place in order]


def sum_of_words(plus: Sequence[int], minus: Sequence[int], vectors: Array) -> Array:
    """Return the sum of unit vectors of some words minus those of others, shape (units,).

    >>> sum_of_words([0], [1], np.array([[2.0, 0.0], [0.0, 5.0]])).tolist()
    [1.0, -1.0]
    """
    units = unit(vectors)
    return units[list(plus)].sum(axis=0) - units[list(minus)].sum(axis=0)


def flat_map(vectors: Array, before: Array | None) -> tuple[Array, float]:
    """Return the unit vectors' first two principal components, and the fraction of variance they explain (PCA).

    The principal axes may rotate and flip arbitrarily from one step to the next. So the map is rotated to the best fit
    with the previous one (orthogonal Procrustes); distances in it don't change.

    Arguments:
        vectors: shape (words, units).
        before: the positions in the previous map, shape (words, 2); None for the first one.

    >>> places, explained = flat_map(np.array([[1.0, 0.0], [0.0, 1.0], [-1.0, 0.0]]), None)
    >>> places.shape, round(explained, 3)
    ((3, 2), 1.0)
    """
    centred = unit(vectors) - unit(vectors).mean(axis=0)
    left, sizes, _ = np.linalg.svd(centred, full_matrices=False)
    places = left[:, :2] * sizes[:2]
    if before is not None:
        turn_in, _, turn_out = np.linalg.svd(places.T @ before)
        places = places @ turn_in @ turn_out
    total = float((sizes**2).sum())
    return places, float((sizes[:2] ** 2).sum()) / total if total else 0.0
