"""Random streams that give the same numbers inside and outside a compiled step."""

import hashlib
from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np

from glassnet.base.arrays import Array, Shape
from glassnet.base.random import RandomStream
from glassnet.train.xla.jax_library import load_jax, wide_numbers


class KeyStream(NamedTuple):
    """A `RandomStream` whose last names may be numbers known only at run time, such as the step in a compiled loop.

    Drawn by JAX (threefry, Salmon et al., 2011): for the same name, other numbers than NumPy's from the same
    distributions. The numbers of a compiled step can be drawn again outside it, bit for bit.

    Names are folded into the key only when something is drawn: most layers never draw, and outside a compiled step
    each name takes JAX a fraction of a millisecond.

    Arguments:
        key: JAX's key, two whole numbers of 32 bits.
        finish: applied to each array drawn: the identity inside a compiled step, else NumPy's `asarray`.
        names: the stream's path below the key.
    """

    key: Any
    finish: Callable[[Any], Any]
    names: tuple[Any, ...] = ()

    def child(self, *names: Any) -> "KeyStream":
        """Return the stream with that name below this one."""
        return self._replace(names=(*self.names, *names))

    def uniform(self, shape: Shape, low: float = 0.0, high: float = 1.0, dtype: str = "float32") -> Array:
        """Draw numbers uniform on [low, high)."""
        return self._draw(lambda random, key: random.uniform(key, shape, dtype, low, high))

    def normal(self, shape: Shape, mean: float = 0.0, deviation: float = 1.0, dtype: str = "float32") -> Array:
        """Draw numbers from the normal distribution with that mean and standard deviation."""
        return self._draw(lambda random, key: mean + deviation * random.normal(key, shape, dtype))

    def permutation(self, count: int) -> Array:
        """Draw a permutation of the numbers 0 … count − 1, shape (count,)."""
        return self._draw(lambda random, key: random.permutation(key, count))

    def integers(self, high: int, shape: Shape) -> Array:
        """Draw whole numbers from 0 to high − 1."""
        return self._draw(lambda random, key: random.randint(key, shape, 0, high))

    def _draw(self, draw: Callable[[Any, Any], Any]) -> Array:
        jax = load_jax()
        with wide_numbers(jax):
            key = self.key
            for name in self.names:
                number = np.uint32(_short_hash(name.encode())) if isinstance(name, str) else name
                key = jax.random.fold_in(key, number)
            return self.finish(draw(jax.random, key))


def key_stream(stream: RandomStream) -> KeyStream:
    """Return the stream of the same name, drawn by JAX, that gives NumPy arrays.

    >>> from glassnet.base.random import stream
    >>> numbers = key_stream(stream(0)).child("mask").uniform((1000,))
    >>> type(numbers).__name__, round(float(numbers.mean()), 1)
    ('ndarray', 0.5)
    """
    digest = hashlib.sha256(repr(stream.path).encode()).digest()
    return KeyStream(np.frombuffer(digest[:8], np.uint32), np.asarray)


def _short_hash(name: bytes) -> int:
    return int.from_bytes(hashlib.sha256(name).digest()[:4], "big")
