"""Parallel chains on the same input: what layers that contain layers have in common."""

from collections.abc import Mapping
from typing import Any, TypeAlias

from glassnet.base.arrays import Array, Shape, Tree
from glassnet.base.errors import ShapeError
from glassnet.base.random import RandomStream
from glassnet.nn.layers.chain import NamedLayers, backward_chain, build_chain, forward_chain
from glassnet.nn.layers.layer import Parts

Paths: TypeAlias = Mapping[str, NamedLayers]
"""Chains by name; an empty chain passes its input on unchanged."""


def build_paths(
    paths: Paths, rng: RandomStream, input_shape: Shape, dtype: str
) -> tuple[dict[str, Any], dict[str, Any], dict[str, Shape]]:
    """Return parameters, states and the shape of one output, each by path name."""
    params: dict[str, Any] = {}
    state: dict[str, Any] = {}
    shapes: dict[str, Shape] = {}
    for path, layers in paths.items():
        try:
            params[path], state[path], outputs = build_chain(layers, rng.child(path), input_shape, dtype)
        except ShapeError as error:
            raise ShapeError(f"{path}: {error}") from None
        shapes[path] = (input_shape, *outputs)[-1]
    return params, state, shapes


def forward_paths(
    paths: Paths, params: Tree, state: Tree, x: Array, *, train: bool, rng: RandomStream
) -> tuple[dict[str, Array], Parts, dict[str, Any]]:
    """Return output, parts and next state of every path."""
    outputs: dict[str, Array] = {}
    parts: dict[str, Any] = {}
    next_state: dict[str, Any] = {}
    for path, layers in paths.items():
        outputs[path], parts[path], next_state[path] = forward_chain(
            layers, params[path], state[path], x, train=train, rng=rng.child(path)
        )
    return outputs, parts, next_state


def backward_paths(
    paths: Paths, params: Tree, parts: Parts, d_outputs: Mapping[str, Array], *, need_d_x: bool
) -> tuple[Array | None, dict[str, Any], Parts]:
    """Return d_x (the sum over all paths), the gradients of all parameters, and the intermediate results."""
    grads: dict[str, Any] = {}
    d_parts: dict[str, Any] = {}
    d_x: Array | None = None
    for path, layers in paths.items():
        of_path: dict[str, Any] = {}

        def keep(name: str, _: str, gradients: Parts, of_path: dict[str, Any] = of_path) -> None:
            of_path[name] = gradients

        d_path, grads[path] = backward_chain(
            layers, params[path], parts[path], d_outputs[path], need_d_x=need_d_x, record=keep
        )
        d_parts[path] = dict(reversed(of_path.items()))
        if need_d_x:
            d_x = d_path if d_x is None else d_x + d_path
    return d_x, grads, d_parts
