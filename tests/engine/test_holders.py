"""Layers that contain layers: gradients, saving, carrying over, and error messages."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

import glassnet as gn
from glassnet.base.random import stream
from glassnet.base.trees import flatten, leaves, map_tree
from glassnet.nn.layers import Branch, Dense, Residual
from glassnet.nn.network import Network
from glassnet.nn.passes import backward, forward
from glassnet.run import Run
from glassnet.train import Recipe

NESTED = Network(
    [
        Dense(3, "tanh"),
        Residual([Dense(5, "tanh"), Residual([Dense(5, "sigmoid")])], projection=Dense(5), activation="tanh"),
        Branch([[], Dense(2, "tanh"), [Dense(4, "tanh"), Dense(1)]]),
        Branch([Dense(3), [Dense(2, "tanh"), Dense(3)]], merge="add"),
    ]
)


def loss_at(params: Any, x: Any, weights: Any) -> float:
    output, _, _ = forward(NESTED, params, STATE, x, train=True, rng=stream(1))
    return float((output * weights).sum())


PARAMS, STATE = NESTED.build(stream(0), (4,), "float64")


def test_gradients_of_nested_layers_by_finite_difference() -> None:
    rng = np.random.default_rng(0)
    x, weights = rng.normal(size=(6, 4)), rng.normal(size=(6, 3))
    _, tape, _ = forward(NESTED, PARAMS, STATE, x, train=True, rng=stream(1))
    d_x, grads = backward(NESTED, PARAMS, tape, weights, need_d_x=True)
    assert flatten(grads).keys() == flatten(PARAMS).keys()
    for trial in range(3):
        direction = map_tree(lambda w: np.random.default_rng(trial).normal(size=w.shape), PARAMS)  # noqa: B023
        step_x = rng.normal(size=x.shape)
        size = 1e-6
        there = loss_at(map_tree(lambda w, d: w + size * d, PARAMS, direction), x + size * step_x, weights)  # noqa: B023
        back = loss_at(map_tree(lambda w, d: w - size * d, PARAMS, direction), x - size * step_x, weights)  # noqa: B023
        assert d_x is not None
        slope = sum(float((g * d).sum()) for (_, g), (_, d) in zip(leaves(grads), leaves(direction), strict=True))
        assert slope + float((d_x * step_x).sum()) == pytest.approx((there - back) / (2 * size), rel=1e-6)


def test_recorder_gets_the_inner_parts_both_ways() -> None:
    seen: dict[str, Any] = {}
    x = np.ones((2, 4))
    _, tape, _ = forward(
        NESTED, PARAMS, STATE, x, train=True, rng=stream(1), record=lambda n, w, p: seen.update({f"{n} {w}": p})
    )
    backward(NESTED, PARAMS, tape, np.ones((2, 3)), record=lambda n, w, p: seen.update({f"{n} {w}": p}))
    assert seen["residual_1 forward"]["body"]["residual_1"]["body"]["dense_1"]["z"].shape == (2, 5)
    assert seen["residual_1 backward"]["body"]["residual_1"]["body"]["dense_1"]["d_weight"].shape == (5, 5)
    assert list(seen["branch_1 backward"]["path_3"]) == ["dense_1", "dense_2"]


def test_training_saving_and_continuing_with_nested_layers(tmp_path: Path) -> None:
    net = gn.Network([Dense(6, "tanh"), Residual([Dense(6, "tanh")]), Branch([[], Dense(2)]), Dense(1, "sigmoid")])
    recipe = Recipe("binary_cross_entropy", gn.SGD(0.1, momentum=0.9), regularizer=gn.L2(1e-4))
    run = Run(net, recipe, gn.data.moons(80, seed=2))
    run.advance(5)
    run.save(tmp_path / "nested.glass")
    loaded = gn.load(tmp_path / "nested.glass")
    assert loaded.network == net
    run.advance(4)
    loaded.advance(4)
    for (name, mine), (_, theirs) in zip(leaves(run.state.params), leaves(loaded.state.params), strict=True):
        np.testing.assert_array_equal(mine, theirs, err_msg=name)
    wider = gn.Network(
        [Dense(6, "tanh"), Residual([Dense(6, "tanh"), Dense(6)]), Branch([[], Dense(3)]), Dense(1, "sigmoid")]
    )
    before = run.state.params
    run.change(network=wider)
    after = run.state.params
    np.testing.assert_array_equal(
        after["residual_1"]["body"]["dense_1"]["weight"], before["residual_1"]["body"]["dense_1"]["weight"]
    )
    np.testing.assert_array_equal(
        after["branch_1"]["path_2"]["dense_1"]["weight"][:, :2], before["branch_1"]["path_2"]["dense_1"]["weight"]
    )
    run.advance(2)


def test_divergence_names_the_inner_layer() -> None:
    net = gn.Network([Residual([Dense(4, "tanh"), Dense(2)]), Dense(1)])
    run = Run(net, Recipe("mean_squared_error", gn.SGD(1e30)), gn.data.moons(80, seed=2))
    with pytest.raises(gn.DivergedError, match=r"residual_1/body/dense_\d|of dense_1|of residual_1"):
        run.advance(20)


def test_divergence_says_which_sample_only_where_there_is_one() -> None:
    from glassnet.train.divergence import divergence

    tape: Any = {"residual_1": {"body": {"batch_norm_1": {"mean": np.array([[np.inf]])}}}}
    message = str(divergence(0, 0.1, {}, tape, np.array([7, 8])))
    assert "mean[0] of residual_1/body/batch_norm_1 is inf." in message
    tape = {"residual_1": {"body": {"dense_1": {"z": np.array([[0.0], [np.nan]])}}}}
    assert "z[0] of residual_1/body/dense_1 is nan for sample 8" in str(divergence(0, 0.1, {}, tape, np.array([7, 8])))


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: Network([Residual([Dense(3)])]).build(stream(0), (2,)), r"residual_1: Residual adds.*\(3,\).*\(2,\)"),
        (lambda: Network([Branch([Dense(3), Dense(2)], merge="add")]).build(stream(0), (2,)), r"branch_1: .*\(3,\)"),
        (lambda: Network([Residual([Dense(3), "tanh"])]), "Residual must consist of layers.*'tanh'"),
        (lambda: Network([Dense]), "must consist of layers"),  # type: ignore[list-item]
        (lambda: Network([Branch([[Dense(3)]])]), "two or more chains"),
        (lambda: Branch([[], []], merge="divide"), "Unknown merge"),
        (lambda: Network([Dense(3)]).build(stream(0), (28, 28, 1)), r"dense_1: .*\(28, 28, 1\).*Flatten"),
        (
            lambda: Network([Residual([Dense(3), Residual([Dense(2)])])]).build(stream(0), (2,)),
            "residual_1: body: residual_1: ",
        ),
    ],
)
def test_mistakes_are_explained(make: Any, message: str) -> None:
    with pytest.raises(gn.GlassnetError, match=message):
        make()
