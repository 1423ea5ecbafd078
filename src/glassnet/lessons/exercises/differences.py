"""The first difference between what a function returns and what it should return, in words."""

import math
from collections.abc import Sequence
from typing import Any

import numpy as np

from glassnet.lessons.exercises.own_code.process import Unreadable

NOTHING = "nothing"
"""How the process of a learner's code describes None."""


def first_difference(given: Any, expected: Any, *, tolerance: float, names: Sequence[str] = ()) -> str:
    """Return in words where a returned value differs from the expected one; "" if it doesn't.

    Arguments:
        given: what was returned: numbers, arrays, or several of them.
        expected: what should be.
        tolerance: the largest relative difference still counted as equal; of numbers below 1, the largest difference.
        names: the names of the things expected, if there are several.

    >>> first_difference([1.0, 2.5], [1.0, 2.0], tolerance=1e-9)
    'element [1] is 2.5, expected 2.'
    >>> first_difference((1.0, 2.5), (1.0, 2.0), tolerance=1e-9, names=("mean", "deviation"))
    'deviation is 2.5, expected 2.'
    >>> first_difference(None, 2.0, tolerance=1e-9)
    'your function returns nothing. Is its `return` missing?'
    """
    if not names:
        return _of_one(given, expected, tolerance, "")
    several = isinstance(given, tuple | list) or (isinstance(given, np.ndarray) and given.ndim > 0)
    if not several or len(given) != len(names):
        return f"your function should return {', '.join(names[:-1])} and {names[-1]}; it returns {_words(given)}."
    pairs = zip(given, expected, names, strict=True)
    return next((told for one, other, name in pairs if (told := _of_one(one, other, tolerance, name))), "")


def _of_one(given: Any, expected: Any, tolerance: float, name: str) -> str:
    if given is None or (isinstance(given, Unreadable) and given.words == NOTHING):
        return "your function returns nothing. Is its `return` missing?"
    right = np.asarray(expected, dtype=float)
    try:
        ours = np.asarray(given, dtype=float)
    except (TypeError, ValueError):
        return f"{name or 'the result'} should be numbers of the shape {right.shape}; it is {_words(given)}."
    if ours.shape != right.shape:
        return f"the shape {f'of {name} ' * bool(name)}is {ours.shape}, expected {right.shape}."
    for place in np.ndindex(right.shape):
        one, other = float(ours[place]), float(right[place])
        if not math.isclose(one, other, rel_tol=tolerance, abs_tol=tolerance):
            return f"{_element(name, place)} is {one:.6g}, expected {other:.6g}."
    return ""


def _element(name: str, place: tuple[int, ...]) -> str:
    if not place:
        return name or "the result"
    inside = f"[{', '.join(map(str, place))}]"
    return f"{name}{inside}" if name else f"element {inside}"


def _words(given: Any) -> str:
    if given is None:
        return NOTHING
    if isinstance(given, Unreadable):
        return given.words
    if isinstance(given, tuple | list):
        return f"{len(given)} things"
    return "one array of the shape " + str(np.shape(given)) if np.shape(given) else f"the number {given}"
