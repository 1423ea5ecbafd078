"""What the recurrent layers share: settings, one weight block per gate, output and gradients."""

from collections.abc import Sequence
from typing import Any

from glassnet.base.arrays import Array, Shape, namespace
from glassnet.base.checks import number, true_or_false, whole_number
from glassnet.base.errors import SettingError, ShapeError
from glassnet.base.random import RandomStream, ShapeStream
from glassnet.base.registry import resolve
from glassnet.nn.activations import ACTIVATIONS, Softmax
from glassnet.nn.initializers import INITIALIZERS
from glassnet.nn.kernels.products import product, sum_of_rows, weight_gradient
from glassnet.nn.layers.layer import Grads, Params, Parts
from glassnet.nn.layers.time_loop import over_time
from glassnet.nn.layers.time_steps import cuts, real_steps, state_before, where_real


def check_settings(layer: Any, activations: Sequence[str]) -> None:
    """Check the settings that all recurrent layers have, and replace names by the objects they stand for."""
    whole_number("units", layer.units, minimum=1)
    for field in activations:
        activation = resolve("activation", getattr(layer, field), ACTIVATIONS)
        if isinstance(activation, Softmax):
            raise SettingError(
                f"{type(layer).__name__} needs an {field} for single units, such as 'tanh'; got softmax."
            )
        object.__setattr__(layer, field, activation)
    for field in ("weight_initializer", "recurrent_initializer", "bias_initializer"):
        object.__setattr__(layer, field, resolve("initializer", getattr(layer, field), INITIALIZERS))
    true_or_false("return_sequences", layer.return_sequences)
    if layer.mask_value is not None:
        number("mask_value", layer.mask_value)
    if layer.truncate is not None:
        whole_number("truncate", layer.truncate, minimum=1)


def check_sequence(kind: str, input_shape: Shape) -> tuple[int, int]:
    """Return (time, features), or raise an error that says which shape the layer needs."""
    if len(input_shape) != 2 or input_shape[0] < 1:
        raise ShapeError(
            f"{kind} needs a sequence per example, shape (time, features) with at least one step; got {input_shape}. "
            "For plain numbers put Reshape((time, 1)) before it; for word numbers, Embedding."
        )
    return input_shape[0], input_shape[1]


def draw_params(layer: Any, rng: RandomStream, inputs: int, dtype: str, blocks: Sequence[str]) -> Params:
    """Draw weight (inputs, blocks·units), recurrent_weight (units, blocks·units) and bias (blocks·units,).

    Each block is drawn separately, with its own fan-in and fan-out: a gate starts as if it were a separate layer.
    """
    units = layer.units

    def row_of_blocks(name: str, initializer: Any, shape: Shape, fan_in: int) -> Array:
        if isinstance(rng, ShapeStream):
            return rng.normal((*shape[:-1], len(blocks) * shape[-1]), dtype=dtype)
        drawn = [
            initializer.draw(rng.child(name, block), shape, fan_in=fan_in, fan_out=units, dtype=dtype)
            for block in blocks
        ]
        return namespace(drawn[0]).concat(drawn, axis=-1)

    return {
        "weight": row_of_blocks("weight", layer.weight_initializer, (inputs, units), inputs),
        "recurrent_weight": row_of_blocks("recurrent_weight", layer.recurrent_initializer, (units, units), units),
        "bias": row_of_blocks("bias", layer.bias_initializer, (units,), inputs),
    }


def zero_state(x: Array, units: int) -> Array:
    """Return the state of a recurrent layer before its first step: zeros (batch, units)."""
    return namespace(x).zeros((x.shape[0], units), dtype=x.dtype)


def run_steps(layer: Any, params: Params, x: Array) -> tuple[Array, Parts]:
    """Return the output and the parts of a layer whose only state is hidden, step by step; padding passes it on."""

    def step(hidden: Array, now: Parts) -> tuple[Array, Parts]:
        made = layer.step(params, now["z_from_x"], hidden)
        hidden = where_real(now["real"], made["hidden"], hidden)
        return hidden, made | {"hidden": hidden}

    mask = real_steps(x, layer.mask_value)
    z_from_x = product(x, params["weight"]) + params["bias"]
    steps = over_time(step, zero_state(x, layer.units), {"z_from_x": z_from_x, "real": mask})
    return collect_output(layer, x, mask, steps)


def collect_output(layer: Any, x: Array, mask: Array | None, steps: Parts) -> tuple[Array, Parts]:
    """Return the layer's output and its parts from the records of all steps.

    The output is every hidden state (batch, time, units), mask_value at padding, or the last one (batch, units).
    """
    parts = {"x": x} | steps | ({} if mask is None else {"mask": mask})
    hidden = parts["hidden"]
    return where_real(mask, hidden, layer.mask_value) if layer.return_sequences else hidden[:, -1], parts


def known_backward(layer: Any, parts: Parts, d_output: Array) -> dict[str, Array | None]:
    """Return what is known about all steps before the backward pass reaches them, (batch, time, …) by name.

    from_output is the gradient that reaches each hidden state from the layer's output; cut says where the gradient
    stops, as in `cuts`; real says what isn't padding, (batch, time, 1). None stands for nowhere and everywhere.
    """
    mask, hidden, xp = parts.get("mask"), parts["hidden"], namespace(d_output)
    if layer.return_sequences:
        from_output = where_real(mask, d_output, 0.0)
    else:
        from_output = xp.concat([xp.zeros_like(hidden[:, 1:]), d_output[:, None]], axis=1)
    return {"from_output": from_output, "cut": cuts(layer.truncate, mask, hidden), "real": mask}


def gradients(x: Array, hidden: Array, d_z: Array) -> Grads:
    """Return d_weight, d_recurrent_weight and d_bias where z = xₜ · weight + hₜ₋₁ · recurrent_weight + bias."""
    return {
        "weight": weight_gradient(x, d_z),
        "recurrent_weight": weight_gradient(state_before(hidden), d_z),
        "bias": sum_of_rows(d_z),
    }
