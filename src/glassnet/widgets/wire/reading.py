"""The check of fields: JSON becomes the declared dataclass, or one line says what is wrong."""

import types
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from functools import cache
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from glassnet.base.checks import number, true_or_false, whole_number
from glassnet.base.errors import SettingError
from glassnet.base.registry import look_up
from glassnet.widgets.wire.marks import Length, Limits, MaxLength, OneOf

MAX_WHOLE_NUMBER = 2**53
"""Whole numbers beyond this are not exact in JavaScript."""

Declared = TypeVar("Declared")


def hints_of(shape: Any) -> dict[str, Any]:
    """Return the declared type of each field, including constraints."""
    return _hints(shape)


def init_fields(shape: Any) -> tuple[Field[Any], ...]:
    """Return the fields in a dataclass's constructor."""
    return tuple(field for field in fields(shape) if field.init)


@cache
def _hints(shape: type) -> dict[str, Any]:
    return get_type_hints(shape, include_extras=True)


def read(shape: type[Declared], given: object, what: str) -> Declared:
    """Return JSON as a declared dataclass, with every field checked.

    Arguments:
        shape: a frozen dataclass.
        given: a JSON object.
        what: its name in messages.

    Raises:
        SettingError, UnknownNameError: it isn't an object, or has an unknown, missing or invalid field.

    >>> from dataclasses import dataclass
    >>> @dataclass(frozen=True)
    ... class Roll:
    ...     steps: Annotated[int, Limits(1, 100)] = 1
    >>> read(Roll, {"steps": 3}, "roll")
    Roll(steps=3)
    >>> read(Roll, {"step": 3}, "roll")
    Traceback (most recent call last):
    glassnet.base.errors.UnknownNameError: Unknown field of roll 'step'. Did you mean 'steps'? Known: steps.
    """
    declared = init_fields(shape)
    if not isinstance(given, Mapping):
        names = ", ".join(field.name for field in declared)
        raise SettingError(f"{what} must be an object with {names or 'no fields'}; got {given!r:.100}.")
    known = {field.name: field for field in declared}
    for name in given:
        look_up(f"field of {what}", name, known)
    hints = hints_of(shape)
    taken = {name: read_value(name, hints[name], value) for name, value in given.items()}
    for field in declared:
        if field.name not in taken and field.default is MISSING and field.default_factory is MISSING:
            raise SettingError(f"{what} needs {field.name}.")
    return shape(**taken)


def check_fields(declared: Any) -> None:
    """Check the fields of a frozen dataclass under construction, each against its declaration.

    Raises:
        SettingError, UnknownNameError: a field is invalid.
    """
    hints = hints_of(type(declared))
    for field in init_fields(type(declared)):
        object.__setattr__(
            declared, field.name, read_value(field.name, hints[field.name], getattr(declared, field.name))
        )


def read_value(name: str, hint: Any, value: object) -> Any:
    """Return a value converted to its declared type.

    >>> read_value("place", tuple[float, float], [1, 2.5])
    (1.0, 2.5)
    >>> read_value("place", tuple[float, float], [1])
    Traceback (most recent call last):
    glassnet.base.errors.SettingError: place must be a list of 2 numbers; got [1].
    """
    marks: tuple[Any, ...] = ()
    if get_origin(hint) is Annotated:
        hint, *rest = get_args(hint)
        marks = tuple(rest)
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        return _read_union(name, get_args(hint), marks, value)
    if origin is Literal:
        return _one_of(name, name, get_args(hint), value)
    if origin is tuple:
        return _read_tuple(name, get_args(hint), marks, value)
    if hint in _SIMPLE:
        return _SIMPLE[hint](name, value, marks)
    if is_dataclass(hint) and isinstance(hint, type):
        return value if isinstance(value, hint) else read(hint, value, name)
    return value  # Any, or JSON of a shape that is read elsewhere


def _bare(hint: Any) -> Any:
    return get_args(hint)[0] if get_origin(hint) is Annotated else hint


def _mark(kind: type[Declared], marks: tuple[Any, ...]) -> Declared | None:
    return next((mark for mark in marks if isinstance(mark, kind)), None)


def _read_union(name: str, choices: tuple[Any, ...], marks: tuple[Any, ...], value: object) -> Any:
    """Read `X | None`, or the first of several types that accepts the value; the constraints apply to each."""
    if value is None and types.NoneType in choices:
        return None
    *others, last = (
        Annotated[choice, *marks] if marks else choice for choice in choices if choice is not types.NoneType
    )
    for choice in others:
        try:
            return read_value(name, choice, value)
        except SettingError:
            continue
    return read_value(name, last, value)


def _read_tuple(name: str, inner: tuple[Any, ...], marks: tuple[Any, ...], value: object) -> tuple[Any, ...]:
    if len(inner) == 2 and inner[1] is ...:
        length = _mark(Length, marks) or Length()
        if not isinstance(value, list | tuple) or not length.minimum <= len(value) <= length.maximum:
            limits = f"{length.minimum} to {length.maximum}" if length.minimum else f"up to {length.maximum}"
            raise SettingError(f"{name} must be a list of {limits}; got {value!r:.100}.")
        return tuple(read_value(f"each of {name}", inner[0], item) for item in value)
    if not isinstance(value, list | tuple) or len(value) != len(inner):
        items = "numbers" if {_bare(hint) for hint in inner} <= {int, float} else "items"
        raise SettingError(f"{name} must be a list of {len(inner)} {items}; got {value!r:.100}.")
    return tuple(read_value(name, hint, item) for hint, item in zip(inner, value, strict=True))


def _read_float(name: str, value: object, marks: tuple[Any, ...]) -> float:
    limits = _mark(Limits, marks) or Limits()
    return number(name, value, minimum=limits.minimum, maximum=limits.maximum, above=limits.above)


def _read_int(name: str, value: object, marks: tuple[Any, ...]) -> int:
    limits = _mark(Limits, marks)
    if limits is None:
        return whole_number(name, value, minimum=-MAX_WHOLE_NUMBER, maximum=MAX_WHOLE_NUMBER)
    return whole_number(name, value, minimum=int(limits.minimum), maximum=int(min(limits.maximum, MAX_WHOLE_NUMBER)))


def _read_text(name: str, value: object, marks: tuple[Any, ...]) -> str:
    if (choice := _mark(OneOf, marks)) is not None:
        return _one_of(name, choice.kind, tuple(choice.names), value)
    longest = _mark(MaxLength, marks)
    if not isinstance(value, str) or (longest and len(value) > longest.characters):
        limits = f" of at most {longest.characters:,} characters" if longest else ""
        got = f"{len(value):,} characters" if isinstance(value, str) else f"{value!r:.100}"
        raise SettingError(f"{name} must be text{limits}; got {got}.")
    return value


def _read_flag(name: str, value: object, _marks: tuple[Any, ...]) -> bool:
    return true_or_false(name, value)


def _one_of(name: str, kind: str, known: tuple[str, ...], value: object) -> str:
    if not isinstance(value, str):
        raise SettingError(f"{name} must be one of {', '.join(known)}; got {value!r:.100}.")
    look_up(kind, value, dict.fromkeys(known))
    return value


_SIMPLE: Mapping[Any, Callable[[str, object, tuple[Any, ...]], Any]] = {
    float: _read_float,
    int: _read_int,
    str: _read_text,
    bool: _read_flag,
}
