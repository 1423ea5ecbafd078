"""Registries are plain dictionaries, name → factory; this is how a name is looked up in one."""

from collections.abc import Mapping
from difflib import get_close_matches
from inspect import Parameter, signature
from typing import Any, TypeAlias

from glassnet.base.errors import SettingError, UnknownNameError

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

    Raises:
        UnknownNameError: no such name.
        SettingError: what it stands for has no default settings.
    """
    if not isinstance(value, str):
        return value
    factory = look_up(kind, value, registry)
    try:
        return factory()
    except TypeError:
        needed = ", ".join(name for name, setting in signature(factory).parameters.items() if _is_needed(setting))
        if not needed:
            raise
        raise SettingError(f"The {kind} {value!r} needs settings: write {factory.__name__}({needed}).") from None


def _is_needed(setting: Parameter) -> bool:
    return setting.default is Parameter.empty and setting.kind in (
        Parameter.POSITIONAL_ONLY,
        Parameter.POSITIONAL_OR_KEYWORD,
        Parameter.KEYWORD_ONLY,
    )
