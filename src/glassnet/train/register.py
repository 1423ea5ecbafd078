"""Registering classes of one's own, so that names request them and run files hold them."""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, is_dataclass
from typing import Any, TypeVar

from glassnet.base.errors import SettingError
from glassnet.base.names import snake_case
from glassnet.base.settings_class import settings_class
from glassnet.nn.activations import ACTIVATIONS
from glassnet.nn.layers import LAYERS
from glassnet.nn.losses import LOSSES
from glassnet.nn.metrics import METRICS
from glassnet.nn.metrics.direction import better as better_is
from glassnet.optim import UPDATE_RULES
from glassnet.train.catalogue import CLASSES

Thing = TypeVar("Thing", bound=Callable[..., Any])


@dataclass(frozen=True)
class Own:
    """What makes a class one of a kind.

    Arguments:
        methods: what it must have.
        registry: where names find it.
        defaults: class attributes that it gets where it doesn't have them.
    """

    methods: tuple[str, ...]
    registry: dict[str, Any]
    defaults: Mapping[str, Any]


OWN: dict[str, Own] = {
    "layer": Own(("build", "forward", "backward"), LAYERS, {}),
    "loss": Own(("value", "gradient"), LOSSES, {"link": "linear", "target_encoding": "values"}),
    "update rule": Own(("init", "update"), UPDATE_RULES, {}),
    "activation": Own(("forward", "backward"), ACTIVATIONS, {"bounds": (-math.inf, math.inf)}),
}
"""The kinds of which there can be classes of one's own; the first whose methods a class has is its kind."""


def register(thing: Thing, *, better: str = "higher") -> Thing:
    """Make a layer, loss, update rule or activation of one's own known, as a decorator; or a metric, a function.

    A class becomes a frozen dataclass of settings, if it isn't one. Then its name requests it as it does
    Glassnet's own ("cube" for an activation Cube), and run files hold it: a program that loads one has to import,
    and so register, the same class first. Registering a name again replaces it.

    Arguments:
        thing: a class with a layer's build, forward and backward (or a loss's value and gradient, a rule's init and
            update, an activation's forward and backward); or a function of predictions and classes or values.
        better: for a metric, whether "higher" or "lower" is better.

    Returns:
        The class or function.

    Raises:
        SettingError: it is none of these, or Glassnet has something of that name.

    >>> import glassnet as gn
    >>> @gn.register
    ... class Cube:
    ...     def forward(self, z):
    ...         return z * z * z
    ...     def backward(self, d_a, z, a):
    ...         return d_a * 3.0 * z * z
    >>> gn.Dense(2, "cube").activation
    Cube()
    >>> del ACTIVATIONS["cube"], CLASSES["Cube"]  # so that this example leaves nothing behind
    """
    if isinstance(thing, type):
        return _register_class(thing)
    if not callable(thing):
        raise SettingError(f"register takes a class or a metric, a function; got {thing!r}.")
    name = thing.__name__
    _check_free(name, METRICS.get(name))
    made = better_is(better)(thing)
    METRICS[name] = made
    return made


def _register_class(thing: Any) -> Any:
    kind = next(
        (kind for kind in OWN.values() if all(callable(getattr(thing, one, None)) for one in kind.methods)), None
    )
    if kind is None:
        needed = "; ".join(f"{name}: {', '.join(kind.methods)}" for name, kind in OWN.items())
        raise SettingError(f"{thing.__name__} has the methods of no kind that can be registered ({needed}).")
    name = thing.__name__ if kind.registry is LAYERS else snake_case(thing.__name__)
    for known in (CLASSES.get(thing.__name__), kind.registry.get(name)):
        _check_free(thing.__name__, known)
    for attribute, value in kind.defaults.items():
        if not hasattr(thing, attribute):
            setattr(thing, attribute, value)
    made: Any = thing if is_dataclass(thing) else settings_class(thing)
    CLASSES[thing.__name__] = made
    kind.registry[name] = made
    return made


def _check_free(name: str, known: Any) -> None:
    if known is not None and known.__module__.partition(".")[0] == __name__.partition(".")[0]:
        raise SettingError(f"Glassnet has a {name} of its own; give yours another name.")
