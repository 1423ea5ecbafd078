"""Registries are plain dictionaries, name → factory; this is how a name is looked up in one."""

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from inspect import Parameter, signature
from typing import Any, TypeAlias

from glassnet.base.errors import SettingError, UnknownNameError

Named: TypeAlias = Any
"""A setting that may be given by its registered name; once constructed it is the thing itself."""


@dataclass(frozen=True)
class Kind:
    """One kind of thing: a line of the catalogue.

    Arguments:
        folder: of their pages in the reference; its words are what several of them are called.
        title: the heading over those pages.
        things: those that can be asked for by name.
        nameless: things of this kind that are offered too, but that no name could make.
        faulty: those with a mistake in them: run files may hold them, nobody takes one by accident.
        offered_by: what users write before a thing's name.
    """

    folder: str
    title: str
    things: Mapping[str, Any]
    nameless: tuple[type, ...] = ()
    faulty: tuple[type, ...] = ()
    offered_by: str = "gn"

    @property
    def offered(self) -> tuple[Any, ...]:
        """All that users find: classes or functions."""
        return (*self.things.values(), *self.nameless)

    @property
    def classes(self) -> tuple[type, ...]:
        """All classes of this kind that settings may hold."""
        return tuple(thing for thing in (*self.offered, *self.faulty) if isinstance(thing, type))


def look_up(kind: str, name: str, registry: Mapping[str, Any]) -> Any:
    """Return what `registry` holds under `name`, or list the names it knows.

    >>> look_up("activation", "rleu", {"relu": 1, "tanh": 2})
    Traceback (most recent call last):
    glassnet.base.errors.UnknownNameError: Unknown activation 'rleu'. Did you mean 'relu'? Known: relu, tanh.
    """
    if isinstance(name, str) and name in registry:
        return registry[name]
    close = get_close_matches(str(name).lower(), registry, n=1)
    hint = f" Did you mean {close[0]!r}?" if close else ""
    raise UnknownNameError(f"Unknown {kind} {name!r}.{hint} Known: {', '.join(registry)}.")


def resolve(kind: str, value: Any, registry: Mapping[str, Any]) -> Any:
    """Make the thing that a name or a class stands for, with its default settings; a thing itself is returned as it is.

    >>> class Plain:
    ...     def update(self): ...
    >>> type(resolve("rule", "plain", {"plain": Plain})) is type(resolve("rule", Plain, {"plain": Plain})) is Plain
    True
    >>> resolve("rule", 3, {"plain": Plain})
    Traceback (most recent call last):
    glassnet.base.errors.SettingError: rule must be a name, such as 'plain', or have update; got 3.

    Raises:
        UnknownNameError: no such name.
        SettingError: what it stands for has no default settings, or is no such thing.
    """
    if isinstance(value, str):
        return _make(kind, look_up(kind, value, registry))
    first, example = next(iter(registry.items()))
    needed = [name for name, member in vars(example).items() if callable(member) and not name.startswith("_")]
    if not all(_takes_the_same(value, getattr(value, name, None), vars(example)[name]) for name in needed):
        raise SettingError(f"{kind} must be a name, such as {first!r}, or have {' and '.join(needed)}; got {value!r}.")
    return _make(kind, value) if isinstance(value, type) else value


def _takes_the_same(value: Any, method: Any, example: Any) -> bool:
    """Return whether a method can be called as the example's: a layer has `forward` too, but is no activation."""
    if not callable(method):
        return False
    wanted = [setting for name, setting in signature(example).parameters.items() if name != "self"]
    arguments = [None] * (
        sum(setting.kind is not Parameter.KEYWORD_ONLY for setting in wanted) + isinstance(value, type)
    )
    by_name = {setting.name: None for setting in wanted if setting.kind is Parameter.KEYWORD_ONLY}
    try:
        signature(method).bind(*arguments, **by_name)
    except TypeError:
        return False
    except ValueError:  # a method that tells nothing about its parameters
        return True
    return True


def _make(kind: str, factory: Any) -> Any:
    try:
        return factory()
    except TypeError:
        needed = ", ".join(name for name, setting in signature(factory).parameters.items() if _is_needed(setting))
        if not needed:
            raise
        raise SettingError(
            f"The {kind} {factory.__name__} needs settings: write {factory.__name__}({needed})."
        ) from None


def _is_needed(setting: Parameter) -> bool:
    return setting.default is Parameter.empty and setting.kind in (
        Parameter.POSITIONAL_ONLY,
        Parameter.POSITIONAL_OR_KEYWORD,
        Parameter.KEYWORD_ONLY,
    )
