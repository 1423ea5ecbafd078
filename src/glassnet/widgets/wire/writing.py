"""Converts replies to JSON and bytes."""

import math
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any

import numpy as np

from glassnet.base.arrays import Array


def finite(value: float | None) -> float | None:
    """Return a number for JSON: None if it isn't finite.

    >>> finite(1.5), finite(float("inf"))
    (1.5, None)
    """
    return float(value) if value is not None and math.isfinite(value) else None


def to_json(value: Any) -> Any:
    """Return a value as JSON: dataclasses as objects, non-finite numbers as null.

    A field whose default is None is omitted if it is None.

    >>> from dataclasses import dataclass
    >>> @dataclass(frozen=True)
    ... class Ball:
    ...     at: tuple[float, float]
    ...     loss: float | None
    ...     words: str | None = None
    >>> to_json(Ball((0.0, 1.0), float("nan")))
    {'at': [0.0, 1.0], 'loss': None}
    """
    if value is None or isinstance(value, str | bool):
        return value
    if isinstance(value, int | np.integer):
        return int(value)
    if isinstance(value, float | np.floating):
        return finite(float(value))
    if isinstance(value, Mapping):
        return {name: to_json(item) for name, item in value.items()}
    if is_dataclass(value):
        return _object(value)
    if hasattr(value, "_asdict"):
        return to_json(value._asdict())
    return [to_json(item) for item in value]


def floats(array: Array) -> bytes:
    """Return an array's numbers as float32, little-endian, row by row."""
    with np.errstate(all="ignore"):  # values beyond float32 become infinity, which the page doesn't draw
        return np.ascontiguousarray(array, dtype="<f4").tobytes()


def _object(declared: Any) -> dict[str, Any]:
    written = ((field, getattr(declared, field.name)) for field in fields(declared) if field.init)
    return {field.name: to_json(value) for field, value in written if value is not None or field.default is not None}
