"""Layers over sequences: padding, truncation in time, both directions, and error messages."""

from collections.abc import Callable
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
import pytest

from glassnet.base.errors import GlassnetError, SettingError, ShapeError
from glassnet.base.random import stream
from glassnet.base.settings import from_json, to_json
from glassnet.base.trees import flatten, map_tree
from glassnet.nn.activations import ACTIVATIONS
from glassnet.nn.initializers import INITIALIZERS
from glassnet.nn.layers import GRU, LAYERS, LSTM, Bidirectional, SimpleRNN
from glassnet.nn.layers.time_steps import cuts

LENGTHS = (3, 6, 5)
TIME, FEATURES, UNITS = 6, 2, 4

RECURRENT: dict[str, Callable[..., Any]] = {
    "SimpleRNN": lambda **settings: SimpleRNN(UNITS, **settings),
    "LSTM": lambda **settings: LSTM(UNITS, **settings),
    "GRU": lambda **settings: GRU(UNITS, **settings),
    "GRU, reset before": lambda **settings: GRU(UNITS, reset_after=False, **settings),
    "Bidirectional LSTM": lambda **settings: Bidirectional(LSTM(UNITS, **settings)),
    "Bidirectional GRU, added": lambda **settings: Bidirectional(GRU(UNITS, **settings), merge="add"),
}
every_kind = pytest.mark.parametrize("make", RECURRENT.values(), ids=RECURRENT)
every_output = pytest.mark.parametrize("return_sequences", [True, False])


def params_of(layer: Any) -> Any:
    params, _, _ = layer.build(stream(0), (TIME, FEATURES), "float64")
    return map_tree(lambda value: value + stream(1).normal(value.shape, 0.0, 0.4, "float64"), params)


def padded(value: float = 0.0, *, before: bool = False) -> Any:
    """Sequences of three lengths, filled up to TIME steps at the end or in front."""
    x = stream(2).normal((len(LENGTHS), TIME, FEATURES), dtype="float64")
    for row, length in enumerate(LENGTHS):
        x[row, slice(0, TIME - length) if before else slice(length, TIME)] = value
    return x


def run(layer: Any, params: Any, x: Any) -> Any:
    return layer.forward(params, {}, x, train=True, rng=stream(0))


@every_kind
@every_output
@pytest.mark.parametrize("before", [True, False], ids=["in front", "at the end"])
def test_padding_changes_nothing(make: Any, return_sequences: bool, before: bool) -> None:
    layer = make(return_sequences=return_sequences, mask_value=0.0)
    plain = make(return_sequences=return_sequences)
    params, x = params_of(layer), padded(before=before)
    output, parts, _ = run(layer, params, x)
    d_output = stream(3).normal(output.shape, dtype="float64")
    d_x, grads, _ = layer.backward(params, parts, d_output, need_d_x=True)
    expected = map_tree(np.zeros_like, params)
    for row, length in enumerate(LENGTHS):
        real = slice(TIME - length, TIME) if before else slice(0, length)
        alone, alone_parts, _ = run(plain, params, x[row : row + 1, real])
        mine, d_mine = (output[row, real], d_output[row, real]) if return_sequences else (output[row], d_output[row])
        np.testing.assert_allclose(mine, alone[0], rtol=1e-12)
        d_alone, alone_grads, _ = plain.backward(params, alone_parts, d_mine[None], need_d_x=True)
        np.testing.assert_allclose(d_x[row, real], d_alone[0], rtol=1e-11, atol=1e-14)
        expected = map_tree(lambda a, b: a + b, expected, alone_grads)
        if return_sequences:
            padding = np.delete(output[row], np.arange(TIME)[real], axis=0)
            np.testing.assert_array_equal(padding, np.zeros_like(padding))
    assert (d_x == 0)[np.all(x == 0, axis=-1)].all()
    for name, value in flatten(grads).items():
        np.testing.assert_allclose(value, flatten(expected)[name], rtol=1e-10, atol=1e-13, err_msg=name)


def test_output_at_padding_marks_padding_for_the_next_layer() -> None:
    x = padded(-7.0)
    first = LSTM(UNITS, return_sequences=True, mask_value=-7.0)
    output, parts, _ = run(first, params_of(first), x)
    np.testing.assert_array_equal(np.all(output == -7.0, axis=-1), np.all(x == -7.0, axis=-1))
    assert parts["mask"].sum() == sum(LENGTHS)
    second = Bidirectional(GRU(3, return_sequences=True, mask_value=-7.0))
    params, _, _ = second.build(stream(0), (TIME, UNITS), "float64")
    again, _, _ = run(second, params, output)
    np.testing.assert_array_equal(np.all(again == -7.0, axis=-1), np.all(x == -7.0, axis=-1))


def test_a_sequence_of_padding_alone_leaves_the_memory_empty() -> None:
    x = np.zeros((1, TIME, FEATURES))
    for name, make in RECURRENT.items():
        layer = make(mask_value=0.0)
        output, parts, _ = run(layer, params_of(layer), x)
        assert not output.any(), name
        _, grads, _ = layer.backward(params_of(layer), parts, np.ones_like(output), need_d_x=True)
        assert not any(value.any() for value in flatten(grads).values()), name


@pytest.mark.parametrize("truncate", [1, 2, 4, 9])
@pytest.mark.parametrize("masked", [False, True])
@every_kind
@every_output
def test_truncated_gradient_is_that_of_pieces_with_constant_states_between(
    make: Any, return_sequences: bool, masked: bool, truncate: int
) -> None:
    """The very definition: JAX's gradient of a walk in which the state is a constant at each cut."""
    settings = {"return_sequences": return_sequences, "mask_value": 0.0 if masked else None}
    layer, whole = make(truncate=truncate, **settings), make(**settings)
    params, x = params_of(layer), padded()
    output, parts, _ = run(layer, params, x)
    np.testing.assert_array_equal(output, run(whole, params, x)[0])
    d_output = stream(3).normal(output.shape, dtype="float64")
    d_x, grads, _ = layer.backward(params, parts, d_output, need_d_x=True)
    with jax.enable_x64(True):

        def loss(params: Any, x: Any) -> Any:
            return (in_pieces(layer, params, x, truncate) * d_output).sum()

        own, own_d_x = jax.grad(loss, argnums=(0, 1))(map_tree(jnp.asarray, params), jnp.asarray(x))
    real = np.any(x != 0, axis=-1, keepdims=True) if masked else np.ones((len(LENGTHS), TIME, 1), bool)
    np.testing.assert_allclose(np.where(real, d_x, 0), np.where(real, own_d_x, 0), rtol=1e-10, atol=1e-12)
    for name, value in flatten(grads).items():
        np.testing.assert_allclose(value, flatten(own)[name], rtol=1e-10, atol=1e-12, err_msg=name)


def in_pieces(layer: Any, params: Any, x: Any, truncate: int) -> Any:
    """Walk example by example over the real steps alone, and stop the gradient between pieces."""
    if isinstance(layer, Bidirectional):
        with_time = in_pieces(layer.layer, params["forward"], x, truncate)
        against = in_pieces(layer.layer, params["backward"], x[:, ::-1], truncate)
        against = against[:, ::-1] if layer.layer.return_sequences else against
        return with_time + against if layer.merge == "add" else jnp.concat([with_time, against], axis=-1)
    outputs = []
    for row in range(x.shape[0]):
        is_real = np.asarray(jnp.any(x[row] != (layer.mask_value or 0.0), axis=-1))
        real = [step for step in range(TIME) if layer.mask_value is None or is_real[step]]
        names = ("hidden", "cell") if isinstance(layer, LSTM) else ("hidden",)
        carried = {name: jnp.zeros((1, UNITS)) for name in names}
        sequence = [jnp.zeros(UNITS) for _ in range(TIME)]
        for place, step in enumerate(real):
            if (len(real) - place) % truncate == 0:
                carried = {name: jax.lax.stop_gradient(value) for name, value in carried.items()}
            made = layer.step(params, x[row, step][None] @ params["weight"] + params["bias"], **carried)
            carried = {name: made[name] for name in names}
            sequence[step] = made["hidden"][0]
        outputs.append(jnp.stack(sequence) if layer.return_sequences else carried["hidden"][0])
    return jnp.stack(outputs)


def test_a_cut_counts_real_steps_from_the_end() -> None:
    mask = np.array([[True, True, True, True, False, False], [False, True, True, False, True, True]])[..., None]
    found = cuts(2, mask, mask)
    assert found is not None
    assert found[..., 0].tolist() == [
        [True, False, True, False, False, False],
        [False, True, False, False, True, False],
    ]


@every_kind
def test_settings_survive_json(make: Any) -> None:
    layer = make(return_sequences=True, mask_value=0.0, truncate=5, weight_initializer="he_normal")
    classes = {kind.__name__: kind for kind in [*LAYERS.values(), *ACTIVATIONS.values(), *INITIALIZERS.values()]}
    assert from_json(to_json(layer), classes) == layer


def test_the_forget_gate_starts_open() -> None:
    params, _, _ = LSTM(3, forget_bias=1.0).build(stream(0), (TIME, FEATURES), "float32")
    assert params["bias"].tolist() == [0] * 3 + [1] * 3 + [0] * 6
    assert params["bias"].dtype == np.float32


@pytest.mark.parametrize(
    ("mistake", "words"),
    [
        (lambda: LSTM(0), "units must be a whole number, at least 1"),
        (lambda: GRU(4, truncate=0), "truncate must be a whole number, at least 1"),
        (lambda: SimpleRNN(4, mask_value=float("nan")), "mask_value must be a number"),
        (lambda: LSTM(4, gate_activation="softmax"), "gate_activation for single units"),
        (lambda: LSTM(4).build(stream(0), (5,), "float32"), r"shape \(time, features\).*got \(5,\)"),
        (lambda: GRU(4).build(stream(0), (0, 5), "float32"), "at least one step"),
        (lambda: Bidirectional("LSTM"), "Bidirectional needs a SimpleRNN, LSTM or GRU"),
        (lambda: Bidirectional(GRU(4), merge="multiply"), "Unknown merge 'multiply'"),
        (lambda: Bidirectional(GRU(4, mask_value=-1.0), merge="add"), "mask_value 0 or None"),
    ],
)
def test_mistakes_are_named(mistake: Callable[[], Any], words: str) -> None:
    with pytest.raises(GlassnetError, match=words) as caught:
        mistake()
    assert "\n" not in str(caught.value)
    assert isinstance(caught.value, SettingError | ShapeError | LookupError)


@every_kind
def test_a_compiled_loop_over_time_does_not_grow_with_the_sequence(make: Any) -> None:
    layer = make()
    params, _, _ = layer.build(stream(0), (8, 3), "float32")

    def learn(x: Any) -> Any:
        output, parts, _ = layer.forward(params, {}, x, train=True, rng=stream(0))
        return layer.backward(params, parts, output, need_d_x=True)

    sizes = [len(jax.jit(learn).lower(jnp.ones((2, time, 3))).as_text()) for time in (16, 64)]
    assert sizes[1] < 1.1 * sizes[0]
