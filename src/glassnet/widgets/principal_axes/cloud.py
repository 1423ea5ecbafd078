"""A cloud of points, and how its principal axes are found: by turning an axis towards more and more spread."""

from typing import NamedTuple

import numpy as np

from glassnet.base.arrays import Array
from glassnet.base.random import stream

PEOPLE = 160
MEASUREMENTS = ("height", "arm span", "length of foot")
WEIGHTS = np.array([[1.0, 1.05, 0.8], [0.15, -0.15, 0.75]])
"""How much size, and the share of the feet, go into each measurement."""
NOISE = 0.3
START = np.array([1.0, -0.9, 0.35])
"""Far from the principal axis, so that it is seen to turn."""
TURNS, RATE = 16, 0.3


class Axis(NamedTuple):
    """A direction of length 1, and the fraction of the cloud's variance along it."""

    direction: Array
    share: float


def people(seed: int = 0) -> Array:
    """Return three measurements of made-up people, standardised, shape (people, 3).

    >>> cloud = people()
    >>> cloud.shape, cloud.std(axis=0).round(12).tolist()
    ((160, 3), [1.0, 1.0, 1.0])
    """
    rng = stream(seed).child("people")
    causes = rng.child("causes").normal((PEOPLE, 2), 0.0, 1.0, "float64")
    noise = rng.child("noise").normal((PEOPLE, 3), 0.0, NOISE, "float64")
    measured = causes @ WEIGHTS + noise
    measured = measured - measured.mean(axis=0)
    return measured / measured.std(axis=0)


def axis(cloud: Array, direction: Array) -> Axis:
    """Return a direction with its fraction of the variance.

    >>> axis(np.array([[1.0, 0, 0], [-1, 0, 0]]), np.array([2.0, 0, 0])).share
    1.0
    """
    unit = direction / np.linalg.norm(direction)
    return Axis(unit, float((cloud @ unit).var() / cloud.var(axis=0).sum()))


def turned(cloud: Array, direction: Array, turns: int = TURNS) -> list[Axis]:
    """Return an axis as it is turned, step by step, to where the variance grows.

    direction ← direction + rate · S · direction, brought back to length 1; S is the covariance.

    >>> shares = [each.share for each in turned(people(), START)]
    >>> shares == sorted(shares), round(shares[0], 2), round(shares[-1], 2)
    (True, 0.08, 0.86)
    """
    covariance = cloud.T @ cloud / len(cloud)
    axes = [axis(cloud, direction)]
    for _ in range(turns):
        here = axes[-1].direction
        axes.append(axis(cloud, here + RATE * covariance @ here))
    return axes


def second(cloud: Array, first: Array) -> Axis:
    """Return the axis of most spread at a right angle to the first.

    >>> cloud = people()
    >>> first = turned(cloud, START)[-1].direction
    >>> abs(float(second(cloud, first).direction @ first)) < 1e-9
    True
    """
    rest = cloud - np.outer(cloud @ first, first)
    _, _, directions = np.linalg.svd(rest, full_matrices=False)
    return axis(cloud, directions[0])
