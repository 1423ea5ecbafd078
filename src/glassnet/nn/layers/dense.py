"""Dense: every unit sees every input."""

from glassnet.base.arrays import Array, Shape
from glassnet.base.checks import whole_number
from glassnet.base.errors import ShapeError
from glassnet.base.random import RandomStream
from glassnet.base.registry import Named, resolve
from glassnet.base.settings_class import settings_class
from glassnet.nn.activations import ACTIVATIONS
from glassnet.nn.initializers import INITIALIZERS
from glassnet.nn.kernels.products import product, sum_of_rows, weight_gradient
from glassnet.nn.layers.layer import Grads, Params, Parts, State


@settings_class
class Dense:
    """z = x · weight + bias, a = g(z).

    Arguments:
        units: the number of outputs.
        activation: g, by name or as an `Activation`.
        weight_initializer: first values of weight, shape (inputs, units).
        bias_initializer: first values of bias, shape (units,).

    >>> import numpy as np
    >>> params = {"weight": np.array([[1.0], [2.0]]), "bias": np.array([-1.0])}
    >>> layer = Dense(1, "relu")
    >>> a, parts, _ = layer.forward(params, {}, np.array([[3.0, 4.0]]), train=False, rng=None)
    >>> a.tolist()
    [[10.0]]
    >>> d_x, grads, _ = layer.backward(params, parts, np.array([[1.0]]), need_d_x=True)
    >>> d_x.tolist(), grads["weight"].tolist(), grads["bias"].tolist()
    ([[1.0, 2.0]], [[3.0], [4.0]], [1.0])
    """

    units: int
    activation: Named = "linear"
    weight_initializer: Named = "glorot_uniform"
    bias_initializer: Named = "zeros"

    def __post_init__(self) -> None:
        whole_number("units", self.units, minimum=1)
        object.__setattr__(self, "activation", resolve("activation", self.activation, ACTIVATIONS))
        for field in ("weight_initializer", "bias_initializer"):
            object.__setattr__(self, field, resolve("initializer", getattr(self, field), INITIALIZERS))

    def build(self, rng: RandomStream, input_shape: Shape, dtype: str) -> tuple[Params, State, Shape]:
        """Draw weight (inputs, units) and bias (units,)."""
        if len(input_shape) not in (1, 2):
            raise ShapeError(
                f"Dense needs features, shape (features,), or a sequence of them, (time, features); got {input_shape}. "
                "Put Flatten() or GlobalAveragePool2D() before it."
            )
        inputs, units = input_shape[-1], self.units
        weight = self.weight_initializer.draw(
            rng.child("weight"), (inputs, units), fan_in=inputs, fan_out=units, dtype=dtype
        )
        bias = self.bias_initializer.draw(rng.child("bias"), (units,), fan_in=inputs, fan_out=units, dtype=dtype)
        return {"weight": weight, "bias": bias}, {}, (*input_shape[:-1], units)

    def forward(
        self, params: Params, state: State, x: Array, *, train: bool, rng: RandomStream
    ) -> tuple[Array, Parts, State]:
        """Return a = g(x · weight + bias), x of shape (batch, inputs), a of shape (batch, units).

        In a sequence, x of shape (batch, time, inputs), the same units are applied to every time step.
        """
        z = product(x, params["weight"]) + params["bias"]
        a = self.activation.forward(z)
        return a, {"x": x, "z": z, "a": a}, state

    def backward(
        self, params: Params, parts: Parts, d_output: Array, *, need_d_x: bool
    ) -> tuple[Array | None, Grads, Parts]:
        """Return d_x = d_z · weightᵀ, d_weight = xᵀ · d_z and d_bias = Σ d_z over the batch (and time)."""
        d_z = self.activation.backward(d_output, parts["z"], parts["a"])
        grads = {"weight": weight_gradient(parts["x"], d_z), "bias": sum_of_rows(d_z)}
        d_x = product(d_z, params["weight"].T) if need_d_x else None
        return d_x, grads, {"d_a": d_output, "d_z": d_z}
