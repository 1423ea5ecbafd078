"""What the small widgets' Python sides share: a request in, a head and arrays of numbers out."""

import math
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeAlias

import numpy as np

from glassnet.base.arrays import Array
from glassnet.base.checks import number
from glassnet.base.errors import GlassnetError, SettingError
from glassnet.base.registry import look_up

LONGEST_MESSAGE = 600

Fields: TypeAlias = Mapping[str, Any]
Reply: TypeAlias = tuple[dict[str, Any], list[bytes]]


def respond(request: object, kinds: Mapping[str, Callable[[Fields], Reply]]) -> Reply:
    """Answer a request `{"id", "kind", …}` with what its kind gives; what makes no sense gets an error reply.

    >>> respond({"id": 1, "kind": "greet"}, {"greet": lambda fields: ({"said": "hello"}, [])})
    ({'id': 1, 'kind': 'greet', 'said': 'hello'}, [])
    >>> respond({"id": 1, "kind": "gret"}, {"greet": lambda fields: ({}, [])})[0]["message"]
    "Unknown kind of request 'gret'. Did you mean 'greet'? Known: greet."
    """
    identity = request.get("id") if isinstance(request, Mapping) else None
    try:
        if not isinstance(request, Mapping) or not isinstance(request.get("kind"), str):
            raise SettingError(f"A request is a JSON object with id and kind; got {type(request).__name__}.")
        head, buffers = look_up("kind of request", request["kind"], kinds)(request)
    except GlassnetError as error:
        return {"id": identity, "kind": "error", "message": str(error)[:LONGEST_MESSAGE]}, []
    return {"id": identity, "kind": request["kind"], **head}, buffers


def floats(array: Array) -> bytes:
    """Return an array's numbers as float32, little-endian, row by row."""
    with np.errstate(over="ignore"):  # beyond float32 is infinity, which a page doesn't draw
        return np.ascontiguousarray(array, dtype="<f4").tobytes()


def finite(value: float) -> float | None:
    """Return a number as JSON takes it: None where it isn't finite.

    >>> finite(1.5), finite(float("inf"))
    (1.5, None)
    """
    return float(value) if math.isfinite(value) else None


def pair(name: str, value: object, *, limit: float) -> tuple[float, float]:
    """Return two numbers between −limit and limit.

    >>> pair("place", [1, 2.5], limit=10)
    (1.0, 2.5)
    """
    if not isinstance(value, list | tuple) or len(value) != 2:
        raise SettingError(f"{name} must be two numbers; got {value!r}.")
    first, second = (number(name, part, minimum=-limit, maximum=limit) for part in value)
    return first, second


def names(kind: str, value: object, known: Mapping[str, Any]) -> Sequence[str]:
    """Return a list of names, each once, that are all known.

    >>> names("loss", ["huber", "huber"], {"huber": 1})
    ['huber']
    """
    if not isinstance(value, list | tuple):
        raise SettingError(f"{kind}: a list of names is needed; got {value!r}.")
    for name in value:
        look_up(kind, str(name), known)
    return list(dict.fromkeys(value))
