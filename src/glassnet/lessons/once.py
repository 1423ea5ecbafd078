"""What a lesson computes when it opens is computed once for all its readers."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import marimo
import numpy as np

KEPT = 256
"""How many results are kept; a lesson has a handful, one of them a hundred."""


@dataclass(frozen=True)
class Call:
    """A call of a function, told from others by the function's code and by what it is given."""

    key: tuple[Any, ...]
    function: Callable[..., Any] = field(compare=False)
    arguments: tuple[Any, ...] = field(compare=False)
    settings: dict[str, Any] = field(compare=False)

    def result(self) -> Any:
        """Return what the function returns; all of it, where it returns one thing after the other."""
        result = self.function(*self.arguments, **self.settings)
        return list(result) if isinstance(result, Iterator) else result


def once(function: Callable[..., Any], *arguments: Any, **settings: Any) -> Any:
    """Return a function's result, computed by whoever opens a lesson first, and kept for the readers after that.

    The function may depend on nothing but its arguments, and nobody may change what it returns. In the editor, where
    whatever it uses may be changed, it is computed each time.

    Arguments:
        function: a lesson's or a library's; all values of a generator are returned as a list.
        arguments, settings: what it is called with: numbers, arrays, dicts and lists of them, or objects that stay as they are.

    >>> def squares(count):
    ...     print("computing")
    ...     yield from (n**2 for n in range(count))
    >>> once(squares, 3), once(squares, 3)
    computing
    ([0, 1, 4], [0, 1, 4])
    """
    call = Call((_code(function), _key(arguments), _key(settings)), function, arguments, settings)
    return call.result() if marimo.app_meta().mode == "edit" else _result(call)


@lru_cache(maxsize=KEPT)
def _result(call: Call) -> Any:
    return call.result()


def _code(function: Callable[..., Any]) -> Any:
    code = getattr(function, "__code__", None)
    return (
        function if code is None else (code.co_filename, code)
    )  # each reader has functions of their own, with the same code


def _key(value: Any) -> Any:
    """Return something to compare a value by."""
    if isinstance(value, np.ndarray):
        return value.shape, value.dtype.str, value.tobytes()
    if isinstance(value, dict):
        return tuple((name, _key(one)) for name, one in value.items())
    if isinstance(value, list | tuple):
        return tuple(_key(one) for one in value)
    try:
        hash(value)
    except TypeError:
        return id(value)  # the call keeps the object, so that no other gets its id
    return value
