"""Deep networks on handwritten digits, with everything that helps or harms their gradients as a setting."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Annotated, Any

from glassnet import SGD, ClipByGlobalNorm, ClipByNorm, ClipByValue, Network, Recipe, Run, data
from glassnet.data import Dataset
from glassnet.nn.initializers import Constant, Initializer, Normal, Uniform
from glassnet.nn.layers import Activate, BatchNorm, Dense, LayerNorm, Residual
from glassnet.widgets.wire import Limits, OneOf
from glassnet.widgets.wire.reading import check_fields

WIDTH = 32
BATCH = 64
MAX_DEPTH = 50

INITIALIZERS: Mapping[str, tuple[str, str | Initializer]] = {
    "zeros": ("Zeros", "zeros"),
    "alike": ("All 0.1", Constant(0.1)),
    "small": ("Normal, 0.01: too small", Normal(0.01)),
    "large": ("Normal, 1: too large", Normal(1.0)),
    "uniform": ("Uniform, −0.05 to 0.05", Uniform(0.05)),
    "truncated_normal": ("Truncated normal, 0.05", "truncated_normal"),
    "glorot_uniform": ("Glorot, uniform", "glorot_uniform"),
    "glorot_normal": ("Glorot, normal", "glorot_normal"),
    "he_uniform": ("He, uniform", "he_uniform"),
    "he_normal": ("He, normal", "he_normal"),
    "lecun_uniform": ("LeCun, uniform", "lecun_uniform"),
    "lecun_normal": ("LeCun, normal", "lecun_normal"),
    "orthogonal": ("Orthogonal", "orthogonal"),
}
ACTIVATIONS: Mapping[str, str] = {
    "linear": "none",
    "sigmoid": "sigmoid",
    "tanh": "tanh",
    "relu": "ReLU",
    "leaky_relu": "leaky ReLU",
    "elu": "ELU",
    "selu": "SELU",
    "softplus": "softplus",
    "gelu": "GELU",
    "silu": "SiLU",
}
NORMALIZATIONS: Mapping[str, tuple[str, type[BatchNorm] | type[LayerNorm] | None]] = {
    "none": ("None", None),
    "batch": ("Batch norm", BatchNorm),
    "layer": ("Layer norm", LayerNorm),
}
CLIPPINGS: Mapping[str, tuple[str, Any]] = {
    "none": ("None", None),
    "value": ("By value", ClipByValue),
    "norm": ("By norm, each layer", ClipByNorm),
    "global_norm": ("By norm, all together", ClipByGlobalNorm),
}


@dataclass(frozen=True)
class FlowSettings:
    """A deep network and how it is trained.

    Arguments:
        depth: hidden layers, 1 to 50, of 32 units each.
        activation: of the hidden layers, by name.
        initializer: of all weights, by name.
        normalization: after each hidden layer's sum: "none", "batch" or "layer".
        skip: whether each hidden layer but the first adds its input to its output.
        clipping: of the gradients: "none", "value", "norm" or "global_norm".
        limit: of the clipping.
        learning_rate: of plain gradient descent.
        seed: of weights and batches.
    """

    depth: Annotated[int, Limits(1, MAX_DEPTH)] = 50
    activation: Annotated[str, OneOf("activation", ACTIVATIONS)] = "sigmoid"
    initializer: Annotated[str, OneOf("initialiser", INITIALIZERS)] = "glorot_uniform"
    normalization: Annotated[str, OneOf("normalisation", NORMALIZATIONS)] = "none"
    skip: bool = False
    clipping: Annotated[str, OneOf("clipping", CLIPPINGS)] = "none"
    limit: Annotated[float, Limits(1e-4, 100)] = 1.0
    learning_rate: Annotated[float, Limits(1e-5, 10)] = 0.1
    seed: Annotated[int, Limits(0, 99)] = 0

    def __post_init__(self) -> None:
        check_fields(self)

    def changed(self, **settings: Any) -> "FlowSettings":
        """Return a copy with other settings."""
        return replace(self, **settings)

    def network(self) -> Network:
        """Return the network: hidden layers, and ten outputs."""
        drawn = INITIALIZERS[self.initializer][1]
        hidden = [self._hidden(place) for place in range(self.depth)]
        return Network([layer for layers in hidden for layer in layers] + [Dense(10, weight_initializer=drawn)])

    def run(self) -> Run:
        """Return a run on handwritten digits."""
        clipping = CLIPPINGS[self.clipping][1]
        recipe = Recipe(
            "sparse_softmax_cross_entropy",
            SGD(self.learning_rate),
            batch_size=BATCH,
            seed=self.seed,
            clipping=None if clipping is None else clipping(self.limit),
        )
        return Run(self.network(), recipe, digits())

    @property
    def layers_each(self) -> int:
        """How many layers of the engine a hidden layer consists of, except the first with skip connections."""
        return 1 if self.skip or self.normalization == "none" else 3

    def _hidden(self, place: int) -> list[Any]:
        drawn, norm = INITIALIZERS[self.initializer][1], NORMALIZATIONS[self.normalization][1]
        if norm is None:
            layers: list[Any] = [Dense(WIDTH, self.activation, weight_initializer=drawn)]
        else:
            layers = [Dense(WIDTH, weight_initializer=drawn), norm(), Activate(self.activation)]
        return [Residual(layers)] if self.skip and place else layers


@cache
def digits() -> Dataset:
    """Return the handwritten digits, scaled."""
    return data.scaled(data.digits())
