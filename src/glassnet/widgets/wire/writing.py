"""One way from what is told to JSON and bytes, and one question whether a number is finite."""

import math
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any

import numpy as np

from glassnet.base.arrays import Array


def finite(value: float | None) -> float | None:
    """Return a number as JSON takes it: None where it isn't finite.

    >>> finite(1.5), finite(float("inf"))
    (1.5, None)
    """
    return float(value) if value is not None and math.isfinite(value) else None


def to_json(told: Any) -> Any:
    """Return what is told as JSON: dataclasses as objects, numbers that are not finite as null.

    A field whose default is None is left out where it is None.

    >>> from dataclasses import dataclass
    >>> @dataclass(frozen=True)
    ... class Ball:
    ...     at: tuple[float, float]
    ...     loss: float | None
    ...     words: str | None = None
    >>> to_json(Ball((0.0, 1.0), float("nan")))
    {'at': [0.0, 1.0], 'loss': None}
    """
    if told is None or isinstance(told, str | bool):
        return told
    if isinstance(told, int | np.integer):
        return int(told)
    if isinstance(told, float | np.floating):
        return finite(float(told))
    if isinstance(told, Mapping):
        return {name: to_json(value) for name, value in told.items()}
    if is_dataclass(told):
        return _object(told)
    if hasattr(told, "_asdict"):
        return to_json(told._asdict())
    return [to_json(item) for item in told]


def floats(array: Array) -> bytes:
    """Return an array's numbers as float32, little-endian, row by row."""
    with np.errstate(all="ignore"):  # beyond float32 is infinity, which a page doesn't draw
        return np.ascontiguousarray(array, dtype="<f4").tobytes()


def _object(told: Any) -> dict[str, Any]:
    written = ((field, getattr(told, field.name)) for field in fields(told) if field.init)
    return {field.name: to_json(value) for field, value in written if value is not None or field.default is not None}
