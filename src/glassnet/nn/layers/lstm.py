"""LSTM: a memory cell behind three gates."""

from glassnet.base.arrays import Array, Shape, namespace
from glassnet.base.checks import number
from glassnet.base.random import RandomStream, ShapeStream
from glassnet.base.registry import Named
from glassnet.base.settings_class import settings_class
from glassnet.nn.kernels.products import product
from glassnet.nn.layers.layer import Grads, Params, Parts, State
from glassnet.nn.layers.recurrence import (
    check_sequence,
    check_settings,
    collect_output,
    draw_params,
    gradients,
    known_backward,
    zero_state,
)
from glassnet.nn.layers.time_loop import over_time
from glassnet.nn.layers.time_steps import (
    blocks,
    by_name,
    real_steps,
    state_before,
    stop_at,
    where_real,
)

GATES = ("input_gate", "forget_gate", "candidate", "output_gate")
"""The blocks of weight, recurrent_weight and bias, in this order (that of Keras and PyTorch)."""


@settings_class
class LSTM:
    """Long short-term memory with a forget gate (Hochreiter & Schmidhuber, 1997; Gers et al., 2000).

    For each step, with z = xₜ · weight + hₜ₋₁ · recurrent_weight + bias split into four blocks of `units`:

        input_gate i = σ(z₁)   forget_gate f = σ(z₂)   candidate c̃ = g(z₃)   output_gate o = σ(z₄)
        cell cₜ = f · cₜ₋₁ + i · c̃        hidden hₜ = o · g(cₜ)        c₀ = h₀ = 0

    Input (batch, time, features). With `return_sequences` the output is every hₜ, shape (batch, time, units);
    without it, the last one, shape (batch, units). One bias, as in Keras (PyTorch adds two).

    Arguments:
        units: the size of the hidden state.
        activation: g, of the candidate and of the cell (not softmax).
        gate_activation: σ, of the three gates (not softmax).
        return_sequences, mask_value, truncate: as in `SimpleRNN`.
        forget_bias: added to the first bias of the forget gate, so that it remembers from the start
            (Jozefowicz et al., 2015).
        weight_initializer, recurrent_initializer, bias_initializer: first values, drawn block by block.

    >>> import numpy as np
    >>> layer = LSTM(1)
    >>> params = {"weight": np.ones((1, 4)), "recurrent_weight": np.ones((1, 4)), "bias": np.zeros(4)}
    >>> h, parts, _ = layer.forward(params, {}, np.array([[[1.0], [2.0]]]), train=False, rng=None)
    >>> parts["cell"].round(4).tolist(), h.round(4).tolist()
    ([[[0.5568], [1.4078]]], [[0.8112]])
    """

    units: int
    activation: Named = "tanh"
    gate_activation: Named = "sigmoid"
    return_sequences: bool = False
    mask_value: float | None = None
    truncate: int | None = None
    forget_bias: float = 1.0
    weight_initializer: Named = "glorot_uniform"
    recurrent_initializer: Named = "orthogonal"
    bias_initializer: Named = "zeros"

    def __post_init__(self) -> None:
        check_settings(self, ["activation", "gate_activation"])
        number("forget_bias", self.forget_bias)

    def build(self, rng: RandomStream, input_shape: Shape, dtype: str) -> tuple[Params, State, Shape]:
        """Draw weight (features, 4·units), recurrent_weight (units, 4·units) and bias (4·units,)."""
        time, features = check_sequence("LSTM", input_shape)
        params = draw_params(self, rng, features, dtype, GATES)
        if not isinstance(rng, ShapeStream):
            params["bias"] = self._forgetting_little(params["bias"], dtype)
        return params, {}, (time, self.units) if self.return_sequences else (self.units,)

    def _forgetting_little(self, bias: Array, dtype: str) -> Array:
        xp = namespace(bias)
        place = xp.arange(len(bias)) // self.units == GATES.index("forget_gate")
        return bias + self.forget_bias * place.astype(dtype)

    def step(self, params: Params, z_from_x: Array, hidden: Array, cell: Array) -> Parts:
        """Return z, gates, cell and hidden state from xₜ · weight + bias and the previous states, (batch, units)."""
        z = z_from_x + product(hidden, params["recurrent_weight"])
        gates = self.gate_activation.forward(z)  # skipping the candidate's block would take longer
        input_gate, forget_gate, _, output_gate = blocks(gates, len(GATES))
        candidate = self.activation.forward(blocks(z, len(GATES))[2])
        cell = forget_gate * cell + input_gate * candidate
        squashed_cell = self.activation.forward(cell)
        return {
            "z": z,
            "gates": gates,
            "candidate": candidate,
            "cell": cell,
            "squashed_cell": squashed_cell,
            "hidden": output_gate * squashed_cell,
        }

    def forward(
        self, params: Params, state: State, x: Array, *, train: bool, rng: RandomStream
    ) -> tuple[Array, Parts, State]:
        """Run through the time steps; parts hold z, gates, cell, squashed_cell and hidden, (batch, time, units)."""

        def step(before: tuple[Array, Array], now: Parts) -> tuple[tuple[Array, Array], Parts]:
            made = self.step(params, now["z_from_x"], *before)
            hidden, cell = (
                where_real(now["real"], made[name], old) for name, old in zip(("hidden", "cell"), before, strict=True)
            )
            return (hidden, cell), made | {"cell": cell, "hidden": hidden}

        mask, nothing = real_steps(x, self.mask_value), zero_state(x, self.units)
        z_from_x = product(x, params["weight"]) + params["bias"]
        steps = over_time(step, (nothing, nothing), {"z_from_x": z_from_x, "real": mask})
        output, parts = collect_output(self, x, mask, steps)
        gates = by_name("", parts.pop("gates"), GATES)
        return output, gates | parts | by_name("z_", parts["z"], GATES), state

    def backward(
        self, params: Params, parts: Parts, d_output: Array, *, need_d_x: bool
    ) -> tuple[Array | None, Grads, Parts]:
        """Go backward through time.

        d_hₜ is the gradient from the output plus d_zₜ₊₁ · recurrent_weightᵀ, and
        d_cₜ = d_hₜ · o · g′(cₜ) + d_cₜ₊₁ · fₜ₊₁; neither crosses a cut.
        """
        hidden, xp, back = parts["hidden"], namespace(d_output), params["recurrent_weight"].T
        nothing = zero_state(hidden, self.units)

        def step(before: tuple[Array, Array], now: Parts) -> tuple[tuple[Array, Array], Parts]:
            d_hidden = before[0] + now["from_output"]
            d_cell = before[1] + d_hidden * now["cell_slope"]
            d_z = xp.concat([d_cell, d_cell, d_cell, d_hidden], axis=-1) * now["z_slope"]
            d_hidden_before = stop_at(now["cut"], where_real(now["real"], product(d_z, back), d_hidden))
            d_cell_before = stop_at(now["cut"], d_cell * now["kept"])
            return (d_hidden_before, d_cell_before), {"d_hidden": d_hidden, "d_cell": d_cell, "d_z": d_z}

        known = known_backward(self, parts, d_output) | self._slopes(parts)
        d_parts = over_time(step, (nothing, nothing), known, backward=True)
        d_z = d_parts["d_z"]
        grads = gradients(parts["x"], hidden, d_z)
        d_x = product(d_z, params["weight"].T) if need_d_x else None
        return d_x, grads, d_parts | self._d_gates(parts, d_parts) | by_name("d_z_", d_z, GATES)

    def _slopes(self, parts: Parts) -> Parts:
        """Return the factors, for all steps, that turn (d_c, d_c, d_c, d_h) into d_z, d_h into d_c and d_c into d_cₜ₋₁.

        At padding they are 0, 0 and 1: only the memory passes.
        """
        mask, gate, g = parts.get("mask"), self.gate_activation.backward, self.activation.backward
        z_slope = namespace(parts["hidden"]).concat(
            [
                gate(parts["candidate"], parts["z_input_gate"], parts["input_gate"]),
                gate(state_before(parts["cell"]), parts["z_forget_gate"], parts["forget_gate"]),
                g(parts["input_gate"], parts["z_candidate"], parts["candidate"]),
                gate(parts["squashed_cell"], parts["z_output_gate"], parts["output_gate"]),
            ],
            axis=-1,
        )
        cell_slope = g(parts["output_gate"], parts["cell"], parts["squashed_cell"])
        return {
            "z_slope": where_real(mask, z_slope, 0.0),
            "cell_slope": where_real(mask, cell_slope, 0.0),
            "kept": where_real(mask, parts["forget_gate"], 1.0),
        }

    @staticmethod
    def _d_gates(parts: Parts, d_parts: Parts) -> Parts:
        mask = parts.get("mask")
        d_cell, d_hidden = (where_real(mask, d_parts[name], 0.0) for name in ("d_cell", "d_hidden"))
        return {
            "d_squashed_cell": d_hidden * parts["output_gate"],
            "d_input_gate": d_cell * parts["candidate"],
            "d_forget_gate": d_cell * state_before(parts["cell"]),
            "d_candidate": d_cell * parts["input_gate"],
            "d_output_gate": d_hidden * parts["squashed_cell"],
        }
