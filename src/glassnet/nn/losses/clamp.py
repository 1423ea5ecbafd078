"""Clamping numbers to limits."""

import math
from typing import Any

import numpy as np

from glassnet.base.arrays import Array, namespace
from glassnet.base.errors import SettingError


def check_margin(loss: str, margin: float, dtype: Any, *, below_one: bool) -> None:
    """Raise a SettingError unless numbers of that type tell the margin from 0 (and 1 less the margin from 1).

    >>> check_margin("BinaryCrossEntropy", 1e-10, "float32", below_one=True)
    Traceback (most recent call last):
    glassnet.base.errors.SettingError: BinaryCrossEntropy(margin=1e-10) is too small for float32, where the next \
number below 1 is 6e-08 away; use margin=1e-7, or dtype="float64".
    """
    number = np.dtype(dtype)
    if number.kind != "f":
        return
    if below_one and number.type(1.0 - margin) >= 1.0:
        gap = f"the next number below 1 is {float(np.finfo(number).epsneg):.0e} away"
    elif margin < float(np.finfo(number).tiny):
        gap = f"numbers end at {float(np.finfo(number).tiny):.0e}"
    else:
        return
    raise SettingError(
        f'{loss}(margin={margin:g}) is too small for {number}, where {gap}; use margin=1e-7, or dtype="float64".'
    )


def at_least(x: Array, limit: float) -> Array:
    """Return x, or the limit where x is below it.

    >>> import numpy as np
    >>> at_least(np.array([0.5, 0.0]), 0.1).tolist()
    [0.5, 0.1]
    """
    return between(x, limit, math.inf) if x.dtype.kind == "O" else namespace(x).maximum(x, limit)


def between(x: Array, low: float, high: float) -> Array:
    """Return x, or the nearer limit where x is outside.

    >>> import numpy as np
    >>> between(np.array([0.5, 0.0, 1.0]), 0.1, 0.9).tolist()
    [0.5, 0.1, 0.9]
    """
    xp = namespace(x)
    if x.dtype.kind != "O":
        return xp.minimum(xp.maximum(x, low), high)
    # `maximum` would insert a plain number, whose logarithm fails in an object array
    return xp.where(x < low, 0.0 * x + low, xp.where(x > high, 0.0 * x + high, x))
