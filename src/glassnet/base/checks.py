"""Checks of settings: one call each, and error messages in one style."""

import math
from numbers import Integral, Real

from glassnet.base.errors import SettingError


def whole_number(name: str, value: object, *, minimum: int, maximum: int | None = None) -> int:
    """Return `value` as an int, or raise an error that gives the range allowed for `name`.

    >>> whole_number("units", 8, minimum=1)
    8
    >>> whole_number("epochs", 0, minimum=1)
    Traceback (most recent call last):
    glassnet.base.errors.SettingError: epochs must be a whole number, at least 1; got 0.
    """
    ok = isinstance(value, Integral) and not isinstance(value, bool)
    if ok and int(value) >= minimum and (maximum is None or int(value) <= maximum):  # type: ignore[call-overload]
        return int(value)  # type: ignore[call-overload]
    limits = f"at least {minimum}" if maximum is None else f"from {minimum} to {maximum}"
    raise SettingError(f"{name} must be a whole number, {limits}; got {value!r}.")


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
    ok = isinstance(value, Real) and not isinstance(value, bool) and _is_finite(value)
    if ok and above < float(value) < below and minimum <= float(value) <= maximum:  # type: ignore[arg-type]
        return float(value)  # type: ignore[arg-type]
    limits = [
        f"{word} {limit:g}"
        for word, limit in [("above", above), ("at least", minimum), ("below", below), ("at most", maximum)]
        if math.isfinite(limit)
    ]
    raise SettingError(f"{name} must be a number {' and '.join(limits) or 'that is finite'}; got {value!r}.")


def true_or_false(name: str, value: object) -> bool:
    """Return `value` if it is True or False; otherwise raise an error.

    >>> true_or_false("return_sequences", "yes")
    Traceback (most recent call last):
    glassnet.base.errors.SettingError: return_sequences must be True or False; got 'yes'.
    """
    if not isinstance(value, bool):
        raise SettingError(f"{name} must be True or False; got {value!r}.")
    return value


def _is_finite(value: Real) -> bool:
    try:
        return math.isfinite(value)
    except OverflowError:  # a whole number beyond the largest float
        return False
