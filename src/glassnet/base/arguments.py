"""Arguments checked by their annotations: one decorator, and error messages in one style."""

import inspect
import types
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields
from functools import cache, wraps
from pathlib import Path
from typing import Any, ParamSpec, TypeVar, Union, get_args, get_origin, get_type_hints

from glassnet.base.errors import SettingError
from glassnet.base.hinted import raise_if_unfit
from glassnet.base.settings_class import plain

Parameters = ParamSpec("Parameters")
Result = TypeVar("Result")

SIMPLE: dict[Any, tuple[str, tuple[type, ...]]] = {
    int: ("a whole number", (int,)),
    float: ("a number", (int, float)),
    bool: ("True or False", (bool,)),
    str: ("text", (str,)),
    Path: ("a path", (str, Path)),
}
"""What annotations mean: in words, and the types that are taken (True is no number)."""


def checked(function: Callable[Parameters, Result]) -> Callable[Parameters, Result]:
    """Make a function check its arguments against their annotations before it begins.

    Numbers of NumPy become Python's own. Arrays, and whatever else is annotated as Any, are left to the function.

    Raises:
        SettingError: an argument is of another kind.

    >>> @checked
    ... def repeat(text: str, times: int = 2) -> str:
    ...     return text * times
    >>> repeat("ab")
    'abab'
    >>> repeat("ab", times=0.5)
    Traceback (most recent call last):
    glassnet.base.errors.SettingError: times must be a whole number; got 0.5.
    """
    signature = inspect.signature(function)
    single = (inspect.Parameter.POSITIONAL_OR_KEYWORD, inspect.Parameter.KEYWORD_ONLY)
    names = [name for name, one in signature.parameters.items() if one.kind in single]

    @cache
    def hints() -> dict[str, Any]:  # on the first call: annotations may name what is defined further down
        return {name: hint for name, hint in get_type_hints(function).items() if name in names}

    @wraps(function)
    def checking(*args: Parameters.args, **kwargs: Parameters.kwargs) -> Result:
        try:
            bound = signature.bind(*args, **kwargs)
        except TypeError:
            raise_if_unfit(function.__qualname__, signature, args, kwargs)
            raise
        for name, hint in hints().items():
            if name in bound.arguments:
                bound.arguments[name] = _checked(name, bound.arguments[name], hint)
        return function(*bound.args, **bound.kwargs)

    return checking


def check_fields(made: Any) -> None:
    """Check the fields of a dataclass against their annotations, in its `__post_init__`; numbers become Python's own.

    Raises:
        SettingError: a field is of another kind.
    """
    hints = get_type_hints(type(made))
    for field in fields(made):
        value = _checked(f"{type(made).__name__}: {field.name}", getattr(made, field.name), hints[field.name])
        object.__setattr__(made, field.name, value)


def _checked(name: str, value: Any, hint: Any) -> Any:
    value = plain(value) if _is_scalar(value) else value
    if not fits(value, hint):
        raise SettingError(f"{name} must be {described(hint)}; got {value!r}.")
    return value


def _is_scalar(value: Any) -> bool:
    return getattr(value, "shape", None) == () and not isinstance(value, type)


def fits(value: Any, hint: Any) -> bool:
    """Return whether a value is of the kind that an annotation names.

    >>> fits([1, 2], Sequence[int]), fits("ab", Sequence[str]), fits((1.0, 2), tuple[float, float])
    (True, False, True)
    """
    origin, inside = get_origin(hint), get_args(hint)
    if hint is Any:
        return True
    if origin in (Union, types.UnionType):
        return any(fits(value, one) for one in inside)
    if hint in SIMPLE:
        return isinstance(value, SIMPLE[hint][1]) and (hint is bool or not isinstance(value, bool))
    if hint is type(None):
        return value is None
    if origin is Callable:
        return callable(value) and not isinstance(value, type) and _takes(value, inside[0])
    if origin in (Sequence, Iterable):
        listed = isinstance(value, Sequence) and not isinstance(value, str | bytes)
        return listed and all(fits(one, inside[0]) for one in value)
    if origin is tuple:
        if not isinstance(value, list | tuple):
            return False
        kinds = [inside[0]] * len(value) if inside[-1:] == (...,) else inside
        return len(value) == len(kinds) and all(map(fits, value, kinds))
    if origin is Mapping:
        return isinstance(value, Mapping)
    return not isinstance(hint, type) or getattr(hint, "_is_protocol", False) or isinstance(value, hint)


def _takes(function: Callable[..., Any], kinds: Any) -> bool:
    """Return whether a function can be called with that many arguments, where that can be known."""
    if not isinstance(kinds, list):
        return True
    try:
        inspect.signature(function).bind(*kinds)
    except TypeError:
        return False
    except ValueError:  # it has no signature, as functions written in C
        return True
    return True


def described(hint: Any) -> str:
    """Return in words what an annotation takes.

    >>> described(int | None), described(Sequence[str]), described(tuple[float, float])
    ('a whole number or None', 'a list of text', 'a pair of numbers')
    """
    origin, inside = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        kinds = list(dict.fromkeys(described(one) for one in inside if not (one is str and Path in inside)))
        return " or ".join(kinds)
    if hint in SIMPLE:
        return SIMPLE[hint][0]
    if hint is type(None):
        return "None"
    if origin is Callable:
        count = len(inside[0]) if isinstance(inside[0], list) else 0
        return "a function" + (f" of {count} argument{'s' * (count != 1)}" if count else "")
    if origin in (Sequence, Iterable) or (origin is tuple and inside[-1:] == (...,)):
        return f"a list of {_several(inside[0])}"
    if origin is tuple:
        return f"a pair of {_several(inside[0])}" if len(inside) == 2 else f"{len(inside)} {_several(inside[0])}"
    if origin is Mapping:
        return "a mapping"
    return f"a {getattr(hint, '__name__', hint)}"


def _several(hint: Any) -> str:
    """Return the plural of what an annotation takes."""
    word = described(hint).removeprefix("a ")
    return word if word == "text" or " or " in word else f"{word}s"
