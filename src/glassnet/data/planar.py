"""Five small data sets in the plane, with two classes each, generated from a seed.

Apart from noise, all points lie within ±1.5 in both directions.
"""

from collections.abc import Callable
from typing import TypeAlias

import numpy as np

from glassnet.base.arrays import Array
from glassnet.base.checks import number, whole_number
from glassnet.base.hinted import hinted
from glassnet.base.random import RandomStream, stream
from glassnet.data.dataset import Dataset
from glassnet.data.split import split

Draw: TypeAlias = Callable[[RandomStream, Array], tuple[Array, Array]]
"""From a stream and the class of each sample to points (samples, 2) and their classes."""


@hinted
def moons(
    samples: int = 500, *, noise: float = 0.1, seed: int = 0, validation: float = 0.2, test: float = 0.0
) -> Dataset:
    """Two interleaved half circles of radius 1 (scikit-learn's `make_moons`, centred).

    Arguments:
        samples: total number of points, at least 10.
        noise: standard deviation of the normal noise added to both coordinates.
        seed: the same seed gives the same points.
        validation, test: fractions of the points held out.

    >>> moons(10, noise=0.0).x[:2].round(3).tolist()
    [[-1.463, 0.02], [1.015, -0.607]]
    """
    return _planar("moons", _moons, samples, noise, seed, validation, test)


@hinted
def circle(
    samples: int = 500, *, noise: float = 0.1, seed: int = 0, validation: float = 0.2, test: float = 0.0
) -> Dataset:
    """A disc of radius 0.7 inside a ring from 1 to 1.5. Arguments as in `moons`."""
    return _planar("circle", _circle, samples, noise, seed, validation, test)


@hinted
def xor(
    samples: int = 500, *, noise: float = 0.1, seed: int = 0, validation: float = 0.2, test: float = 0.0
) -> Dataset:
    """Four squares; those that are diagonally opposite share a class. Arguments as in `moons`."""
    return _planar("xor", _xor, samples, noise, seed, validation, test)


@hinted
def gaussians(
    samples: int = 500, *, noise: float = 0.1, seed: int = 0, validation: float = 0.2, test: float = 0.0
) -> Dataset:
    """Two round clouds around (−0.8, −0.8) and (0.8, 0.8), deviation 0.3 before the noise. Arguments as in `moons`."""
    return _planar("gaussians", _gaussians, samples, noise, seed, validation, test)


@hinted
def spiral(
    samples: int = 500, *, noise: float = 0.1, seed: int = 0, validation: float = 0.2, test: float = 0.0
) -> Dataset:
    """Two arms that wind 1.75 times around the centre. Arguments as in `moons`."""
    return _planar("spiral", _spiral, samples, noise, seed, validation, test)


PLANAR: dict[str, Callable[..., Dataset]] = {
    "moons": moons,
    "circle": circle,
    "xor": xor,
    "gaussians": gaussians,
    "spiral": spiral,
}


def _planar(name: str, draw: Draw, samples: int, noise: float, seed: int, validation: float, test: float) -> Dataset:
    whole_number("samples", samples, minimum=10, maximum=1_000_000)
    number("noise", noise, minimum=0)
    rng = stream(seed).child(name)
    x, y = draw(rng, np.arange(samples) % 2)
    x = x + rng.child("noise").normal((samples, 2), 0.0, noise, "float64") if noise else x
    settings = {"samples": samples, "noise": noise, "seed": seed, "validation": validation, "test": test}
    parts = split(y, rng, validation=validation, test=test)
    return Dataset(name, x, y, parts, ("x₁", "x₂"), ("orange", "blue"), {"generator": name, **settings})


def _moons(rng: RandomStream, y: Array) -> tuple[Array, Array]:
    angle = rng.child("angle").uniform(y.shape, 0.0, np.pi, "float64")
    side = 1 - 2 * y
    return np.stack([side * (np.cos(angle) - 0.5), side * (np.sin(angle) - 0.25)], axis=1), y


def _circle(rng: RandomStream, y: Array) -> tuple[Array, Array]:
    angle = rng.child("angle").uniform(y.shape, 0.0, 2 * np.pi, "float64")
    share = rng.child("radius").uniform(y.shape, dtype="float64")
    radius = np.where(y == 1, 0.7 * share, 1.0 + 0.5 * share)
    return radius[:, None] * np.stack([np.cos(angle), np.sin(angle)], axis=1), y


def _xor(rng: RandomStream, y: Array) -> tuple[Array, Array]:
    size = rng.child("size").uniform((len(y), 2), 0.1, 1.5, "float64")
    right = rng.child("side").integers(2, y.shape)
    signs = np.stack([2 * right - 1, (2 * right - 1) * (2 * y - 1)], axis=1)
    return size * signs, y


def _gaussians(rng: RandomStream, y: Array) -> tuple[Array, Array]:
    centre = 0.8 * (2 * y - 1)[:, None]
    return centre + rng.child("cloud").normal((len(y), 2), 0.0, 0.3, "float64"), y


def _spiral(rng: RandomStream, y: Array) -> tuple[Array, Array]:
    share = rng.child("share").uniform(y.shape, 0.05, 1.0, "float64")
    angle = 1.75 * 2 * np.pi * share + np.pi * y
    return 1.5 * share[:, None] * np.stack([np.sin(angle), np.cos(angle)], axis=1), y
