"""Penalties and constraints: separate from the loss, and applied to weights only."""

from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

from glassnet.base.arrays import Tree
from glassnet.base.errors import SettingError
from glassnet.base.trees import SEPARATOR
from glassnet.nn.regularizers import Regularizer

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


def constrain(params: Tree, constraint: Any, unit_axes: Mapping[str, int], prefix: str = "") -> dict[str, Any]:
    """Return the parameters with the constraint applied to every weight, unit by unit.

    Arguments:
        params: the parameters of layers by name.
        constraint: takes weights whose last axis numbers the units.
        unit_axes: as `Network.unit_axes` has them.
        prefix: the path of the layer that contains these, with a separator at its end.
    """
    constrained: dict[str, Any] = {}
    for name, value in params.items():
        if isinstance(value, dict):
            constrained[name] = constrain(value, constraint, unit_axes, f"{prefix}{name}{SEPARATOR}")
        elif not is_weight(name):
            constrained[name] = value
        else:
            axis = unit_axis(unit_axes, prefix + name, value.ndim)
            last = value if axis == value.ndim - 1 else value.swapaxes(axis, -1)
            limited = constraint.apply(last)
            constrained[name] = limited if last is value else limited.swapaxes(axis, -1)
    return constrained


def unit_axis(unit_axes: Mapping[str, int], full_name: str, axes: int) -> int:
    """Return the axis of a weight that numbers its layer's units: the last, unless the layer says another.

    Arguments:
        unit_axes: as `Network.unit_axes` has them.
        full_name: the weight's, such as "dense_1/weight".
        axes: how many it has.

    Raises:
        SettingError: the layer names an axis that its weight doesn't have.

    >>> unit_axis({"embedding_1": 0}, "embedding_1/weight", 2), unit_axis({}, "dense_1/weight", 2)
    (0, 1)
    """
    layer = full_name.rpartition(SEPARATOR)[0]
    axis = unit_axes.get(layer, -1)
    if not isinstance(axis, int) or not -axes <= axis < axes:
        raise SettingError(
            f"unit_axis of {layer} must be one of the {axes} axes of its weights, from 0 to {axes - 1}; got {axis!r}."
        )
    return axis % axes


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
