"""The two variants of a GRU's reset gate: what differs between them, forward and backward."""

from typing import Protocol

from glassnet.base.arrays import Array, namespace
from glassnet.nn.kernels.products import sum_of_rows, weight_gradient
from glassnet.nn.layers.layer import Grads, Params, Parts
from glassnet.nn.layers.time_steps import blocks, state_before


class Reset(Protocol):
    """How a GRU's candidate reads the previous state through the reset gate."""

    def gates(self, params: Params, hidden: Array) -> tuple[Array, Array]:
        """Return hₜ₋₁ · [U₁ U₂], shape (batch, 2·units), and what the reset gate will multiply, (batch, units)."""
        ...

    def candidate(self, params: Params, reset_gate: Array, gated: Array) -> tuple[Array, Parts]:
        """Return what is added to x₃, and the part to record."""
        ...

    def gated(self, parts: Parts) -> Array:
        """Return what the reset gate multiplied, for all steps together."""
        ...

    def back(
        self, params: Params, d_z_update: Array, d_z_candidate: Array, reset_gate: Array, reset_slope: Array
    ) -> tuple[Array, Parts]:
        """Return d_hₜ₋₁ through the three blocks, and the gradients of one step by name."""
        ...

    def gradients(self, parts: Parts, d_parts: Parts) -> Grads:
        """Return the gradients of recurrent_weight, and of recurrent_bias if there is one."""
        ...


class ResetAfter:
    """The candidate adds r · (hₜ₋₁ · U₃ + recurrent_bias): one product with recurrent_weight per step."""

    def gates(self, params: Params, hidden: Array) -> tuple[Array, Array]:
        """Split hₜ₋₁ · recurrent_weight into the inputs of the gates and of the candidate."""
        recurrent = hidden @ params["recurrent_weight"]
        width = 2 * hidden.shape[-1]
        return recurrent[:, :width], recurrent[:, width:] + params["recurrent_bias"]

    def candidate(self, params: Params, reset_gate: Array, gated: Array) -> tuple[Array, Parts]:
        """Return r · (hₜ₋₁ · U₃ + recurrent_bias), and record the expression in brackets."""
        return reset_gate * gated, {"recurrent_candidate": gated}

    def gated(self, parts: Parts) -> Array:
        """Return hₜ₋₁ · U₃ + recurrent_bias."""
        return parts["recurrent_candidate"]

    def back(
        self, params: Params, d_z_update: Array, d_z_candidate: Array, reset_gate: Array, reset_slope: Array
    ) -> tuple[Array, Parts]:
        """Return [d_z₁ d_z₂ r·d_z₃] · recurrent_weightᵀ."""
        d_z_reset, d_recurrent = d_z_candidate * reset_slope, d_z_candidate * reset_gate
        together = namespace(d_z_update).concat([d_z_update, d_z_reset, d_recurrent], axis=-1)
        return together @ params["recurrent_weight"].T, {
            "d_z_reset_gate": d_z_reset,
            "d_recurrent_candidate": d_recurrent,
        }

    def gradients(self, parts: Parts, d_parts: Parts) -> Grads:
        """Sum over batch and time."""
        names = ("d_z_update_gate", "d_z_reset_gate", "d_recurrent_candidate")
        together = namespace(parts["hidden"]).concat([d_parts[name] for name in names], axis=-1)
        return {
            "recurrent_weight": weight_gradient(state_before(parts["hidden"]), together),
            "recurrent_bias": sum_of_rows(d_parts["d_recurrent_candidate"]),
        }


class ResetBefore:
    """The candidate adds (r · hₜ₋₁) · U₃."""

    def gates(self, params: Params, hidden: Array) -> tuple[Array, Array]:
        """Return hₜ₋₁ · [U₁ U₂], and hₜ₋₁ itself."""
        return hidden @ params["recurrent_weight"][:, : 2 * hidden.shape[-1]], hidden

    def candidate(self, params: Params, reset_gate: Array, gated: Array) -> tuple[Array, Parts]:
        """Return (r · hₜ₋₁) · U₃, and record the expression in brackets."""
        reset_hidden = reset_gate * gated
        return reset_hidden @ blocks(params["recurrent_weight"], 3)[2], {"reset_hidden": reset_hidden}

    def gated(self, parts: Parts) -> Array:
        """Return hₜ₋₁."""
        return state_before(parts["hidden"])

    def back(
        self, params: Params, d_z_update: Array, d_z_candidate: Array, reset_gate: Array, reset_slope: Array
    ) -> tuple[Array, Parts]:
        """Return [d_z₁ d_z₂] · [U₁ U₂]ᵀ + r · (d_z₃ · U₃ᵀ)."""
        weight, width = params["recurrent_weight"], 2 * d_z_update.shape[-1]
        d_reset_hidden = d_z_candidate @ weight[:, width:].T
        d_z_reset = d_reset_hidden * reset_slope
        gates = namespace(d_z_update).concat([d_z_update, d_z_reset], axis=-1)
        d_hidden = gates @ weight[:, :width].T + reset_gate * d_reset_hidden
        return d_hidden, {"d_z_reset_gate": d_z_reset, "d_reset_hidden": d_reset_hidden}

    def gradients(self, parts: Parts, d_parts: Parts) -> Grads:
        """Sum over batch and time."""
        xp = namespace(parts["hidden"])
        gates = xp.concat([d_parts["d_z_update_gate"], d_parts["d_z_reset_gate"]], axis=-1)
        of_gates = weight_gradient(state_before(parts["hidden"]), gates)
        of_candidate = weight_gradient(parts["reset_hidden"], d_parts["d_z_candidate"])
        return {"recurrent_weight": xp.concat([of_gates, of_candidate], axis=-1)}
