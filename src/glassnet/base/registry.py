"""Registries are plain dictionaries, name → factory; this module looks names up in them."""

from collections.abc import Mapping
from dataclasses import dataclass
from inspect import Parameter, signature
from typing import Any, TypeAlias

from glassnet.base.errors import SettingError, UnknownNameError
from glassnet.base.guesses import hint

Named: TypeAlias = Any
"""A setting that may be given by its registered name; construction replaces the name by the object."""


@dataclass(frozen=True)
class Kind:
    """One kind of thing: a line of the catalogue.

    Arguments:
        folder: the folder of its pages in the reference, which is also its plural: "layers", "update_rules".
        title: the heading over those pages.
        things: the members that can be requested by name.
        nameless: public members that can't be built from a name alone.
        faulty: members with a deliberate mistake: run files may hold them, but nobody gets one by accident.
        offered_by: the prefix that users write before a member's name.
    """

    folder: str
    title: str
    things: Mapping[str, Any]
    nameless: tuple[type, ...] = ()
    faulty: tuple[type, ...] = ()
    offered_by: str = "gn"

    @property
    def offered(self) -> tuple[Any, ...]:
        """All public members: classes or functions."""
        return (*self.things.values(), *self.nameless)

    @property
    def classes(self) -> tuple[type, ...]:
        """All classes of this kind that settings may contain."""
        return tuple(thing for thing in (*self.offered, *self.faulty) if isinstance(thing, type))


def look_up(kind: str, name: str, registry: Mapping[str, Any]) -> Any:
    """Return the entry `name` of a registry, or raise an error that lists the known names.

    >>> look_up("activation", "rleu", {"relu": 1, "tanh": 2})
    Traceback (most recent call last):
    glassnet.base.errors.UnknownNameError: Unknown activation 'rleu'. Did you mean 'relu'? Known: relu, tanh.
    """
    if isinstance(name, str) and name in registry:
        return registry[name]
    raise UnknownNameError(f"Unknown {kind} {name!r}.{hint(name, registry)} Known: {', '.join(map(str, registry))}.")


def resolve(kind: str, value: Any, registry: Mapping[str, Any]) -> Any:
    """Return the object for a name or a class, built with default settings; an object is returned unchanged.

    >>> class Plain:
    ...     def update(self): ...
    >>> type(resolve("rule", "plain", {"plain": Plain})) is type(resolve("rule", Plain, {"plain": Plain})) is Plain
    True
    >>> resolve("rule", 3, {"plain": Plain})
    Traceback (most recent call last):
    glassnet.base.errors.SettingError: rule must be a name, such as 'plain', or have update; got 3.

    Raises:
        UnknownNameError: there is no such name.
        SettingError: the class needs settings, or the object is of another kind.
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
            f"The {kind} {factory.__name__} needs settings; write {factory.__name__}({needed})."
        ) from None


def _is_needed(setting: Parameter) -> bool:
    return setting.default is Parameter.empty and setting.kind in (
        Parameter.POSITIONAL_ONLY,
        Parameter.POSITIONAL_OR_KEYWORD,
        Parameter.KEYWORD_ONLY,
    )
