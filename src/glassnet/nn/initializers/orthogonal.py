"""Orthogonal: a random rotation."""

from math import prod

import numpy as np

from glassnet.base.arrays import Array, Shape
from glassnet.base.checks import number
from glassnet.base.errors import ShapeError
from glassnet.base.random import RandomStream, ShapeStream
from glassnet.base.settings_class import settings_class


@settings_class
class Orthogonal:
    """gain · Q, where the columns of Q (or its rows, if there are fewer) are orthonormal.

    All axes but the last are flattened into one, as in Keras. Multiplying by Q preserves lengths, however
    often it is repeated, which makes it the usual choice for recurrent weights. Saxe, McClelland & Ganguli (2014).

    Arguments:
        gain: the factor by which lengths grow, above 0.

    >>> from glassnet.base.random import stream
    >>> q = Orthogonal().draw(stream(0), (3, 2), fan_in=3, fan_out=2, dtype="float64")
    >>> abs((q.T @ q).round(4)).tolist()
    [[1.0, 0.0], [0.0, 1.0]]
    """

    gain: float = 1.0

    def __post_init__(self) -> None:
        number("gain", self.gain, above=0)

    def draw(self, rng: RandomStream, shape: Shape, *, fan_in: int, fan_out: int, dtype: str) -> Array:
        """Return gain · Q, from the QR decomposition of a matrix of normal random numbers.

        Raises:
            ShapeError: there are fewer than two axes.
        """
        if len(shape) < 2:
            raise ShapeError(
                f"Orthogonal needs a weight with two or more axes; got shape {shape}. For a bias use zeros."
            )
        if isinstance(rng, ShapeStream):
            return rng.normal(shape, dtype=dtype)
        rows, columns = prod(shape[:-1]), shape[-1]
        drawn = rng.normal((max(rows, columns), min(rows, columns)), dtype="float64")
        q, r = np.linalg.qr(drawn)
        q = q * np.where(np.diag(r) < 0, -1.0, 1.0)  # otherwise not all rotations are equally likely
        return (self.gain * (q if rows >= columns else q.T)).reshape(shape).astype(dtype)
