"""Errors that name the right word: for an argument that a function doesn't have, and for an attribute of an object."""

from collections.abc import Callable
from functools import wraps
from inspect import Parameter, Signature, signature
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

from glassnet.base.errors import ArgumentError
from glassnet.base.guesses import hint

Parameters = ParamSpec("Parameters")
Result = TypeVar("Result")
Class = TypeVar("Class", bound=type)


def hinted(function: Callable[Parameters, Result]) -> Callable[Parameters, Result]:
    """Make a function say which argument is meant where it is called with one that it doesn't have.

    >>> @hinted
    ... def step(learning_rate=0.1): ...
    >>> step(lr=0.2)
    Traceback (most recent call last):
    glassnet.base.errors.ArgumentError: step has no argument 'lr'. Did you mean 'learning_rate'? Known: learning_rate.
    """
    known = signature(function)

    @wraps(function)
    def calling(*args: Parameters.args, **kwargs: Parameters.kwargs) -> Result:
        try:
            return function(*args, **kwargs)
        except TypeError as error:
            if isinstance(error, ArgumentError):
                raise
            raise_if_unfit(function.__qualname__, known, args, kwargs)
            raise

    return calling


def raise_if_unfit(name: str, known: Signature, args: tuple[Any, ...], kwargs: dict[str, Any]) -> None:
    """Say what is wrong with a call's arguments; do nothing if they fit.

    Raises:
        ArgumentError: an argument is unknown, missing, or too much.
    """
    try:
        known.bind(*args, **kwargs)
    except TypeError as error:
        called = name.removesuffix(".__init__")
        names = [one for one in known.parameters if one not in ("self", "cls")]
        unknown = [one for one in kwargs if one not in names]
        listed = ", ".join(names) or "none"
        takes_more = any(one.kind is Parameter.VAR_KEYWORD for one in known.parameters.values())
        if unknown and (not takes_more or hint(unknown[0], names)):
            text = f"{called} has no argument {unknown[0]!r}.{hint(unknown[0], names)} Known: {listed}."
            raise ArgumentError(text) from None
        raise ArgumentError(f"{called}: {error}; its arguments are: {listed}.") from None


def hinted_class(cls: Class) -> Class:
    """Make the constructor and every public method of a class `hinted`."""
    for name, member in list(vars(cls).items()):
        public = name == "__init__" or not name.startswith("_")
        if public and callable(member) and not isinstance(member, type | staticmethod | classmethod):
            setattr(cls, name, hinted(member))
        elif public and isinstance(member, classmethod):
            setattr(cls, name, classmethod(hinted(member.__func__)))
    return cls


class NamedAttributes:
    """An object that suggests the right name where it is asked for an attribute that it doesn't have.

    >>> class Run(NamedAttributes):
    ...     def evaluate(self): ...
    >>> Run().evalute
    Traceback (most recent call last):
    AttributeError: Run has no attribute 'evalute'. Did you mean 'evaluate'?
    """

    if not TYPE_CHECKING:  # a type checker would no longer notice unknown attributes

        def __getattr__(self, name):
            """Suggest the name that is meant."""
            known = [] if name.startswith("_") else [one for one in object.__dir__(self) if not one.startswith("_")]
            raise AttributeError(
                f"{type(self).__name__} has no attribute {name!r}.{hint(name, known)}", name=None, obj=None
            )
