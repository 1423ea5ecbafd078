"""Dropout, batch and layer normalisation, embedding: both modes, running statistics, saving, clear errors."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

import glassnet as gn
from glassnet.base.random import stream
from glassnet.base.trees import leaves
from glassnet.nn.kernels.rows import sum_rows
from glassnet.run import Run
from glassnet.train import Recipe


def test_dropout_keeps_the_mean_and_switches_off_its_share() -> None:
    layer, x = gn.Dropout(0.25), np.ones((500, 40))
    a, parts, _ = layer.forward({}, {}, x, train=True, rng=stream(3))
    assert set(np.unique(a)) == {0.0, 1 / 0.75}
    assert (a == 0).mean() == pytest.approx(0.25, abs=0.01)
    assert a.mean() == pytest.approx(1.0, abs=0.01)
    d_x, _, _ = layer.backward({}, parts, np.full_like(x, 2.0), need_d_x=True)
    np.testing.assert_array_equal(d_x, 2 * a)


def test_dropout_leaves_everything_as_it_is_in_use() -> None:
    x = np.random.default_rng(0).normal(size=(3, 4))
    a, parts, _ = gn.Dropout(0.9).forward({}, {}, x, train=False, rng=stream(3))
    np.testing.assert_array_equal(a, x)
    np.testing.assert_array_equal(gn.Dropout(0.9).backward({}, parts, x, need_d_x=True)[0], x)


def test_dropout_draws_another_mask_each_step_and_the_same_when_replayed() -> None:
    net = gn.Network([gn.Dense(16, "tanh"), gn.Dropout(0.5), gn.Dense(1, "sigmoid")])
    masks: list[Any] = []

    def keep(name: str, way: str, parts: Any) -> None:
        if name == "dropout_1" and way == "forward":
            masks.append(parts["mask"])

    from glassnet.train import Plan, start, steps

    plan = Plan(net, Recipe("binary_cross_entropy"), gn.data.moons(64, seed=1))
    for _ in range(2):
        walk = steps(plan, start(plan), keep)
        next(walk), next(walk)
    assert not np.array_equal(masks[0], masks[1])
    np.testing.assert_array_equal(masks[0], masks[2])
    np.testing.assert_array_equal(masks[1], masks[3])


@pytest.mark.reference
@pytest.mark.parametrize(("momentum", "epsilon"), [(0.9, 1e-5), (0.5, 0.1)])
@pytest.mark.parametrize("shape", [(7, 3), (4, 5, 2, 3)])
def test_batch_norm_is_pytorchs_over_several_steps(shape: Any, momentum: float, epsilon: float) -> None:
    torch: Any = pytest.importorskip("torch")
    rng = np.random.default_rng(5)
    layer = gn.BatchNorm(momentum, epsilon)
    params, state, _ = layer.build(stream(0), shape[1:], "float64")
    params = {name: value + rng.normal(size=3) for name, value in params.items()}
    kind = torch.nn.BatchNorm1d if len(shape) == 2 else torch.nn.BatchNorm2d
    twin = kind(3, eps=epsilon, momentum=1 - momentum).double()
    twin.weight.data, twin.bias.data = torch.tensor(params["gain"]), torch.tensor(params["bias"])
    for train in (True, True, True, False):
        twin.train(train)
        twin.zero_grad()
        x, d_a = rng.normal(1, 2, size=shape), rng.normal(size=shape)
        tensor = torch.tensor(x, requires_grad=True)
        first = tensor.movedim(-1, 1)
        theirs = twin(first).movedim(1, -1)
        (theirs * torch.tensor(d_a)).sum().backward()
        a, parts, state = layer.forward(params, state, x, train=train, rng=stream(0))
        d_x, grads, _ = layer.backward(params, parts, d_a, need_d_x=True)
        for ours, other in [
            (a, theirs.detach()),
            (d_x, tensor.grad),
            (grads["gain"], twin.weight.grad),
            (grads["bias"], twin.bias.grad),
            (state["running_mean"], twin.running_mean),
            (state["running_variance"], twin.running_var),
        ]:
            np.testing.assert_allclose(ours, other.numpy(), rtol=1e-10, atol=1e-12)


def test_batch_norm_off_in_use_would_change_the_answer_of_one_example() -> None:
    layer = gn.BatchNorm()
    params, state, _ = layer.build(stream(0), (3,), "float64")
    x = np.random.default_rng(1).normal(2, 3, size=(64, 3))
    for _ in range(100):
        _, _, state = layer.forward(params, state, x, train=True, rng=stream(0))
    together, _, _ = layer.forward(params, state, x, train=False, rng=stream(0))
    alone, _, _ = layer.forward(params, state, x[:1], train=False, rng=stream(0))
    np.testing.assert_array_equal(alone[0], together[0])
    mistaken, _, _ = layer.forward(params, state, x[:1], train=True, rng=stream(0))
    assert np.abs(mistaken).max() < 1e-9 < np.abs(alone).max()  # a batch of one normalises itself away


def test_running_statistics_are_kept_in_files_and_replayed(tmp_path: Path) -> None:
    net = gn.Network([gn.Residual([gn.Dense(2), gn.BatchNorm()]), gn.LayerNorm(), gn.Dense(1, "sigmoid")])
    whole = Run(net, Recipe("binary_cross_entropy", batch_size=10), gn.data.moons(80, seed=2), memory=0)
    whole.advance(7)
    whole.save(tmp_path / "run.glass")
    loaded = gn.load(tmp_path / "run.glass")
    loaded.advance(5)
    whole.advance(5)
    assert not np.array_equal(whole.state.layers["residual_1"]["body"]["batch_norm_1"]["running_mean"], np.zeros(2))
    for one, other in ((whole.state, loaded.state), (whole.state, whole.timeline.state(12))):
        for (name, mine), (_, theirs) in zip(leaves(one.layers), leaves(other.layers), strict=True):
            np.testing.assert_array_equal(mine, theirs, err_msg=name)
    replayed = whole.timeline.state(6).layers
    again = Run(net, Recipe("binary_cross_entropy", batch_size=10), gn.data.moons(80, seed=2))
    again.advance(6)
    for (name, mine), (_, theirs) in zip(leaves(replayed), leaves(again.state.layers), strict=True):
        np.testing.assert_array_equal(mine, theirs, err_msg=name)


def test_embedding_is_one_hot_times_weight() -> None:
    rng, ids = np.random.default_rng(2), np.array([[3, 0, 3], [1, 2, 2]])
    layer = gn.Embedding(5, 4)
    params, _, shape = layer.build(stream(0), (3,), "float64")
    assert shape == (3, 4)
    a, parts, _ = layer.forward(params, {}, ids.astype("float64"), train=True, rng=stream(0))
    d_a, rows = rng.normal(size=a.shape), np.eye(5)[ids]
    np.testing.assert_allclose(a, rows @ params["weight"])
    d_x, grads, _ = layer.backward(params, parts, d_a, need_d_x=True)
    np.testing.assert_allclose(grads["weight"], np.einsum("btv,btu->vu", rows, d_a))
    assert d_x is not None
    assert not d_x.any()


def test_padding_of_an_embedding_never_learns() -> None:
    layer = gn.Embedding(4, 3, padding=0)
    params, _, _ = layer.build(stream(0), (5,), "float32")
    ids = np.array([[1, 2, 0, 0, 0], [3, 3, 3, 1, 0]])
    a, parts, _ = layer.forward(params, {}, ids, train=True, rng=stream(0))
    assert not a[ids == 0].any()
    assert a.dtype == np.float32
    _, grads, _ = layer.backward(params, parts, np.ones_like(a), need_d_x=False)
    assert not grads["weight"][0].any()
    assert grads["weight"].dtype == np.float32
    assert grads["weight"][1:, 0].tolist() == [2.0, 1.0, 3.0]


def test_sum_of_rows_under_jax_is_the_same() -> None:
    jnp: Any = pytest.importorskip("jax.numpy")
    values, numbers = np.arange(8, dtype="float32").reshape(4, 2), np.array([2, 0, 2, 2])
    there = sum_rows(jnp.asarray(values), jnp.asarray(numbers), 4)
    np.testing.assert_array_equal(sum_rows(values, numbers, 4), np.asarray(there))


@pytest.mark.parametrize("wrong", [-1, 4])
def test_words_outside_the_vocabulary_are_named(wrong: int) -> None:
    layer = gn.Embedding(4, 3)
    params, _, _ = layer.build(stream(0), (2,), "float32")
    with pytest.raises(gn.DataError, match=f"must be from 0 to 3; got {wrong}"):
        layer.forward(params, {}, np.array([[0.0, wrong]]), train=False, rng=stream(0))


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: gn.Dropout(1.0), "rate must be a number at least 0 and below 1"),
        (lambda: gn.BatchNorm(momentum=1), "momentum must be"),
        (lambda: gn.LayerNorm(-1e-5), "epsilon must be"),
        (lambda: gn.Embedding(0, 3), "vocabulary must be"),
        (lambda: gn.Embedding(4, 3, padding=4), "padding must be a whole number, from 0 to 3"),
    ],
)
def test_mistakes_are_explained(make: Any, message: str) -> None:
    with pytest.raises(gn.GlassnetError, match=message):
        make()
