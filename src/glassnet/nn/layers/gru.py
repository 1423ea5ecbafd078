"""GRU: a gated recurrent unit with two gates."""

from glassnet.base.arrays import Array, Shape, namespace
from glassnet.base.checks import true_or_false
from glassnet.base.random import RandomStream
from glassnet.base.registry import Named
from glassnet.base.settings_class import settings_class
from glassnet.nn.kernels.products import product, sum_of_rows, weight_gradient
from glassnet.nn.layers.gru_reset import Reset, ResetAfter, ResetBefore
from glassnet.nn.layers.layer import Grads, Params, Parts, State
from glassnet.nn.layers.recurrence import (
    check_sequence,
    check_settings,
    draw_params,
    known_backward,
    run_steps,
    zero_state,
)
from glassnet.nn.layers.time_loop import over_time
from glassnet.nn.layers.time_steps import blocks, state_before, stop_at, where_real

GATES = ("update_gate", "reset_gate", "candidate")
"""The blocks of weight, recurrent_weight and bias, in this order (that of Keras; PyTorch has reset before update)."""


@settings_class
class GRU:
    """Gated recurrent unit (Cho et al., 2014), in both common variants.

    With xₜ · weight + bias split into three blocks x₁, x₂, x₃ and recurrent_weight into U₁, U₂, U₃:

        update_gate u = σ(x₁ + hₜ₋₁ · U₁)        reset_gate r = σ(x₂ + hₜ₋₁ · U₂)
        reset_after:     candidate h̃ = g(x₃ + r · (hₜ₋₁ · U₃ + recurrent_bias))    as cuDNN, PyTorch and Keras
        not reset_after: candidate h̃ = g(x₃ + (r · hₜ₋₁) · U₃)                     as in the paper
        hidden hₜ = u · hₜ₋₁ + (1 − u) · h̃        h₀ = 0

    Input (batch, time, features). With `return_sequences` the output is every hₜ, shape (batch, time, units);
    without it, the last one, shape (batch, units). PyTorch and Keras have a second bias in all three blocks; only that
    of the candidate makes a difference, so recurrent_bias has only that one, shape (units,).

    Arguments:
        units: the size of the hidden state.
        activation: g, of the candidate (not softmax).
        gate_activation: σ, of the two gates (not softmax).
        reset_after: whether the reset gate acts after or before the product with recurrent_weight.
        return_sequences, mask_value, truncate: as in `SimpleRNN`.
        weight_initializer, recurrent_initializer, bias_initializer: first values, drawn block by block.

    >>> import numpy as np
    >>> layer = GRU(1, reset_after=False)
    >>> params = {"weight": np.ones((1, 3)), "recurrent_weight": np.ones((1, 3)), "bias": np.zeros(3)}
    >>> h, parts, _ = layer.forward(params, {}, np.array([[[1.0], [2.0]]]), train=False, rng=None)
    >>> parts["update_gate"].round(4).tolist(), h.round(4).tolist()
    ([[[0.7311], [0.9007]]], [[0.2813]])
    """

    units: int
    activation: Named = "tanh"
    gate_activation: Named = "sigmoid"
    reset_after: bool = True
    return_sequences: bool = False
    mask_value: float | None = None
    truncate: int | None = None
    weight_initializer: Named = "glorot_uniform"
    recurrent_initializer: Named = "orthogonal"
    bias_initializer: Named = "zeros"

    def __post_init__(self) -> None:
        check_settings(self, ["activation", "gate_activation"])
        true_or_false("reset_after", self.reset_after)

    def build(self, rng: RandomStream, input_shape: Shape, dtype: str) -> tuple[Params, State, Shape]:
        """Draw weight (features, 3·units), recurrent_weight (units, 3·units), bias (3·units,) and recurrent_bias."""
        time, features = check_sequence("GRU", input_shape)
        params = draw_params(self, rng, features, dtype, GATES)
        if self.reset_after:
            params["recurrent_bias"] = self.bias_initializer.draw(
                rng.child("recurrent_bias"), (self.units,), fan_in=self.units, fan_out=self.units, dtype=dtype
            )
        return params, {}, (time, self.units) if self.return_sequences else (self.units,)

    @property
    def _reset(self) -> Reset:
        return ResetAfter() if self.reset_after else ResetBefore()

    def step(self, params: Params, z_from_x: Array, hidden: Array) -> Parts:
        """Return gates and hidden state, each (batch, units), from xₜ · weight + bias and the previous state."""
        x_update, x_reset, x_candidate = blocks(z_from_x, len(GATES))
        h_gates, gated = self._reset.gates(params, hidden)
        h_update, h_reset = blocks(h_gates, 2)
        z_update, z_reset = x_update + h_update, x_reset + h_reset
        update_gate, reset_gate = self.gate_activation.forward(z_update), self.gate_activation.forward(z_reset)
        h_candidate, recorded = self._reset.candidate(params, reset_gate, gated)
        z_candidate = x_candidate + h_candidate
        candidate = self.activation.forward(z_candidate)
        return {
            "z_update_gate": z_update,
            "z_reset_gate": z_reset,
            "z_candidate": z_candidate,
            "update_gate": update_gate,
            "reset_gate": reset_gate,
            **recorded,
            "candidate": candidate,
            "hidden": update_gate * hidden + (1.0 - update_gate) * candidate,
        }

    def forward(
        self, params: Params, state: State, x: Array, *, train: bool, rng: RandomStream
    ) -> tuple[Array, Parts, State]:
        """Run through the time steps; parts hold z and gates, and hidden, each (batch, time, units)."""
        output, parts = run_steps(self, params, x)
        return output, parts, state

    def backward(
        self, params: Params, parts: Parts, d_output: Array, *, need_d_x: bool
    ) -> tuple[Array | None, Grads, Parts]:
        """Go backward through time: d_hₜ comes from the output, d_hₜ₊₁ · uₜ₊₁, and what step t + 1 read of hₜ."""
        hidden = parts["hidden"]

        def step(d_before: Array, now: Parts) -> tuple[Array, Parts]:
            d_hidden = d_before + now["from_output"]
            d_update, d_candidate = d_hidden * now["update_slope"], d_hidden * now["candidate_slope"]
            d_read, d_step = self._reset.back(params, d_update, d_candidate, now["reset_gate"], now["reset_slope"])
            d_before = stop_at(now["cut"], d_hidden * now["kept"] + d_read)
            return d_before, {"d_hidden": d_hidden, "d_z_update_gate": d_update, "d_z_candidate": d_candidate} | d_step

        known = known_backward(self, parts, d_output) | self._slopes(parts) | {"reset_gate": parts["reset_gate"]}
        known["kept"] = where_real(parts.get("mask"), parts["update_gate"], 1.0)
        d_parts = over_time(step, zero_state(hidden, self.units), known, backward=True)
        d_z = namespace(hidden).concat([d_parts[f"d_z_{gate}"] for gate in GATES], axis=-1)
        grads = {"weight": weight_gradient(parts["x"], d_z), "bias": sum_of_rows(d_z)}
        d_x = product(d_z, params["weight"].T) if need_d_x else None
        return d_x, grads | self._reset.gradients(parts, d_parts), d_parts | self._d_gates(parts, d_parts)

    def _slopes(self, parts: Parts) -> Parts:
        """Return the factors, for all steps, that turn d_h into d_z₁, d_r's sum into d_z₂, and d_h into d_z₃.

        At padding all are 0: only the memory passes.
        """
        gate, g = self.gate_activation.backward, self.activation.backward
        update_gate, candidate, before = parts["update_gate"], parts["candidate"], state_before(parts["hidden"])
        slopes = {
            "update_slope": gate(before - candidate, parts["z_update_gate"], update_gate),
            "reset_slope": gate(self._reset.gated(parts), parts["z_reset_gate"], parts["reset_gate"]),
            "candidate_slope": g(1.0 - update_gate, parts["z_candidate"], candidate),
        }
        return {name: where_real(parts.get("mask"), slope, 0.0) for name, slope in slopes.items()}

    def _d_gates(self, parts: Parts, d_parts: Parts) -> Parts:
        d_hidden = where_real(parts.get("mask"), d_parts["d_hidden"], 0.0)
        through = d_parts["d_z_candidate"] if self.reset_after else d_parts["d_reset_hidden"]
        return {
            "d_update_gate": d_hidden * (state_before(parts["hidden"]) - parts["candidate"]),
            "d_reset_gate": through * self._reset.gated(parts),
            "d_candidate": d_hidden * (1.0 - parts["update_gate"]),
        }
