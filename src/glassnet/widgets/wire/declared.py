"""One check of declarations: what a field of a request declares is something that can be read."""

import types
from collections.abc import Mapping
from dataclasses import is_dataclass
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from glassnet.base.errors import SettingError
from glassnet.widgets.wire.marks import As, Length, Limits, MaxLength, OneOf
from glassnet.widgets.wire.reading import hints_of, init_fields

MARKS_OF: Mapping[Any, tuple[type, ...]] = {float: (Limits,), int: (Limits,), str: (OneOf, MaxLength), bool: ()}
"""Which marks each simple type has a use for."""
MARKS = (Limits, OneOf, MaxLength, Length)


def check_declared(shape: Any) -> None:
    """Check that every field of a dataclass has a type that is read, and only marks that its type has a use for.

    Raises:
        SettingError: a field does not.

    >>> from dataclasses import dataclass
    >>> @dataclass(frozen=True)
    ... class Roll:
    ...     rates: list[float]
    >>> check_declared(Roll)
    Traceback (most recent call last):
    glassnet.base.errors.SettingError: Roll.rates is declared list[float], which no request is checked for; use int, \
float, str, bool, Literal, tuple, Mapping[str, …], a dataclass, Any, or several of them with |.
    """
    hints = hints_of(shape)
    for field in init_fields(shape):
        _check(f"{shape.__name__}.{field.name}", hints[field.name], ())


def _check(name: str, hint: Any, around: tuple[Any, ...]) -> None:
    """Check a declared type, given the marks around it."""
    marks = around
    if get_origin(hint) is Annotated:
        hint, *own = get_args(hint)
        marks = (*own, *around)
    if any(isinstance(mark, As) for mark in marks):
        return  # read elsewhere
    origin, inner = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        for choice in inner:
            if choice is not types.NoneType:
                _check(name, choice, marks)
        return
    _check_marks(name, hint, marks)
    if origin is tuple:
        for item in inner:
            if item is not ...:
                _check(name, item, ())
    elif origin is Mapping and inner[0] is str:
        _check(name, inner[1], ())
    elif is_dataclass(hint):
        check_declared(hint)
    elif hint not in MARKS_OF and hint is not Any and not _is_choice_of_names(hint):
        raise SettingError(
            f"{name} is declared {hint}, which no request is checked for; use int, float, str, bool, Literal, tuple, "
            "Mapping[str, …], a dataclass, Any, or several of them with |."
        )


def _is_choice_of_names(hint: Any) -> bool:
    return get_origin(hint) is Literal and all(isinstance(name, str) for name in get_args(hint))


def _check_marks(name: str, hint: Any, marks: tuple[Any, ...]) -> None:
    is_list = get_origin(hint) is tuple and get_args(hint)[-1] is ...
    usable = (Length,) if is_list else () if get_origin(hint) else MARKS_OF.get(hint, ())
    for mark in marks:
        if isinstance(mark, MARKS) and not isinstance(mark, usable):
            raise SettingError(f"{name}: {mark} says nothing about {hint}; remove it, or declare another type.")
        if hint is int and isinstance(mark, Limits) and mark.whole[0] > mark.whole[1]:
            raise SettingError(f"{name}: {mark} leaves no whole number; widen it, or declare a float.")
