"""Properties of the mathematics that hold for any numbers, drawn by Hypothesis."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

import glassnet as gn
from glassnet.base.arrays import Array
from glassnet.base.random import stream
from glassnet.nn.losses import LOSSES
from glassnet.nn.passes import forward
from glassnet.train.target import encode_target

from .table import ACTIVATION_ROWS, LAYER_ROWS, Row

SIDE = st.integers(1, 6)
logits = arrays.arrays(np.float64, st.tuples(SIDE, SIDE), elements=st.floats(-800, 800))


@given(logits, st.floats(-1e3, 1e3))
def test_softmax_adds_up_to_one_and_ignores_an_offset(z: Array, offset: float) -> None:
    a = gn.Softmax().forward(z)
    assert a.shape == z.shape
    assert (a >= 0).all()
    np.testing.assert_allclose(a.sum(axis=-1), 1.0, rtol=1e-12)
    np.testing.assert_allclose(gn.Softmax().forward(z + offset), a, rtol=1e-9, atol=1e-12)


@given(logits)
def test_bounded_activations_stay_within_their_bounds(z: Array) -> None:
    for activation in (thing for row in ACTIVATION_ROWS for thing in row.settings):
        with np.errstate(over="ignore"):  # e^800: sigmoid is right to overflow towards 0
            a = activation.forward(z)
        assert np.isfinite(a).all()
        assert (a >= activation.bounds[0]).all()
        assert (a <= activation.bounds[1]).all()


@given(logits, st.integers(0, 10**6))
def test_fused_losses_are_finite_anywhere(z: Array, seed: int) -> None:
    classes = stream(seed).integers(z.shape[1], z.shape[:1])
    one_hot = np.eye(z.shape[1])[classes]
    fused = gn.SoftmaxCrossEntropy().value(z, one_hot)
    binary = gn.SigmoidCrossEntropy().value(z, one_hot)
    assert np.isfinite(fused).all()
    assert np.isfinite(binary).all()
    assert gn.SparseSoftmaxCrossEntropy().value(z, classes).tolist() == fused.tolist()


@given(arrays.arrays(np.float64, (3, 4), elements=st.floats(-7, 7)), st.integers(0, 10**6))
def test_fused_losses_agree_with_the_pair(z: Array, seed: int) -> None:
    one_hot = np.eye(4)[stream(seed).integers(4, (3,))]
    for fused, activation, pair in (
        (gn.SoftmaxCrossEntropy(), gn.Softmax(), gn.CategoricalCrossEntropy()),
        (gn.SigmoidCrossEntropy(), gn.Sigmoid(), gn.BinaryCrossEntropy()),
    ):
        a = activation.forward(z)
        np.testing.assert_allclose(fused.value(z, one_hot), pair.value(a, one_hot), rtol=1e-9, atol=1e-12)
        d_z = activation.backward(pair.gradient(a, one_hot), z, a)
        np.testing.assert_allclose(fused.gradient(z, one_hot), d_z, rtol=1e-9, atol=1e-12)


LAYERS = [(row, layer, shape) for row in LAYER_ROWS for layer in row.settings for shape in row.shapes]


@pytest.mark.parametrize(("row", "layer", "shape"), LAYERS, ids=[f"{layer} on {shape}" for _, layer, shape in LAYERS])
def test_in_use_the_batch_is_only_a_stack_of_examples(row: Row, layer: Any, shape: Any) -> None:
    params, state, promised = layer.build(stream(1), shape, "float64")
    x = row.draw(stream(2), (5, *shape))
    whole, _, _ = layer.forward(params, state, x, train=False, rng=stream(0))
    assert whole.shape == (5, *promised)
    rows = [layer.forward(params, state, x[i : i + 1], train=False, rng=stream(0))[0] for i in range(5)]
    np.testing.assert_allclose(np.concatenate(rows), whole, rtol=1e-12, atol=1e-14)


LENGTHS = st.lists(st.integers(1, 6), min_size=1, max_size=5)
MASKED = gn.Network(
    [
        gn.PositionalEncoding(mask_value=0.0),
        gn.PositionalEmbedding(mask_value=0.0),
        gn.MultiHeadSelfAttention(2, mask_value=0.0),
        gn.Bidirectional(gn.GRU(2, return_sequences=True, mask_value=0.0)),
        gn.LSTM(3, return_sequences=True, mask_value=0.0),
        gn.SimpleRNN(2, mask_value=0.0),
    ]
)


@given(LENGTHS, st.integers(0, 10**6))
@settings(max_examples=30)
def test_padding_of_any_length_changes_no_answer(lengths: list[int], seed: int) -> None:
    """Six layers over sequences, one after another: each hands on which steps are padding."""
    params, state = MASKED.build(stream(seed), (6, 4), "float64")
    x = stream(seed).normal((len(lengths), 6, 4), dtype="float64")
    for example, length in enumerate(lengths):
        x[example, length:] = 0.0
    together, _, _ = forward(MASKED, params, state, x, train=False, rng=stream(0))
    for example, length in enumerate(lengths):
        alone = forward(MASKED, params, state, x[example : example + 1, :length], train=False, rng=stream(0))[0]
        np.testing.assert_allclose(together[example], alone[0], rtol=1e-9, atol=1e-12)


@given(st.integers(1, 5), st.integers(0, 10**6))
@settings(max_examples=30)
@pytest.mark.parametrize(
    "layer",
    [gn.MultiHeadSelfAttention(2, causal=True), gn.LSTM(3, return_sequences=True), gn.GRU(3, return_sequences=True)],
    ids=repr,
)
def test_what_comes_later_changes_nothing_before(layer: Any, step: int, seed: int) -> None:
    params, state, _ = layer.build(stream(seed), (6, 4), "float64")
    x = stream(seed).normal((2, 6, 4), dtype="float64")
    other = np.concatenate([x[:, :step], stream(seed + 1).normal((2, 6 - step, 4), dtype="float64")], axis=1)
    first, second = (layer.forward(params, state, each, train=False, rng=stream(0))[0] for each in (x, other))
    np.testing.assert_allclose(first[:, :step], second[:, :step], rtol=1e-12, atol=1e-14)
    assert not np.allclose(first[:, step:], second[:, step:])


@given(st.integers(1, 6), st.integers(1, 20), st.integers(0, 10**6))
def test_targets_survive_their_encoding(classes: int, samples: int, seed: int) -> None:
    y = stream(seed).integers(classes, (samples,))
    rows = encode_target(y, LOSSES["softmax_cross_entropy"](), (classes,), classes, "float32")
    assert rows.dtype == np.float32
    assert rows.shape == (samples, classes)
    assert rows.sum(axis=1).tolist() == [1.0] * samples
    assert rows.argmax(axis=1).tolist() == y.tolist()
    sparse = encode_target(y, LOSSES["sparse_softmax_cross_entropy"](), (classes,), classes, "float32")
    assert sparse.tolist() == y.tolist()
    if classes <= 2:
        column = encode_target(y, LOSSES["sigmoid_cross_entropy"](), (1,), classes, "float64")
        assert column[:, 0].tolist() == y.tolist()


@pytest.mark.parametrize("name", ["binary_cross_entropy", "categorical_cross_entropy"])
@given(certainty=st.sampled_from([0.0, 1e-12, 1.0 - 1e-12, 1.0]))
def test_losses_from_probabilities_stay_finite_at_the_edge(name: str, certainty: float) -> None:
    loss = LOSSES[name]()
    prediction, target = np.array([[certainty, 1.0 - certainty]]), np.array([[0.0, 1.0]])
    assert np.isfinite(loss.value(prediction, target)).all()
    assert np.isfinite(loss.gradient(prediction, target)).all()
