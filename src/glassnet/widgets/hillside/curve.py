"""The hillside: f(x) = x⁴ − 3x³ + 2, with a level place at 0 and its valley at 9/4; and walking down it."""

import numpy as np

from glassnet.base.arrays import Array

X_RANGE, Y_RANGE = (-1.0, 3.2), (-8.0, 9.0)
VALLEY = 2.25
MAX_DISTANCE = 1e6


def height(x: Array | float) -> Array:
    """Return f(x) = x⁴ − 3x³ + 2.

    >>> float(height(2.0)), float(height(0.0))
    (-6.0, 2.0)
    """
    x = np.asarray(x, dtype=float)
    return np.asarray(x**4 - 3 * x**3 + 2)


def slope(x: Array | float) -> Array:
    """Return f′(x) = 4x³ − 9x².

    >>> float(slope(1.0)), float(slope(VALLEY))
    (-5.0, 0.0)
    """
    x = np.asarray(x, dtype=float)
    return np.asarray(4 * x**3 - 9 * x**2)


def walk(start: float, rate: float, steps: int) -> Array:
    """Return the places of gradient descent, the start first; it ends early if it flies off.

    >>> walk(1.0, 0.1, 1).tolist()
    [1.0, 1.5]
    """
    places = [start]
    for _ in range(steps):
        places.append(places[-1] - rate * float(slope(places[-1])))
        if abs(places[-1]) > MAX_DISTANCE:
            break
    return np.array(places)
