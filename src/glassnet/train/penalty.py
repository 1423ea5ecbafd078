"""Penalties and constraints: separate from the loss, and applied to weights only."""

from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

from glassnet.base.arrays import Tree
from glassnet.base.errors import SettingError
from glassnet.base.names import snake_case
from glassnet.base.trees import SEPARATOR
from glassnet.nn.layers import LAYERS
from glassnet.nn.regularizers import Regularizer

KINDS = {snake_case(layer.__name__): layer for layer in LAYERS.values()}
"""The classes of layers by what their names begin with."""

Penalties: TypeAlias = Regularizer | Mapping[str, Regularizer] | None
"""One regulariser for all weights, one for each named layer, or none."""


def is_weight(name: str) -> bool:
    """Return whether a parameter with that name is a weight; biases, gains and slopes are not.

    >>> is_weight("weight"), is_weight("recurrent_weight"), is_weight("bias")
    (True, True, False)
    """
    return name == "weight" or name.endswith("_weight")


def add_penalty(grads: Tree, params: Tree, penalties: Penalties) -> dict[str, Any]:
    """Return the gradients with the penalties' gradients added to those of weights."""
    return _add(grads, params, penalties, None, "")


def penalty_terms(params: Tree, penalties: Penalties) -> dict[str, Any]:
    """Return the penalty of each weight, by its full name; weights without a penalty are left out.

    >>> import numpy as np
    >>> from glassnet.nn.regularizers import L1
    >>> penalty_terms({"dense_1": {"weight": np.array([2.0, -1.0]), "bias": np.array([9.0])}}, L1(0.5))
    {'dense_1/weight': np.float64(1.5)}
    """
    return dict(_terms(params, penalties, None, ""))


def penalty(params: Tree, penalties: Penalties) -> float:
    """Return the sum of all penalties; 0 without any."""
    return float(sum(penalty_terms(params, penalties).values()))


def check_layer_names(kind: str, setting: Any, params: Tree) -> None:
    """Raise a SettingError if a setting by layer names a layer (or path) that the network does not have."""
    if isinstance(setting, Mapping):
        known = list(_branches(params, ""))
        for name in setting:
            if name not in known:
                raise SettingError(f"{kind} is given for {name!r}, but the network's layers are {', '.join(known)}.")


def unit_axis(layer: str) -> int:
    """Return the axis of a layer's weights that numbers its units: the last, unless the layer says another.

    Arguments:
        layer: its name; own layers have their units on the last axis.

    >>> unit_axis("dense_1"), unit_axis("embedding_2"), unit_axis("conv2d_transpose_1")
    (-1, 0, 2)
    """
    return int(getattr(KINDS.get(layer.rpartition("_")[0]), "unit_axis", -1))


def constrain(params: Tree, constraint: Any, layer: str = "") -> dict[str, Any]:
    """Return the parameters with the constraint applied to every weight, its units on the last axis."""
    axis = unit_axis(layer)
    return {
        name: constrain(value, constraint, name)
        if isinstance(value, dict)
        else constraint.apply(value.swapaxes(axis, -1)).swapaxes(axis, -1)
        if is_weight(name) and axis != -1
        else constraint.apply(value)
        if is_weight(name)
        else value
        for name, value in params.items()
    }


def _branches(params: Tree, prefix: str) -> Iterator[str]:
    for name, value in params.items():
        if isinstance(value, dict):
            yield prefix + name
            yield from _branches(value, f"{prefix}{name}{SEPARATOR}")


def _below(penalties: Penalties, path: str, above: Regularizer | None) -> Regularizer | None:
    """Return the penalty at a path: its own, or else that of the enclosing layer."""
    return penalties.get(path, above) if isinstance(penalties, Mapping) else penalties


def _add(grads: Tree, params: Tree, penalties: Penalties, holds: Regularizer | None, prefix: str) -> dict[str, Any]:
    added: dict[str, Any] = {}
    for name, d_value in grads.items():
        path = prefix + name
        if isinstance(d_value, dict):
            inside = _below(penalties, path, holds)
            added[name] = _add(d_value, params[name], penalties, inside, path + SEPARATOR)
        elif holds is not None and is_weight(name):
            added[name] = d_value + holds.gradient(params[name])
        else:
            added[name] = d_value
    return added


def _terms(params: Tree, penalties: Penalties, holds: Regularizer | None, prefix: str) -> Iterator[tuple[str, Any]]:
    for name, value in params.items():
        path = prefix + name
        if isinstance(value, dict):
            yield from _terms(value, penalties, _below(penalties, path, holds), path + SEPARATOR)
        elif holds is not None and is_weight(name):
            yield path, holds.value(value)
