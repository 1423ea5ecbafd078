"""Checks of what figures are given, one line each, with one style of message."""

import numpy as np

from glassnet.base.arrays import Array
from glassnet.base.errors import DataError, SettingError, ShapeError
from glassnet.figures.axes import Ends


def finite(name: str, values: object, shape: str) -> Array:
    """Return numbers as an array of finite floats, or say what they should be.

    Arguments:
        name: what they are.
        values: numbers, or lists of them.
        shape: what their shape is, such as "(points, 2)": a word stands for any size but 0.

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
    except (TypeError, ValueError) as error:
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


def as_many(name: str, count: int, of: str, expected: int) -> None:
    """Say so if two things that belong together differ in number.

    >>> as_many("names", 2, "classes", 3)
    Traceback (most recent call last):
    glassnet.base.errors.ShapeError: names must be as many as classes, 3; got 2.
    """
    if count != expected:
        raise ShapeError(f"{name} must be as many as {of}, {expected}; got {count}.")


def two_ends(name: str, ends: Ends) -> Ends:
    """Return the ends of an axis, the lower first, or say that they must be so.

    >>> two_ends("x", (2, 1))
    Traceback (most recent call last):
    glassnet.base.errors.SettingError: x must be two numbers, the lower first; got (2, 1).
    """
    try:
        low, high = map(float, ends)
    except (TypeError, ValueError):
        low = high = float("nan")
    if not (np.isfinite([low, high]).all() and low < high):
        raise SettingError(f"{name} must be two numbers, the lower first; got {ends!r}.")
    return low, high
