"""Checks of the arguments of figures, with uniform messages."""

import numpy as np

from glassnet.base.arrays import Array
from glassnet.base.errors import DataError, SettingError, ShapeError
from glassnet.figures.axes import Limits


def finite(name: str, values: object, shape: str) -> Array:
    """Return numbers as an array of finite floats of a given shape.

    Arguments:
        name: their name, for messages.
        values: numbers, or lists of them.
        shape: the expected shape, such as "(points, 2)": a word stands for any size except 0.

    Raises:
        DataError: they are not numbers, or one is not finite.
        ShapeError: they have another shape.

    >>> finite("points", [[1, 2], [3, 4]], "(points, 2)").shape
    (2, 2)
    >>> finite("points", [1, 2], "(points, 2)")
    Traceback (most recent call last):
    glassnet.base.errors.ShapeError: points must have shape (points, 2); got (2,).
    >>> finite("points", [[1, float("nan")]], "(points, 2)")
    Traceback (most recent call last):
    glassnet.base.errors.DataError: points must be finite; value 1 of 2 is nan.
    """
    try:
        array = np.asarray(values, dtype=float)
    except (TypeError, ValueError, OverflowError) as error:
        raise DataError(f"{name} must be numbers of shape {shape}; got {values!r:.60}.") from error
    sizes = [size.strip() for size in shape.strip("()").split(",") if size.strip()]
    fits = [have == int(size) if size.isdigit() else have > 0 for size, have in zip(sizes, array.shape, strict=False)]
    if array.ndim != len(sizes) or not all(fits):
        raise ShapeError(f"{name} must have shape {shape}; got {array.shape}.")
    odd = np.flatnonzero(~np.isfinite(array))
    if len(odd):
        place = int(odd[0])
        raise DataError(f"{name} must be finite; value {place} of {array.size} is {array.flat[place]}.")
    return array


def same_length(name: str, count: int, of: str, expected: int) -> None:
    """Check that two things that belong together have the same length.

    >>> same_length("names", 2, "classes", 3)
    Traceback (most recent call last):
    glassnet.base.errors.ShapeError: names must have the same length as classes, 3; got 2.
    """
    if count != expected:
        raise ShapeError(f"{name} must have the same length as {of}, {expected}; got {count}.")


def axis_limits(name: str, ends: Limits) -> Limits:
    """Return the limits of an axis as floats, the lower first.

    >>> axis_limits("x", (2, 1))
    Traceback (most recent call last):
    glassnet.base.errors.SettingError: x must be two finite numbers, the lower first; got (2, 1).
    """
    try:
        low, high = map(float, ends)
    except (TypeError, ValueError):
        low = high = float("nan")
    if not (np.isfinite([low, high]).all() and low < high):
        raise SettingError(f"{name} must be two finite numbers, the lower first; got {ends!r}.")
    return low, high
