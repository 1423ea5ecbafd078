"""Settings as Python values: what makes a class of settings, and what every setting becomes where it is passed."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from numbers import Integral, Real
from typing import Any, TypeVar, dataclass_transform

import numpy as np

from glassnet.base.hinted import hinted

Class = TypeVar("Class")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def settings_class(cls: type[Class]) -> type[Class]:
    """Make a frozen dataclass whose settings become Python values before `__post_init__` checks them.

    >>> @settings_class
    ... class Rule:
    ...     rate: float
    >>> Rule(np.float32(0.5)), Rule(np.array(1))
    (Rule(rate=0.5), Rule(rate=1))
    """
    check = getattr(cls, "__post_init__", None)

    def __post_init__(self: Any) -> None:  # noqa: N807 (a dataclass calls it by this name)
        for setting in fields(self):
            object.__setattr__(self, setting.name, plain(getattr(self, setting.name)))
        if check is not None:
            check(self)

    cls.__post_init__ = __post_init__  # type: ignore[attr-defined]
    made = dataclass(frozen=True)(cls)
    made.__init__ = hinted(made.__init__)  # type: ignore[method-assign]
    return made


def plain(value: Any) -> Any:
    """Return numbers of NumPy and other libraries as Python's own, also inside lists, tuples and mappings.

    A 0-d array is a number, a longer one a list of them. Anything else comes back as it is.

    >>> plain(np.float64(0.1)), plain(np.bool_(True)), plain([np.int64(3), "same"]), plain(np.arange(2))
    (0.1, True, [3, 'same'], [0, 1])
    """
    if value is None or type(value) in (bool, int, float, str):
        return value
    if isinstance(value, np.ma.MaskedArray):
        return value  # what is hidden is no setting
    if getattr(value, "shape", None) == () and callable(getattr(value, "item", None)):
        return _number(value.item())
    if isinstance(value, np.ndarray):
        return value.tolist()
    if type(value) in (list, tuple):
        return type(value)(plain(item) for item in value)
    if isinstance(value, Mapping):
        return {plain(key): plain(item) for key, item in value.items()}
    return _number(value)


def _number(value: Any) -> Any:
    """Return what behaves as a number, such as a fraction or a long double, as the Python number nearest to it."""
    if isinstance(value, Integral) and not isinstance(value, bool):
        return int(value)
    if isinstance(value, Real) and not isinstance(value, bool | int):
        try:
            return float(value)
        except OverflowError:
            return value
    return value
