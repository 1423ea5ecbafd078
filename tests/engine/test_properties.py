"""Properties of the mathematics that hold for any numbers, drawn by Hypothesis."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

import glassnet as gn
from glassnet.base.arrays import Array
from glassnet.base.random import stream
from glassnet.nn.losses import LOSSES
from glassnet.train.target import encode_target

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
    for activation in (gn.Linear(), gn.Sigmoid(), gn.Tanh(), gn.ReLU(), gn.Softmax()):
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


@given(arrays.arrays(np.float64, (3, 4), elements=st.floats(-8, 8)), st.integers(0, 10**6))
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


@given(st.integers(1, 9), st.integers(1, 7), st.integers(1, 5), st.integers(0, 10**6))
def test_the_batch_is_only_a_stack_of_examples(batch: int, inputs: int, units: int, seed: int) -> None:
    layer = gn.Dense(units, "tanh")
    params, state, shape = layer.build(stream(seed), (inputs,), "float64")
    x = stream(seed).normal((batch, inputs), dtype="float64")
    whole, parts, _ = layer.forward(params, state, x, train=True, rng=stream(0))
    assert whole.shape == (batch, *shape)
    rows = [layer.forward(params, state, x[i : i + 1], train=True, rng=stream(0))[0] for i in range(batch)]
    np.testing.assert_allclose(np.concatenate(rows), whole, rtol=1e-12, atol=1e-14)
    d_x, grads, _ = layer.backward(params, parts, np.ones_like(whole), need_d_x=True)
    assert d_x is not None
    assert d_x.shape == x.shape
    assert {name: value.shape for name, value in grads.items()} == {n: v.shape for n, v in params.items()}


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
