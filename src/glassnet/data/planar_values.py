"""Three small data sets with values to predict, generated from a seed: a curve, and two surfaces over the plane.

Features lie within ±1.5; without noise, values lie within ±1.
"""

from collections.abc import Callable

import numpy as np

from glassnet.base.arrays import Array
from glassnet.base.checks import number, whole_number
from glassnet.base.hinted import hinted
from glassnet.base.random import stream
from glassnet.data.dataset import Dataset
from glassnet.data.split import split

BUMPS = ((-0.7, 0.6, 1.0), (0.8, 0.7, -1.0), (-0.6, -0.8, -1.0), (0.7, -0.6, 1.0))
"""Place and height of each bump; each is exp(−(distance / 0.6)²) high."""


@hinted
def plane(
    samples: int = 500, *, noise: float = 0.1, seed: int = 0, validation: float = 0.2, test: float = 0.0
) -> Dataset:
    """A tilted plane, y = (x₁ + x₂) / 3.

    Arguments:
        samples: total number of points, at least 10.
        noise: standard deviation of the normal noise added to the values.
        seed: the same seed gives the same points.
        validation, test: fractions of the points held out.

    >>> data = plane(10, noise=0.0)
    >>> data.x.shape, data.y.shape, bool((abs(data.y[:, 0] - data.x.sum(axis=1) / 3) < 1e-12).all())
    ((10, 2), (10, 1), True)
    """
    return _values("plane", 2, _plane, samples, noise, seed, validation, test)


@hinted
def bumps(
    samples: int = 500, *, noise: float = 0.1, seed: int = 0, validation: float = 0.2, test: float = 0.0
) -> Dataset:
    """Two hills and two hollows over the plane. Arguments as in `plane`.

    >>> bumps(10, noise=0.0).y[:2].round(3).tolist()
    [[-0.09], [-0.158]]
    """
    return _values("bumps", 2, _bumps, samples, noise, seed, validation, test)


@hinted
def curve(
    samples: int = 500, *, noise: float = 0.1, seed: int = 0, validation: float = 0.2, test: float = 0.0
) -> Dataset:
    """A curve over one feature, y = sin 3x · (1 + x) / 2.5. Arguments as in `plane`.

    >>> curve(10, noise=0.0).x.shape
    (10, 1)
    """
    return _values("curve", 1, _curve, samples, noise, seed, validation, test)


def _values(
    name: str,
    features: int,
    value: Callable[[Array], Array],
    samples: int,
    noise: float,
    seed: int,
    validation: float,
    test: float,
) -> Dataset:
    whole_number("samples", samples, minimum=10, maximum=1_000_000)
    number("noise", noise, minimum=0)
    rng = stream(seed).child(name)
    x = rng.child("place").uniform((samples, features), -1.5, 1.5, "float64")
    y = value(x)[:, None]
    y = y + rng.child("noise").normal(y.shape, 0.0, noise, "float64") if noise else y
    parts = split(y, rng, validation=validation, test=test)
    names = ("x₁", "x₂")[:features]
    settings = {"samples": samples, "noise": noise, "seed": seed, "validation": validation, "test": test}
    return Dataset(name, x, y, parts, names, (), {"generator": name, **settings})


def _plane(x: Array) -> Array:
    return x.sum(axis=1) / 3


def _bumps(x: Array) -> Array:
    heights = [height * np.exp(-((x[:, 0] - across) ** 2 + (x[:, 1] - up) ** 2) / 0.36) for across, up, height in BUMPS]
    return np.sum(heights, axis=0)


def _curve(x: Array) -> Array:
    return np.sin(3 * x[:, 0]) * (1 + x[:, 0]) / 2.5
