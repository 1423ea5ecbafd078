"""Checks of settings: one call each, and error messages in one style."""

import math
import os
from collections.abc import Mapping
from numbers import Integral, Real
from pathlib import Path
from typing import Any, TypeVar

import numpy as np

from glassnet.base.arrays import Array
from glassnet.base.errors import DataError, SettingError
from glassnet.base.settings_class import plain

Kind = TypeVar("Kind")

LARGEST_WHOLE_NUMBER = 2**128
"""No seed holds more, and nothing else is counted as far."""


def whole_number(name: str, value: object, *, minimum: int, maximum: int | None = None) -> int:
    """Return `value` as an int, or raise an error that gives the range allowed for `name`.

    >>> whole_number("units", 8, minimum=1)
    8
    >>> whole_number("epochs", 0, minimum=1)
    Traceback (most recent call last):
    glassnet.base.errors.SettingError: epochs must be a whole number, at least 1; got 0.
    """
    value = plain(value)
    ok = isinstance(value, Integral) and not isinstance(value, bool)
    if ok and minimum <= int(value) <= (LARGEST_WHOLE_NUMBER if maximum is None else maximum):  # type: ignore[call-overload]
        return int(value)  # type: ignore[call-overload]
    too_large = maximum is None and ok and int(value) > minimum  # type: ignore[call-overload]
    if too_large:
        raise SettingError(f"{name} must be a whole number up to 2**128; got {value!r}.")
    limits = f"at least {minimum}" if maximum is None else f"from {minimum} to {maximum}"
    raise SettingError(f"{name} must be a whole number, {limits}; got {value!r}.")


def is_a(name: str, value: object, kind: type[Kind], example: str) -> Kind:
    """Return `value` if it is of that kind, or say what `name` takes.

    >>> is_a("monitor", 3, str, '"loss"')
    Traceback (most recent call last):
    glassnet.base.errors.SettingError: monitor must be a str, such as "loss"; got 3.
    """
    if not isinstance(value, kind):
        raise SettingError(f"{name} must be a {kind.__name__}, such as {example}; got {value!r}.")
    return value


def is_mapping(name: str, value: object, example: str) -> Mapping[Any, Any]:
    """Return `value` if it is a mapping, or say that `name` must be one.

    >>> is_mapping("results", 3, '{"accuracy": 0.9}')
    Traceback (most recent call last):
    glassnet.base.errors.SettingError: results must be a mapping, such as {"accuracy": 0.9}; got 3.
    """
    if not isinstance(value, Mapping):
        raise SettingError(f"{name} must be a mapping, such as {example}; got {value!r}.")
    return value


def path_of(name: str, value: object) -> Path:
    """Return the path of a file or a folder, or say that `name` must be one.

    >>> path_of("path", None)
    Traceback (most recent call last):
    glassnet.base.errors.SettingError: path must be a path, such as "run.glass"; got None.
    """
    if not isinstance(value, str | Path) or not _is_encodable(str(value)):
        raise SettingError(f'{name} must be a path, such as "run.glass"; got {value!r}.')
    return Path(value)


def _is_encodable(path: str) -> bool:
    """Return whether a file system could have such a name: no NUL, no half of a character."""
    try:
        return b"\0" not in os.fsencode(path)
    except UnicodeEncodeError:
        return False


def number(
    name: str,
    value: object,
    *,
    above: float = -math.inf,
    minimum: float = -math.inf,
    maximum: float = math.inf,
    below: float = math.inf,
) -> float:
    """Return `value` as a float, or raise an error that gives the range allowed for `name`.

    >>> number("learning_rate", 0.1, above=0)
    0.1
    >>> number("learning_rate", -1, above=0)
    Traceback (most recent call last):
    glassnet.base.errors.SettingError: learning_rate must be a number above 0; got -1.
    """
    value = plain(value)
    ok = isinstance(value, Real) and not isinstance(value, bool) and _is_finite(value)
    if ok and above < float(value) < below and minimum <= float(value) <= maximum:  # type: ignore[arg-type]
        return float(value)  # type: ignore[arg-type]
    limits = [
        f"{word} {limit:g}"
        for word, limit in [("above", above), ("at least", minimum), ("below", below), ("at most", maximum)]
        if math.isfinite(limit)
    ]
    raise SettingError(f"{name} must be a number {' and '.join(limits) or 'that is finite'}; got {value!r}.")


def array_of_numbers(name: str, values: object) -> Array:
    """Return values as an array of numbers, or say that `name` must be one.

    >>> array_of_numbers("series", [1, 2]).tolist()
    [1, 2]
    >>> array_of_numbers("series", "ab")
    Traceback (most recent call last):
    glassnet.base.errors.DataError: series must be numbers; got 'ab'.
    """
    try:
        array = np.asarray(values)
    except (TypeError, ValueError):
        array = np.empty(0, object)
    if array.dtype.kind not in "biuf" or isinstance(values, np.ma.MaskedArray):
        raise DataError(f"{name} must be numbers; got {values!r:.100}.")
    return array


def true_or_false(name: str, value: object) -> bool:
    """Return `value` if it is True or False; otherwise raise an error.

    >>> true_or_false("return_sequences", "yes")
    Traceback (most recent call last):
    glassnet.base.errors.SettingError: return_sequences must be True or False; got 'yes'.
    """
    value = plain(value)
    if not isinstance(value, bool):
        raise SettingError(f"{name} must be True or False; got {value!r}.")
    return value


def _is_finite(value: Real) -> bool:
    try:
        return math.isfinite(value)
    except OverflowError:  # a whole number beyond the largest float
        return False
