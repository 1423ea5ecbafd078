"""The margin of a loss in the recipe's number type."""

from typing import Any

import numpy as np

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
