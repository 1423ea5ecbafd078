"""Residual: a chain of layers with a skip connection."""

from functools import cached_property

from glassnet.base.arrays import Array, Shape
from glassnet.base.errors import ShapeError
from glassnet.base.random import RandomStream
from glassnet.base.registry import Named, resolve
from glassnet.base.settings_class import settings_class
from glassnet.nn.activations import ACTIVATIONS
from glassnet.nn.layers.chain import Chain, check_layers, name_layers
from glassnet.nn.layers.layer import Grads, Params, Parts, State
from glassnet.nn.layers.paths import Paths, backward_paths, build_paths, forward_paths


@settings_class
class Residual:
    """z = body(x) + x, a = g(z): the inner layers learn only what to add to their input.

    The gradient flows back through both: d_x = d_z through the body, plus d_z itself. If the body changes
    the shape, a projection replaces x: z = body(x) + projection(x). He et al. (2016), "Deep residual
    learning for image recognition", equations 1 and 2.

    Arguments:
        body: the inner layers, a list or one layer.
        projection: layers on the skip connection (a list or one layer); empty for x itself.
        activation: g, by name or as an `Activation`.

    Raises:
        SettingError: something in them is not a layer.

    >>> import numpy as np
    >>> from glassnet.base.random import stream
    >>> from glassnet.nn.layers.dense import Dense
    >>> layer = Residual([Dense(2)])
    >>> params = {"body": {"dense_1": {"weight": np.array([[0.0, 1.0], [0.0, 0.0]]), "bias": np.zeros(2)}},
    ...           "projection": {}}
    >>> state = {"body": {"dense_1": {}}, "projection": {}}
    >>> a, parts, _ = layer.forward(params, state, np.array([[3.0, 4.0]]), train=False, rng=stream(0))
    >>> a.tolist(), parts["body"]["dense_1"]["z"].tolist()
    ([[3.0, 7.0]], [[0.0, 3.0]])
    >>> layer.backward(params, parts, np.array([[1.0, 1.0]]), need_d_x=True)[0].tolist()
    [[2.0, 1.0]]
    """

    body: Chain
    projection: Chain = ()
    activation: Named = "linear"

    def __post_init__(self) -> None:
        object.__setattr__(self, "body", check_layers("Residual", self.body))
        object.__setattr__(self, "projection", check_layers("The projection of a Residual", self.projection))
        object.__setattr__(self, "activation", resolve("activation", self.activation, ACTIVATIONS))

    @cached_property
    def paths(self) -> Paths:
        """The chains inside, by name."""
        return {"body": name_layers(self.body), "projection": name_layers(self.projection)}

    def build(self, rng: RandomStream, input_shape: Shape, dtype: str) -> tuple[Params, State, Shape]:
        """Build the inner layers; body and skip connection must end in the same shape."""
        params, state, shapes = build_paths(self.paths, rng, input_shape, dtype)
        body, skip = shapes["body"], shapes["projection"]
        if body != skip:
            raise ShapeError(
                f"Residual adds the outputs of its body, {body}, and of its skip connection, {skip}, which must have "
                "the same shape. Change the body, or add a projection (for images Conv2D(filters, 1, stride=…))."
            )
        return params, state, body

    def forward(
        self, params: Params, state: State, x: Array, *, train: bool, rng: RandomStream
    ) -> tuple[Array, Parts, State]:
        """Return a = g(body(x) + projection(x)), x of shape (batch, …)."""
        outputs, parts, state = forward_paths(self.paths, params, state, x, train=train, rng=rng)
        z = outputs["body"] + outputs["projection"]
        a = self.activation.forward(z)
        return a, {"x": x} | parts | {"z": z, "a": a}, state

    def backward(
        self, params: Params, parts: Parts, d_output: Array, *, need_d_x: bool
    ) -> tuple[Array | None, Grads, Parts]:
        """Return d_x, the sum over the body and the skip connection, and the gradients inside."""
        d_z = self.activation.backward(d_output, parts["z"], parts["a"])
        d_x, grads, d_parts = backward_paths(
            self.paths, params, parts, {"body": d_z, "projection": d_z}, need_d_x=need_d_x
        )
        return d_x, grads, d_parts | {"d_a": d_output, "d_z": d_z}
