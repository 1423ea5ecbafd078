"""How a row of the table draws its inputs and targets: from a stream, in a shape, always float64 or whole numbers."""

from collections.abc import Callable
from typing import TypeAlias

import numpy as np

from glassnet.base.arrays import Array, Shape
from glassnet.base.random import RandomStream

Draw: TypeAlias = Callable[[RandomStream, Shape], Array]


def normal(rng: RandomStream, shape: Shape) -> Array:
    """Numbers of both signs, most within ±2."""
    return rng.normal(shape, dtype="float64")


def probabilities(rng: RandomStream, shape: Shape) -> Array:
    """Numbers well inside 0 … 1, each on its own."""
    return rng.uniform(shape, 0.05, 0.95, dtype="float64")


def shares(rng: RandomStream, shape: Shape) -> Array:
    """Numbers above 0 that add up to one over the last axis."""
    values = probabilities(rng, shape)
    return values / values.sum(axis=-1, keepdims=True)


def yes_or_no(rng: RandomStream, shape: Shape) -> Array:
    """Zeros and ones."""
    return rng.integers(2, shape).astype("float64")


def one_hot_rows(rng: RandomStream, shape: Shape) -> Array:
    """Rows of zeros with a single one."""
    return np.eye(shape[-1])[classes(rng, shape)]


def classes(rng: RandomStream, shape: Shape) -> Array:
    """Class numbers: one for each row of a prediction of this shape."""
    return rng.integers(shape[-1], shape[:-1])


def ids(count: int) -> Draw:
    """Whole numbers from 0 to count − 1 (words, for a layer that looks them up)."""
    return lambda rng, shape: rng.integers(count, shape)


def far_from_zero(rng: RandomStream, shape: Shape) -> Array:
    """Numbers of both signs, none within 0.1 of the jump of a step."""
    values = normal(rng, shape)
    return values + 0.1 * np.sign(values)


def padded(rng: RandomStream, shape: Shape) -> Array:
    """Sequences of which each is shorter than the one before: the rest of their steps is 0."""
    values = normal(rng, shape)
    for example in range(len(values)):
        values[example, max(1, shape[1] - example) :] = 0.0
    return values
