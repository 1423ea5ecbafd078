"""Settings as JSON and back: every layer, loss, rule and recipe is a frozen dataclass."""

from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from typing import Any

from glassnet.base.errors import SettingError
from glassnet.base.registry import look_up
from glassnet.base.settings_class import plain


def to_json(value: Any) -> Any:
    """Convert settings to JSON values; a dataclass becomes a mapping with its class name under "type".

    Raises:
        SettingError: a setting is a Python function.

    >>> from dataclasses import dataclass
    >>> @dataclass(frozen=True)
    ... class Rule:
    ...     learning_rate: float
    >>> to_json(Rule(0.1))
    {'type': 'Rule', 'learning_rate': 0.1}
    """
    if is_dataclass(value) and not isinstance(value, type):
        named = {field.name: to_json(getattr(value, field.name)) for field in fields(value)}
        return {"type": type(value).__name__} | named
    if isinstance(value, Mapping):
        return {str(key): to_json(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [to_json(item) for item in value]
    if callable(value):
        name = getattr(value, "__qualname__", type(value).__name__)
        raise SettingError(
            f"The function {name} can't be saved as JSON; use something that can, such as a FormulaLoss."
        )
    return plain(value)


def settings_line(value: Any) -> str:
    """Return a thing's settings that differ from their defaults, on one line; those that it needs come first.

    >>> from dataclasses import dataclass
    >>> @dataclass(frozen=True)
    ... class Layer:
    ...     units: int
    ...     rate: float = 0.5
    >>> settings_line(Layer(3)), settings_line(Layer(3, 0.1))
    ('units=3', 'units=3, rate=0.1')
    """
    if not is_dataclass(value) or isinstance(value, type):
        return repr(value)
    needed = {field.name: getattr(value, field.name) for field in fields(value) if _is_needed(field)}
    usual = type(value)(**needed)
    shown = [field.name for field in fields(value) if _is_needed(field) or _differs(value, usual, field.name)]
    return ", ".join(f"{name}={getattr(value, name)!r}" for name in shown)


def _is_needed(field: Any) -> bool:
    return field.default is MISSING and field.default_factory is MISSING


def _differs(one: Any, other: Any, name: str) -> bool:
    return bool(getattr(one, name) != getattr(other, name))


def from_json(value: Any, classes: Mapping[str, type]) -> Any:
    """Undo `to_json`, through the constructors that users call, so that every check runs again."""
    if isinstance(value, Mapping) and "type" in value:
        factory = look_up("type", value["type"], classes)
        return factory(**{key: from_json(item, classes) for key, item in value.items() if key != "type"})
    if isinstance(value, Mapping):
        return {key: from_json(item, classes) for key, item in value.items()}
    if isinstance(value, list):
        return tuple(from_json(item, classes) for item in value)
    return value
