"""The network: an immutable chain of layers."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from math import prod
from typing import Any, TypeAlias

from glassnet.base.arguments import checked
from glassnet.base.arrays import Shape, Tree
from glassnet.base.checks import whole_number
from glassnet.base.errors import SettingError, ShapeError
from glassnet.base.hinted import NamedAttributes, hinted_class
from glassnet.base.random import RandomStream
from glassnet.base.registry import look_up
from glassnet.base.settings import settings_line, to_json
from glassnet.base.settings_class import plain
from glassnet.base.trees import SEPARATOR, leaves
from glassnet.figures.faces.face import face
from glassnet.figures.faces.table import table
from glassnet.nn.layers import Layer
from glassnet.nn.layers.chain import NamedLayers, build_chain, chain_shapes, check_layers, name_layers

DTYPES = {"float32": "float32", "float64": "float64"}
"""The number types of parameters."""

Row: TypeAlias = tuple[str, str, str, str]
"""One row of a summary: layer, kind, output shape, parameters."""


@hinted_class
@dataclass(frozen=True)
class Network(NamedAttributes):
    """A chain of layers: settings only; `build` returns parameters, which are kept outside.

    >>> from glassnet.nn.layers import Dense, Residual
    >>> net = Network([Dense(4, "tanh"), Dense(1, "sigmoid")])
    >>> net.names
    ('dense_1', 'dense_2')
    >>> print(net.summary((2,)))
    layer     kind    output   parameters
    dense_1   Dense   (4,)             12
    dense_2   Dense   (1,)              5
    total                              17

    Layers inside a layer are listed below it; its parameter count includes theirs.

    >>> print(Network([Residual([Dense(2)]), Dense(1)]).summary((2,)))
    layer            kind       output   parameters
    residual_1       Residual   (2,)              6
      body/dense_1   Dense      (2,)              6
    dense_1          Dense      (1,)              3
    total                                         9
    """

    layers: tuple[Layer, ...]

    def __init__(self, layers: Iterable[Layer]) -> None:
        chain = check_layers("A Network", layers)
        if not chain:
            raise SettingError("A Network needs at least one layer, such as Dense(1); got an empty list.")
        object.__setattr__(self, "layers", chain)

    @cached_property
    def named_layers(self) -> NamedLayers:
        """Names and layers in forward order."""
        return name_layers(self.layers)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """One name per layer: its kind and its number among those of its kind."""
        return tuple(name for name, _ in self.named_layers)

    @cached_property
    def unit_axes(self) -> dict[str, int]:
        """The axis that numbers a layer's units in its weights, by the layer's path, where it isn't the last.

        A layer says so with a class attribute `unit_axis`.

        >>> from glassnet.nn.layers import Conv2DTranspose, Dense, Embedding, Residual
        >>> Network([Embedding(5, 3), Residual([Conv2DTranspose(3, 2)]), Dense(1)]).unit_axes
        {'embedding_1': 0, 'residual_1/body/conv2d_transpose_1': 2}
        """
        return dict(_unit_axes(self.named_layers, ""))

    @checked
    def build(
        self, rng: RandomStream, input_shape: Shape, dtype: str = "float32"
    ) -> tuple[dict[str, Any], dict[str, Any]]:
        """Return the initial parameters and states, each a tree by layer name.

        Every layer draws from its own stream, so changing one layer doesn't change the initial values of the others.
        """
        look_up("dtype", dtype, DTYPES)
        params, state, _ = build_chain(self.named_layers, rng, _checked(input_shape), dtype)
        return params, state

    def _repr_html_(self) -> str:
        rows = [[name, type(layer).__name__, settings_line(layer)] for name, layer in self.named_layers]
        return face(f"Network of {len(rows)} layers", {}, table(["layer", "kind", "settings"], rows))

    def output_shape(self, input_shape: Shape) -> Shape:
        """Return the shape of one output, without the batch."""
        _, shapes = chain_shapes(self.named_layers, _checked(input_shape))
        return shapes[-1]

    def to_json(self) -> Any:
        """Return the network as JSON values.

        Raises:
            SettingError: a layer contains a Python function.
        """
        return to_json(self)

    def summary(self, input_shape: Shape) -> str:
        """Return a table of layers with output shapes and parameter counts."""
        input_shape = _checked(input_shape)
        params, _ = chain_shapes(self.named_layers, input_shape)
        rows: list[Row] = [
            ("layer", "kind", "output", "parameters"),
            *_rows(self.named_layers, params, input_shape, ""),
        ]
        rows.append(("total", "", "", f"{_count(params):,}"))
        widths = [max(len(row[column]) for row in rows) for column in range(4)]
        return "\n".join(
            f"{row[0]:<{widths[0]}}   {row[1]:<{widths[1]}}   {row[2]:<{widths[2]}}   {row[3]:>{widths[3]}}"
            for row in rows
        )


def _unit_axes(layers: NamedLayers, prefix: str) -> Iterator[tuple[str, int]]:
    for name, layer in layers:
        if hasattr(layer, "unit_axis"):
            yield prefix + name, layer.unit_axis
        for path, inner in getattr(layer, "paths", {}).items():
            yield from _unit_axes(inner, f"{prefix}{name}{SEPARATOR}{path}{SEPARATOR}")


def _checked(input_shape: Any) -> Shape:
    input_shape = plain(input_shape)
    sizes = tuple(input_shape) if isinstance(input_shape, tuple | list) else (input_shape,)
    try:
        return tuple(whole_number("a size", size, minimum=1) for size in sizes)
    except SettingError:
        raise ShapeError(
            "input_shape is the shape of one example without the batch, such as (2,) or (28, 28, 1); "
            f"got {input_shape!r}."
        ) from None


def _rows(layers: NamedLayers, params: Tree, input_shape: Shape, prefix: str) -> Iterator[Row]:
    _, shapes = chain_shapes(layers, input_shape)
    shapes_in = (input_shape, *shapes)[: len(layers)]
    for (name, layer), shape_in, shape in zip(layers, shapes_in, shapes, strict=True):
        yield prefix + name, type(layer).__name__, str(shape), f"{_count(params[name]):,}"
        indent = " " * (len(prefix) - len(prefix.lstrip()) + 2)
        for path, inner in getattr(layer, "paths", {}).items():
            yield from _rows(inner, params[name][path], shape_in, f"{indent}{path}/")


def _count(params: Tree) -> int:
    return sum(prod(leaf.shape) for _, leaf in leaves(params))
