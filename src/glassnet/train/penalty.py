"""Penalties and constraints on weights: apart from the loss, and only on what is a weight."""

from collections.abc import Mapping
from typing import Any, TypeAlias

from glassnet.base.arrays import Tree
from glassnet.base.errors import SettingError
from glassnet.nn.regularizers import Regularizer

Penalties: TypeAlias = Regularizer | Mapping[str, Regularizer] | None
"""One regulariser for all weights, one for each layer named, or none."""


def is_weight(name: str) -> bool:
    """Return whether a parameter of that name is a weight: biases, gains and slopes are left alone.

    >>> is_weight("weight"), is_weight("recurrent_weight"), is_weight("bias")
    (True, True, False)
    """
    return name == "weight" or name.endswith("_weight")


def add_penalty(grads: Tree, params: Tree, penalties: Penalties) -> dict[str, Any]:
    """Return the gradients with each penalty's own added, on weights."""
    return {layer: _add(grads[layer], params[layer], _of_layer(penalties, layer)) for layer in grads}


def penalty(params: Tree, penalties: Penalties) -> float:
    """Return the sum of all penalties; 0 without any."""
    return float(sum(_sum(params[layer], _of_layer(penalties, layer)) for layer in params))


def check_layer_names(kind: str, setting: Any, names: tuple[str, ...]) -> None:
    """Raise a SettingError when a setting by layer names a layer that the network does not have."""
    unknown = [name for name in setting if name not in names] if isinstance(setting, Mapping) else []
    if unknown:
        raise SettingError(f"{kind} is given for {unknown[0]!r}, but the network's layers are {', '.join(names)}.")


def constrain(params: Tree, constraint: Any) -> dict[str, Any]:
    """Return the parameters with the constraint applied to every weight."""
    return {
        name: constrain(value, constraint)
        if isinstance(value, dict)
        else constraint.apply(value)
        if is_weight(name)
        else value
        for name, value in params.items()
    }


def _of_layer(penalties: Penalties, layer: str) -> Regularizer | None:
    return penalties.get(layer) if isinstance(penalties, Mapping) else penalties


def _add(grads: Tree, params: Tree, regularizer: Regularizer | None) -> Any:
    if regularizer is None:
        return grads
    added = {}
    for name, d_value in grads.items():
        if isinstance(d_value, dict):
            added[name] = _add(d_value, params[name], regularizer)
        else:
            added[name] = d_value + regularizer.gradient(params[name]) if is_weight(name) else d_value
    return added


def _sum(params: Tree, regularizer: Regularizer | None) -> Any:
    if regularizer is None:
        return 0.0
    total: Any = 0.0
    for name, value in params.items():
        if isinstance(value, dict):
            total = total + _sum(value, regularizer)
        elif is_weight(name):
            total = total + regularizer.value(value)
    return total
