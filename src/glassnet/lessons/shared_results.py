"""Results shared by all readers: what a lesson computes when it opens is computed only once."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import marimo
import numpy as np

MAX_RESULTS = 256
"""The number of results kept; most lessons need a handful, one needs about a hundred."""


@dataclass(frozen=True)
class Call:
    """A function call, identified by the function's code and its arguments."""

    key: tuple[Any, ...]
    function: Callable[..., Any] = field(compare=False)
    arguments: tuple[Any, ...] = field(compare=False)
    settings: dict[str, Any] = field(compare=False)

    def result(self) -> Any:
        """Call the function and return its result; a generator's values are returned as a list."""
        result = self.function(*self.arguments, **self.settings)
        return list(result) if isinstance(result, Iterator) else result


def shared(function: Callable[..., Any], *arguments: Any, **settings: Any) -> Any:
    """Return a function's result, computed for the first reader of a lesson and kept for later readers.

    The function must depend on its arguments only, and its result must not be modified. In the editor, where the code it
    uses may change, the function is called every time.

    Arguments:
        function: from a lesson or a library; a generator's values are returned as a list.
        arguments, settings: what it is called with: numbers, arrays, dicts and lists of them, or objects that don't change.

    >>> def squares(count):
    ...     print("computing")
    ...     yield from (n**2 for n in range(count))
    >>> shared(squares, 3), shared(squares, 3)
    computing
    ([0, 1, 4], [0, 1, 4])
    """
    call = Call((_code(function), _key(arguments), _key(settings)), function, arguments, settings)
    return call.result() if marimo.app_meta().mode == "edit" else _result(call)


@lru_cache(maxsize=MAX_RESULTS)
def _result(call: Call) -> Any:
    return call.result()


def _code(function: Callable[..., Any]) -> Any:
    code = getattr(function, "__code__", None)
    return (
        function if code is None else (code.co_filename, code)
    )  # each reader has their own function objects, with the same code


def _key(value: Any) -> Any:
    """Return a hashable key that stands for a value."""
    if isinstance(value, np.ndarray):
        return value.shape, value.dtype.str, value.tobytes()
    if isinstance(value, dict):
        return tuple((name, _key(one)) for name, one in value.items())
    if isinstance(value, list | tuple):
        return tuple(_key(one) for one in value)
    try:
        hash(value)
    except TypeError:
        return id(value)  # the stored call keeps the object alive, so its id isn't reused
    return value
