"""Two measurements of 178 wines from three growers, scaled in different ways, and who votes for whom."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

import numpy as np

from glassnet.base.arrays import Array

VOTERS = 5


@dataclass(frozen=True, eq=False)
class Wines:
    """Wines as points in the plane.

    Arguments:
        values: colour intensity and proline in mg per litre, shape (wines, 2).
        growers: who made each wine: 0, 1 or 2, shape (wines,).
    """

    values: Array
    growers: Array


@cache
def wines() -> Wines:
    """Return the wines of the Wine recognition data set (Forina and others, 1988), which comes with scikit-learn.

    >>> wines().values.shape
    (178, 2)
    """
    from sklearn.datasets import load_wine  # here: it takes long to load

    data = load_wine()
    columns = [data.feature_names.index(name) for name in ("color_intensity", "proline")]
    return Wines(data.data[:, columns], data.target)


SCALINGS: Mapping[str, tuple[str, Callable[[Array], Array]]] = {
    "none": ("as measured", lambda x: x),
    "min_max": ("min-max", lambda x: (x - x.min(axis=0)) / np.ptp(x, axis=0)),
    "standard": ("standard", lambda x: (x - x.mean(axis=0)) / x.std(axis=0)),
}


def voters(places: Array) -> Array:
    """Return the five nearest other points of each point, the nearest first, shape (n, 5).

    >>> voters(np.array([[0.0], [1], [3], [6], [10], [15]]))[0].tolist()
    [1, 2, 3, 4, 5]
    """
    squared = ((places[:, None] - places[None]) ** 2).sum(axis=-1)
    np.fill_diagonal(squared, np.inf)
    return squared.argsort(axis=1, kind="stable")[:, :VOTERS]


def right(growers: Array, chosen: Array) -> Array:
    """Return whether each wine's voters, by majority, name its own grower, shape (wines,); a tie goes to the first.

    >>> right(np.array([0, 1, 1]), np.array([[1, 2], [0, 2], [0, 1]])).tolist()
    [False, False, False]
    """
    votes = np.array([np.bincount(growers[row], minlength=3).argmax() for row in chosen])
    return np.asarray(votes == growers)
