"""Adding up overlapping parts."""

from collections.abc import Iterable

import numpy as np

from glassnet.base.arrays import Array, Shape


def sum_at(shape: Shape, slices: Iterable[tuple[slice, ...]], parts: Iterable[Array]) -> Array:
    """Return zeros of that shape with each part, a NumPy array, added at its position.

    They are added in place, to an array created here.

    >>> sum_at((3,), [(slice(0, 2),), (slice(1, 3),)], [np.array([1.0, 2.0]), np.array([10.0, 20.0])]).tolist()
    [1.0, 12.0, 20.0]
    """
    parts = list(parts)
    whole = np.full(shape, 0.0, parts[0].dtype)  # for objects too: `zeros` would fill them with integers
    for place, part in zip(slices, parts, strict=True):
        whole[place] += part
    return whole
