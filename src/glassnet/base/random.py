"""Random numbers as values: a stream is a name, and the same name always gives the same numbers."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

import numpy as np

from glassnet.base.arrays import Array, Shape
from glassnet.base.checks import whole_number


class RandomStream(NamedTuple):
    """A source of random numbers without hidden state.

    Drawing twice from the same stream gives the same numbers twice; for new numbers, use a
    `child` with another name. So what a training step draws depends only on the seed and the
    step, and any step can be recomputed without replaying those before it.
    """

    path: tuple[int | str, ...]

    def child(self, *names: int | str) -> "RandomStream":
        """Return the child stream with that name.

        >>> stream(0).child("dropout", 3).path
        (0, 'dropout', 3)
        """
        return tuple.__new__(RandomStream, (self.path + names,))  # speed matters: most are never drawn from

    def uniform(self, shape: Shape, low: float = 0.0, high: float = 1.0, dtype: str = "float32") -> Array:
        """Draw numbers uniform on [low, high).

        >>> stream(0).uniform((2,), dtype="float64").round(4).tolist()
        [0.8496, 0.5546]
        """
        return self._generator().uniform(low, high, shape).astype(dtype)

    def normal(self, shape: Shape, mean: float = 0.0, deviation: float = 1.0, dtype: str = "float32") -> Array:
        """Draw numbers from the normal distribution with that mean and standard deviation."""
        return self._generator().normal(mean, deviation, shape).astype(dtype)

    def permutation(self, count: int) -> Array:
        """Draw a random order of the numbers 0 … count − 1, shape (count,)."""
        return self._generator().permutation(count)

    def integers(self, high: int, shape: Shape) -> Array:
        """Draw whole numbers from 0 to high − 1."""
        return self._generator().integers(high, size=shape)

    def _generator(self) -> np.random.Generator:
        return np.random.Generator(
            np.random.PCG64DXSM(np.random.SeedSequence([_as_integer(name) for name in self.path]))
        )


def stream(seed: int) -> RandomStream:
    """Return the stream for a seed (a whole number, 0 or more)."""
    return RandomStream((whole_number("seed", seed, minimum=0),))


class BlankStream(RandomStream):
    """A stream that draws nothing and returns zeros at once, for when only shapes matter.

    >>> BlankStream(()).child("weights").normal((2,)).tolist()
    [0.0, 0.0]
    """

    def child(self, *names: int | str) -> "BlankStream":
        """Return the stream itself."""
        return self

    def uniform(self, shape: Shape, low: float = 0.0, high: float = 1.0, dtype: str = "float32") -> Array:
        """Return zeros."""
        return np.zeros(shape, dtype)

    def normal(self, shape: Shape, mean: float = 0.0, deviation: float = 1.0, dtype: str = "float32") -> Array:
        """Return zeros."""
        return np.zeros(shape, dtype)

    def permutation(self, count: int) -> Array:
        """Return the numbers 0 … count − 1 in their order."""
        return np.arange(count)

    def integers(self, high: int, shape: Shape) -> Array:
        """Return zeros."""
        return np.zeros(shape, int)


class ShapeStream(BlankStream):
    """A stream for when only shapes matter and may be huge: its arrays take no memory, and can't be written to.

    >>> ShapeStream(()).normal((10**9, 10**6), dtype="float64").shape
    (1000000000, 1000000)
    """

    def child(self, *names: int | str) -> "ShapeStream":
        """Return the stream itself."""
        return self

    def uniform(self, shape: Shape, low: float = 0.0, high: float = 1.0, dtype: str = "float32") -> Array:
        """Return zeros."""
        return np.broadcast_to(np.zeros((), dtype), shape)

    def normal(self, shape: Shape, mean: float = 0.0, deviation: float = 1.0, dtype: str = "float32") -> Array:
        """Return zeros."""
        return np.broadcast_to(np.zeros((), dtype), shape)


@contextmanager
def blank_stream(kind: type[BlankStream] = BlankStream) -> Iterator[BlankStream]:
    """Yield a blank stream; meanwhile NumPy is silent, as an initializer may divide by what it believes was drawn."""
    with np.errstate(all="ignore"):
        yield kind(())


def _as_integer(name: int | str) -> int:
    if isinstance(name, str):
        return int.from_bytes(hashlib.sha256(name.encode()).digest()[:8], "big")
    return name
