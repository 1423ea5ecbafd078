"""Two more data sets in the plane, generated from a seed: round clouds of several classes, and a checkerboard."""

import numpy as np

from glassnet.base.arrays import Array
from glassnet.base.checks import number, whole_number
from glassnet.base.hinted import hinted
from glassnet.base.random import RandomStream, stream
from glassnet.data.dataset import Dataset
from glassnet.data.split import split

MAX_CLASSES = 6
SQUARES = 4
"""Squares of the checkerboard per side."""


@hinted
def blobs(
    samples: int = 500,
    *,
    classes: int = 3,
    noise: float = 0.1,
    seed: int = 0,
    validation: float = 0.2,
    test: float = 0.0,
) -> Dataset:
    """Round clouds on a circle of radius 1, one for each class, deviation 0.2 before the noise.

    Arguments:
        samples: total number of points, at least 10.
        classes: number of clouds, 2 to 6.
        noise: standard deviation of the normal noise added to both coordinates.
        seed: the same seed gives the same points.
        validation, test: fractions of the points held out.

    >>> data = blobs(30, classes=4)
    >>> data.x.shape, data.class_names
    ((30, 2), (0, 1, 2, 3))
    """
    whole_number("classes", classes, minimum=2, maximum=MAX_CLASSES)
    rng, y = _begin("blobs", samples, classes, noise, seed)
    angle = 2 * np.pi * (y / classes + 0.125)
    centre = np.stack([np.cos(angle), np.sin(angle)], axis=1)
    x = centre + rng.child("cloud").normal((samples, 2), 0.0, 0.2, "float64")
    parts = split(y, rng, validation=validation, test=test)
    settings = {"samples": samples, "classes": classes, "noise": noise, "seed": seed}
    source = {"generator": "blobs", **settings, "validation": validation, "test": test}
    return Dataset("blobs", _noisy(x, rng, noise), y, parts, ("x₁", "x₂"), tuple(range(classes)), source)


@hinted
def checkerboard(
    samples: int = 500, *, noise: float = 0.1, seed: int = 0, validation: float = 0.2, test: float = 0.0
) -> Dataset:
    """Four by four squares whose classes alternate. Arguments as in `moons`.

    >>> data = checkerboard(10, noise=0.0)
    >>> data.x[:2].round(3).tolist(), data.y[:2].tolist()
    ([[0.531, 0.696], [0.463, -0.748]], [0, 1])
    """
    rng, y = _begin("checkerboard", samples, 2, noise, seed)
    side = 3.0 / SQUARES
    column = rng.child("column").integers(SQUARES, (samples,))
    row = 2 * rng.child("row").integers(SQUARES // 2, (samples,)) + (column + y) % 2
    within = rng.child("within").uniform((samples, 2), dtype="float64")
    x = side * (np.stack([column, row], axis=1) + within) - 1.5
    parts = split(y, rng, validation=validation, test=test)
    settings = {"samples": samples, "noise": noise, "seed": seed, "validation": validation, "test": test}
    source = {"generator": "checkerboard", **settings}
    return Dataset("checkerboard", _noisy(x, rng, noise), y, parts, ("x₁", "x₂"), ("orange", "blue"), source)


def _begin(name: str, samples: int, classes: int, noise: float, seed: int) -> tuple[RandomStream, Array]:
    """Return the stream of a data set and the class of each sample."""
    whole_number("samples", samples, minimum=10, maximum=1_000_000)
    number("noise", noise, minimum=0)
    return stream(seed).child(name), np.arange(samples) % classes


def _noisy(x: Array, rng: RandomStream, noise: float) -> Array:
    return x + rng.child("noise").normal(x.shape, 0.0, noise, "float64") if noise else x
