"""Forward and backward passes over a chain of named layers, shared by networks and layers that contain layers."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeAlias

from glassnet.base.arrays import Array, Shape, Tree
from glassnet.base.errors import SettingError, ShapeError
from glassnet.base.names import snake_case
from glassnet.base.random import RandomStream, ShapeStream, blank_stream
from glassnet.nn.layers.layer import Layer, Parts

Chain: TypeAlias = Any
"""Layers one after another, as a setting: a list of layers or a single layer; construction makes it a tuple."""

NamedLayers: TypeAlias = tuple[tuple[str, Layer], ...]
"""Names and layers in forward order."""

Recorder: TypeAlias = Callable[[str, str, Parts], None]
"""Called with the layer's name, "forward" or "backward", and the parts that were computed there.

The parts of a layer that contains layers are a tree, with the inner layers' parts by path and name.
"""

Tape: TypeAlias = dict[str, Parts]
"""What each layer kept for the backward pass, by layer name."""


def check_layers(holder: str, layers: Any) -> tuple[Layer, ...]:
    """Return the layers as a tuple; a single layer is a chain of one.

    Raises:
        SettingError: an element isn't a layer.
    """
    chain = tuple(layers) if isinstance(layers, list | tuple | Iterator) else (layers,)
    for layer in chain:
        if isinstance(layer, type) or not all(
            callable(getattr(layer, method, None)) for method in ("build", "forward", "backward")
        ):
            raise SettingError(f'{holder} must consist of layers, such as Dense(4, "relu"); got {layer!r}.')
    return chain


def name_layers(layers: Sequence[Layer]) -> NamedLayers:
    """Name each layer after its kind and its number among those of its kind."""
    seen: Counter[str] = Counter()
    named = []
    for layer in layers:
        kind = snake_case(type(layer).__name__)
        seen[kind] += 1
        named.append((f"{kind}_{seen[kind]}", layer))
    return tuple(named)


def layer_stream(rng: RandomStream, name: str) -> RandomStream:
    """Return the stream that a layer draws from; underscores in its name don't affect what it draws."""
    kind, _, number = name.rpartition("_")
    return rng.child(f"{kind.replace('_', '')}_{number}")


def build_chain(
    layers: NamedLayers, rng: RandomStream, input_shape: Shape, dtype: str
) -> tuple[dict[str, Any], dict[str, Any], tuple[Shape, ...]]:
    """Return the initial parameters and states by layer name, and the output shape of each layer for one example.

    Every layer draws from its own stream, so changing one layer doesn't change the initial values of the others.
    """
    params: dict[str, Any] = {}
    state: dict[str, Any] = {}
    shapes: list[Shape] = []
    shape = tuple(input_shape)
    for name, layer in layers:
        try:
            params[name], state[name], shape = layer.build(layer_stream(rng, name), shape, dtype)
        except ShapeError as error:
            raise ShapeError(f"{name}: {error}") from None
        shapes.append(shape)
    return params, state, tuple(shapes)


def chain_shapes(layers: NamedLayers, input_shape: Shape) -> tuple[dict[str, Any], tuple[Shape, ...]]:
    """Return parameters that have only their shapes, by layer name, and the output shape of each layer."""
    with blank_stream() as rng:
        params, _, shapes = build_chain(layers, rng, input_shape, "float32")
    return params, shapes


def declared_arrays(layers: NamedLayers, input_shape: Shape, dtype: str) -> tuple[Tree, Tree, tuple[Shape, ...]]:
    """Return parameters, states and output shapes as `build_chain` does, but arrays that take no memory."""
    with blank_stream(ShapeStream) as rng:
        return build_chain(layers, rng, input_shape, dtype)


def forward_chain(
    layers: NamedLayers,
    params: Tree,
    state: Tree,
    x: Array,
    *,
    train: bool,
    rng: RandomStream,
    record: Recorder | None = None,
    outputs: dict[str, Array] | None = None,
) -> tuple[Array, Tape, dict[str, Any]]:
    """Return the output (batch, …), the tape for `backward_chain`, and the next state.

    `outputs` is filled with the output of each layer, which its parts may hold under any name or not at all.
    """
    tape: Tape = {}
    next_state: dict[str, Any] = {}
    for name, layer in layers:
        own = layer_stream(rng, name)
        x, parts, next_state[name] = layer.forward(params[name], state[name], x, train=train, rng=own)
        tape[name] = parts
        if record is not None:
            record(name, "forward", parts)
        if outputs is not None:
            outputs[name] = x
    return x, tape, next_state


def backward_chain(
    layers: NamedLayers,
    params: Tree,
    tape: Tape,
    d_output: Array,
    *,
    need_d_x: bool,
    record: Recorder | None = None,
) -> tuple[Array | None, dict[str, Any]]:
    """Return d_x (None unless needed) and the gradients of all parameters, by layer name."""
    grads: dict[str, Any] = dict.fromkeys(tape)  # in forward order, as the parameters are
    d_x: Array | None = d_output
    first = layers[0][0] if layers else None
    for name, layer in reversed(layers):
        d_x, grads[name], d_parts = layer.backward(params[name], tape[name], d_x, need_d_x=need_d_x or name != first)
        if record is not None:
            record(name, "backward", gradient_record(d_parts, grads[name], d_x))
    return d_x, grads


def gradient_record(d_parts: Parts, grads: Tree, d_x: Array | None) -> Parts:
    """Return all gradients of one layer as d_<name>; those of inner layers are in its d_parts already."""
    own = {f"d_{name}": value for name, value in grads.items() if not isinstance(value, dict)}
    return d_parts | own | ({} if d_x is None else {"d_x": d_x})
