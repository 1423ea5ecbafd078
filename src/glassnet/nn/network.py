"""The network: an immutable chain of layers."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from math import prod
from typing import Any

from glassnet.base.arrays import Shape
from glassnet.base.errors import SettingError, ShapeError
from glassnet.base.random import RandomStream, stream
from glassnet.base.trees import leaves
from glassnet.nn.layers import LAYERS, Layer


@dataclass(frozen=True)
class Network:
    """A chain of layers: settings only. Parameters come from `build` and live outside.

    >>> net = Network([LAYERS["Dense"](4, "tanh"), LAYERS["Dense"](1, "sigmoid")])
    >>> net.names
    ('dense_1', 'dense_2')
    >>> print(net.summary((2,)))
    layer     kind    output   parameters
    dense_1   Dense   (4,)             12
    dense_2   Dense   (1,)              5
    total                              17
    """

    layers: tuple[Layer, ...]

    def __init__(self, layers: Iterable[Layer]) -> None:
        chain = tuple(layers)
        if not chain:
            raise SettingError("A Network needs at least one layer, such as Dense(1); got an empty list.")
        for layer in chain:
            if not all(hasattr(layer, method) for method in ("build", "forward", "backward")):
                raise SettingError(f"A Network is made of layers ({', '.join(LAYERS)}); got {layer!r}.")
        object.__setattr__(self, "layers", chain)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """One name a layer: its kind and its number among those of its kind."""
        seen: Counter[str] = Counter()
        names = []
        for layer in self.layers:
            kind = type(layer).__name__.lower()
            seen[kind] += 1
            names.append(f"{kind}_{seen[kind]}")
        return tuple(names)

    @cached_property
    def named_layers(self) -> tuple[tuple[str, Layer], ...]:
        """Names and layers in forward order."""
        return tuple(zip(self.names, self.layers, strict=True))

    def build(
        self, rng: RandomStream, input_shape: Shape, dtype: str = "float32"
    ) -> tuple[dict[str, Any], dict[str, Any]]:
        """Return the first parameters and states, each a tree by layer name.

        Every layer draws from its own stream, so changing one layer leaves the others' first values as they were.
        """
        params, state = {}, {}
        for name, _, _, layer_params, layer_state in self._walk(rng, input_shape, dtype):
            params[name], state[name] = layer_params, layer_state
        return params, state

    def output_shape(self, input_shape: Shape) -> Shape:
        """Return the shape of one output, without the batch."""
        *_, last = self._walk(stream(0), input_shape, "float32")
        return last[2]

    def summary(self, input_shape: Shape) -> str:
        """Return a table of layers with output shapes and parameter counts."""
        rows = [("layer", "kind", "output", "parameters")]
        total = 0
        for name, layer, shape, params, _ in self._walk(stream(0), input_shape, "float32"):
            count = sum(prod(leaf.shape) for _, leaf in leaves(params))
            total += count
            rows.append((name, type(layer).__name__, str(shape), f"{count:,}"))
        rows.append(("total", "", "", f"{total:,}"))
        widths = [max(len(row[column]) for row in rows) for column in range(4)]
        return "\n".join(
            f"{row[0]:<{widths[0]}}   {row[1]:<{widths[1]}}   {row[2]:<{widths[2]}}   {row[3]:>{widths[3]}}"
            for row in rows
        )

    def _walk(self, rng: RandomStream, input_shape: Shape, dtype: str) -> Any:
        shape = tuple(input_shape)
        for name, layer in self.named_layers:
            try:
                params, state, shape = layer.build(rng.child(name), shape, dtype)
            except ShapeError as error:
                raise ShapeError(f"{name}: {error}") from None
            yield name, layer, shape, params, state
