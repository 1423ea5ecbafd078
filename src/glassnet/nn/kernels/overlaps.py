"""Adding up pieces that overlap."""

from collections.abc import Iterable

import numpy as np

from glassnet.base.arrays import Array, Shape


def sum_at(shape: Shape, places: Iterable[tuple[slice, ...]], pieces: Iterable[Array]) -> Array:
    """Return zeros of that shape with each piece, a NumPy array, added at its place.

    They are added in place, on an array made here.

    >>> sum_at((3,), [(slice(0, 2),), (slice(1, 3),)], [np.array([1.0, 2.0]), np.array([10.0, 20.0])]).tolist()
    [1.0, 12.0, 20.0]
    """
    pieces = list(pieces)
    whole = np.full(shape, 0.0, pieces[0].dtype)  # of objects, too: `zeros` would put whole numbers there
    for place, piece in zip(places, pieces, strict=True):
        whole[place] += piece
    return whole
