"""SimpleRNN: a dense layer that also sees its own previous output."""

from glassnet.base.arrays import Array, Shape
from glassnet.base.random import RandomStream
from glassnet.base.registry import Named
from glassnet.base.settings_class import settings_class
from glassnet.nn.kernels.products import product
from glassnet.nn.layers.layer import Grads, Params, Parts, State
from glassnet.nn.layers.recurrence import (
    check_sequence,
    check_settings,
    draw_params,
    gradients,
    known_backward,
    run_steps,
    zero_state,
)
from glassnet.nn.layers.time_loop import over_time
from glassnet.nn.layers.time_steps import stop_at, where_real


@settings_class
class SimpleRNN:
    """hₜ = g(xₜ · weight + hₜ₋₁ · recurrent_weight + bias), with h₀ = 0 (Elman, 1990).

    Input (batch, time, features). With `return_sequences` the output is every hₜ, shape (batch, time, units);
    without it, the last one, shape (batch, units).

    Arguments:
        units: the size of the hidden state.
        activation: g, by name or as an `Activation` (not softmax).
        return_sequences: whether to return every step, not only the last.
        mask_value: a step whose features all equal this number is padding: the hidden state passes it unchanged,
            and the output there is mask_value again (so use 0, and make sure that no real step is all 0).
        truncate: k, for truncated backpropagation through time. The sequence is divided, from its end,
            into segments of k real steps; the state that enters a segment is treated as a constant.
            The gradient is exact for that function; the forward pass is the same for any k.
        weight_initializer: first values of weight, shape (features, units).
        recurrent_initializer: first values of recurrent_weight, shape (units, units).
        bias_initializer: first values of bias, shape (units,).

    >>> import numpy as np
    >>> params = {"weight": np.array([[1.0]]), "recurrent_weight": np.array([[0.5]]), "bias": np.array([0.0])}
    >>> layer = SimpleRNN(1, "linear", return_sequences=True)
    >>> h, parts, _ = layer.forward(params, {}, np.array([[[1.0], [2.0], [0.0]]]), train=False, rng=None)
    >>> h.tolist()
    [[[1.0], [2.5], [1.25]]]
    >>> d_x, grads, _ = layer.backward(params, parts, np.array([[[0.0], [0.0], [1.0]]]), need_d_x=True)
    >>> d_x.tolist(), grads["recurrent_weight"].tolist()
    ([[[0.25], [0.5], [1.0]]], [[3.0]])
    """

    units: int
    activation: Named = "tanh"
    return_sequences: bool = False
    mask_value: float | None = None
    truncate: int | None = None
    weight_initializer: Named = "glorot_uniform"
    recurrent_initializer: Named = "orthogonal"
    bias_initializer: Named = "zeros"

    def __post_init__(self) -> None:
        check_settings(self, ["activation"])

    def build(self, rng: RandomStream, input_shape: Shape, dtype: str) -> tuple[Params, State, Shape]:
        """Draw weight (features, units), recurrent_weight (units, units) and bias (units,)."""
        time, features = check_sequence("SimpleRNN", input_shape)
        params = draw_params(self, rng, features, dtype, ["hidden"])
        return params, {}, (time, self.units) if self.return_sequences else (self.units,)

    def step(self, params: Params, z_from_x: Array, hidden: Array) -> Parts:
        """Return z and the next hidden state, (batch, units), from xₜ · weight + bias and the previous state."""
        z = z_from_x + product(hidden, params["recurrent_weight"])
        return {"z": z, "hidden": self.activation.forward(z)}

    def forward(
        self, params: Params, state: State, x: Array, *, train: bool, rng: RandomStream
    ) -> tuple[Array, Parts, State]:
        """Run through the time steps; parts hold z and hidden, (batch, time, units)."""
        output, parts = run_steps(self, params, x)
        return output, parts, state

    def backward(
        self, params: Params, parts: Parts, d_output: Array, *, need_d_x: bool
    ) -> tuple[Array | None, Grads, Parts]:
        """Go backward through time: d_hₜ is the gradient from the output plus d_zₜ₊₁ · recurrent_weightᵀ."""
        hidden, back = parts["hidden"], params["recurrent_weight"].T

        def step(d_before: Array, now: Parts) -> tuple[Array, Parts]:
            d_hidden, real = d_before + now["from_output"], now["real"]
            d_z = where_real(real, self.activation.backward(d_hidden, now["z"], now["hidden"]), 0.0)
            d_before = stop_at(now["cut"], where_real(real, product(d_z, back), d_hidden))
            return d_before, {"d_hidden": d_hidden, "d_z": d_z}

        known = known_backward(self, parts, d_output) | {"z": parts["z"], "hidden": hidden}
        d_parts = over_time(step, zero_state(hidden, self.units), known, backward=True)
        grads = gradients(parts["x"], hidden, d_parts["d_z"])
        d_x = product(d_parts["d_z"], params["weight"].T) if need_d_x else None
        return d_x, grads, d_parts
