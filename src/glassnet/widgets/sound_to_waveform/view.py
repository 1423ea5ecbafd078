"""A section of a sound as a line that fits on a screen."""

import numpy as np

from glassnet.base.arrays import Array

MAX_POINTS = 1200


def line(samples: Array, rate: float, begin: float, end: float) -> tuple[Array, Array]:
    """Return times and values of the samples between two times, and one more on each side.

    If there are too many to show, each interval is reduced to its lowest and highest value.

    >>> line(np.array([0.0, 1.0, 0.0, -1.0]), 4, 0.25, 0.5)
    (array([0.  , 0.25, 0.5 , 0.75]), array([ 0.,  1.,  0., -1.]))
    """
    first = max(0, int(np.ceil(begin * rate)) - 1)
    last = min(len(samples), int(np.floor(end * rate)) + 2)
    part = samples[first:last]
    if len(part) <= MAX_POINTS:
        return np.arange(first, first + len(part)) / rate, part
    intervals = MAX_POINTS // 2
    starts = np.arange(intervals) * len(part) // intervals
    low, high = np.minimum.reduceat(part, starts), np.maximum.reduceat(part, starts)
    times = (first + np.repeat(starts, 2)) / rate
    return times, np.stack([low, high], axis=1).reshape(-1)
