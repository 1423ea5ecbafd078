"""Registries are plain dictionaries, name → factory; this is how a name is looked up in one."""

from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any, TypeAlias

from glassnet.base.errors import UnknownNameError

Named: TypeAlias = Any
"""A setting that may be given by its registered name; once constructed it is the thing itself."""


def look_up(kind: str, name: str, registry: Mapping[str, Any]) -> Any:
    """Return what `registry` holds under `name`, or list the names it knows.

    >>> look_up("activation", "rleu", {"relu": 1, "tanh": 2})
    Traceback (most recent call last):
    glassnet.base.errors.UnknownNameError: Unknown activation 'rleu'. Did you mean 'relu'? Known: relu, tanh.
    """
    if name in registry:
        return registry[name]
    close = get_close_matches(str(name).lower(), registry, n=1)
    hint = f" Did you mean {close[0]!r}?" if close else ""
    raise UnknownNameError(f"Unknown {kind} {name!r}.{hint} Known: {', '.join(registry)}.")


def resolve(kind: str, value: Any, registry: Mapping[str, Any]) -> Any:
    """Make the thing that a name stands for, with its default settings; anything but a name is returned as it is.

    >>> resolve("rule", "plain", {"plain": dict})
    {}
    """
    return look_up(kind, value, registry)() if isinstance(value, str) else value
