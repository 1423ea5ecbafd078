"""Schedules, clipping, weights, accumulation and constraints in the loop: right, replayable, and kept in files."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

import glassnet as gn
from glassnet.base.trees import flatten, leaves
from glassnet.data import Dataset
from glassnet.optim import Adam
from glassnet.optim.clipping import ClipByGlobalNorm
from glassnet.optim.schedules import CosineDecay, ReduceOnPlateau, StepDecay, WarmUp
from glassnet.run import Run
from glassnet.train import Plan, Recipe, start, train_step

NET = gn.Network([gn.Dense(5, "tanh"), gn.Dense(1, "sigmoid")])
DATA = gn.data.moons(60, seed=3)


def recipe(**settings: Any) -> Recipe:
    merged: dict[str, Any] = {"loss": "binary_cross_entropy", "batch_size": 8, "dtype": "float64"} | settings
    return Recipe(**merged)


def same(one: Any, other: Any) -> None:
    for (name, mine), (_, theirs) in zip(leaves(one), leaves(other), strict=True):
        np.testing.assert_array_equal(mine, theirs, err_msg=name)


SETTINGS: dict[str, dict[str, Any]] = {
    "cosine": {"optimizer": Adam(0.05), "schedule": CosineDecay(40)},
    "plateau": {
        "optimizer": gn.SGD(0.5, momentum=0.9),
        "schedule": WarmUp(3, ReduceOnPlateau(0.5, patience=0, minimum_change=0.2)),
    },
    "clipping": {"clipping": ClipByGlobalNorm(0.05), "optimizer": gn.SGD(0.5)},
    "accumulate": {"accumulate": 3, "batch_size": 4},
    "class_weights": {"class_weights": "balanced"},
    "penalty of one layer": {"regularizer": {"dense_1": gn.L2(0.1)}},
}


@pytest.mark.parametrize("settings", SETTINGS.values(), ids=list(SETTINGS))
def test_every_setting_is_replayed_to_the_same_bits(settings: dict[str, Any]) -> None:
    seen = Run(NET, recipe(**settings), DATA)
    states = {0: seen.state} | {step: seen.advance().state for step in range(1, 31)}
    replayed = Run(NET, recipe(**settings), DATA, memory=0)
    replayed.advance(30)
    for step in (0, 7, 13, 29):
        same(replayed.parameters(step), states[step].params)
        assert replayed.timeline.state(step).watched == states[step].watched


@pytest.mark.parametrize("settings", SETTINGS.values(), ids=list(SETTINGS))
def test_going_on_from_a_file_gives_the_same_bits(settings: dict[str, Any], tmp_path: Path) -> None:
    whole = Run(NET, recipe(**settings), DATA)
    whole.advance(11)
    whole.save(tmp_path / "run.glass")
    whole.advance(12)
    loaded = gn.load(tmp_path / "run.glass")
    assert loaded.recipe == whole.recipe
    loaded.advance(12)
    same(loaded.state.params, whole.state.params)
    same(loaded.state.optimizer, whole.state.optimizer)


def test_a_plateau_lowers_the_rate_in_the_loop() -> None:
    run = Run(NET, recipe(schedule=ReduceOnPlateau(0.5, patience=0, minimum_change=0.5)), DATA)
    run.advance(30)
    assert len(run.state.watched) == run.state.epoch
    assert run.recipe.learning_rate(run.step, run.state.watched) < run.recipe.optimizer.learning_rate


def test_the_schedule_decides_the_step() -> None:
    plan = Plan(NET, recipe(optimizer=gn.SGD(0.2), schedule=StepDecay(1, 0.5)), DATA)
    before = start(plan)._replace(step=2)
    scheduled = train_step(plan, before, np.arange(8)).state.params
    plain = train_step(Plan(NET, recipe(optimizer=gn.SGD(0.05)), DATA), before, np.arange(8)).state.params
    same(scheduled, plain)


def test_accumulated_batches_are_one_large_batch() -> None:
    indices = np.arange(21)
    small = Plan(NET, recipe(batch_size=7, accumulate=3), DATA)
    large = Plan(NET, recipe(batch_size=21), DATA)
    one, other = train_step(small, start(small), indices), train_step(large, start(large), indices)
    assert one.loss == pytest.approx(other.loss, rel=1e-14)
    for (_, mine), (_, theirs) in zip(leaves(one.state.params), leaves(other.state.params), strict=True):
        np.testing.assert_allclose(mine, theirs, rtol=1e-13)
    assert small.steps_per_epoch == int(np.ceil(len(DATA.train.x) / 21))


def test_a_weight_of_two_counts_an_example_twice() -> None:
    x, y = DATA.train.x[:6], DATA.train.y[:6]
    weighted = Dataset("weighted", x, y, class_names=("a", "b"), sample_weights=np.array([2, 1, 1, 1, 1, 0]))
    doubled = Dataset("doubled", x[[0, 0, 1, 2, 3, 4]], y[[0, 0, 1, 2, 3, 4]], class_names=("a", "b"))
    one, other = Plan(NET, recipe(), weighted), Plan(NET, recipe(), doubled)
    steps = train_step(one, start(one), np.arange(6)), train_step(other, start(other), np.arange(6))
    assert steps[0].loss == pytest.approx(steps[1].loss, rel=1e-14)
    for (_, mine), (_, theirs) in zip(leaves(steps[0].state.params), leaves(steps[1].state.params), strict=True):
        np.testing.assert_allclose(mine, theirs, rtol=1e-12)


def test_class_weights_by_name_and_balanced() -> None:
    data = Dataset("few", np.eye(5), np.array([0, 0, 0, 0, 1]), class_names=("common", "rare"))
    weights = Plan(NET, recipe(class_weights={"rare": 4.0}), data).weights
    assert weights is not None
    assert weights.tolist() == [1, 1, 1, 1, 4]
    balanced = Plan(NET, recipe(class_weights="balanced"), data).weights
    assert balanced is not None
    assert balanced.tolist() == [0.625, 0.625, 0.625, 0.625, 2.5]


def test_a_penalty_of_one_layer_leaves_the_others_alone() -> None:
    with_penalty = Plan(NET, recipe(regularizer={"dense_2": gn.L2(0.5)}), DATA)
    without = Plan(NET, recipe(), DATA)
    one = train_step(with_penalty, start(with_penalty), np.arange(8)).state.params
    other = train_step(without, start(without), np.arange(8)).state.params
    same(one["dense_1"], other["dense_1"])
    np.testing.assert_array_equal(one["dense_2"]["bias"], other["dense_2"]["bias"])
    first = start(without).params["dense_2"]["weight"]
    np.testing.assert_allclose(one["dense_2"]["weight"] - other["dense_2"]["weight"], -0.01 * 0.5 * first, rtol=1e-10)


def test_what_is_given_by_class_or_name_is_the_thing_with_its_defaults() -> None:
    by_name = gn.Recipe("huber", "adam", schedule="reduce_on_plateau", constraint="max_norm", augmentation="flip")
    by_class = gn.Recipe(
        gn.Huber, gn.Adam, schedule=gn.ReduceOnPlateau, constraint=gn.MaxNorm, augmentation=gn.data.Flip
    )
    assert by_name == by_class
    several = gn.Recipe("huber", augmentation=[gn.data.Flip(), gn.data.Noise(0.1)])
    assert several.augmentation == gn.data.Augment((gn.data.Flip(), gn.data.Noise(0.1)))
    assert gn.Dense(3, gn.ReLU, gn.HeNormal) == gn.Dense(3, "relu", "he_normal")


def test_a_penalty_reaches_a_layer_inside_a_layer_by_its_path() -> None:
    inner = gn.Residual([gn.Dense(2, "tanh"), gn.Dense(2)])
    net, data = gn.Network([inner, gn.Dense(1, "sigmoid")]), gn.data.moons(40, seed=1)

    def first_step(regularizer: Any) -> Any:
        run = gn.Run(net, gn.Recipe("binary_cross_entropy", gn.SGD(0.1), regularizer), data)
        run.advance()
        return {name: value.copy() for name, value in flatten(run.parameters()).items()}

    plain, one = first_step(None), first_step({"residual_1/body/dense_2": gn.L2(0.5)})
    whole, but_one = (
        first_step({"residual_1": gn.L2(0.5)}),
        first_step({"residual_1": gn.L2(0.5), "residual_1/body/dense_1": gn.L2(0.0)}),
    )
    changed = {name for name in plain if not np.array_equal(plain[name], one[name])}
    assert changed == {"residual_1/body/dense_2/weight"}
    assert {name for name in plain if not np.array_equal(plain[name], whole[name])} == {
        "residual_1/body/dense_1/weight",
        "residual_1/body/dense_2/weight",
    }
    for name, value in but_one.items():
        np.testing.assert_array_equal(value, one[name])
    with pytest.raises(gn.SettingError, match=r"residual_1/body/dense_2, .*dense_1"):
        first_step({"residual_1/body/dense_9": gn.L2(0.5)})


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"class_weights": {"purple": 2.0}}, "purple"),
        ({"class_weights": {"0": -1.0}}, "at least 0"),
        ({"class_weights": [1, 2]}, "class name"),
        ({"accumulate": 0}, "accumulate"),
        ({"schedule": 0.1}, "schedule must be a name.*or have rate"),
        ({"clipping": 1.0}, "clipping must be a name.*or have apply"),
        ({"regularizer": {"dense_9": gn.L2(0.1)}}, "dense_1, dense_2"),
        ({"regularizer": {"dense_1": 0.1}}, "regularizer must be a name.*or have value and gradient"),
        ({"schedule": "cosine_decay"}, r"write CosineDecay\(steps\)"),
        ({"clipping": gn.ClipByValue}, r"write ClipByValue\(limit\)"),
    ],
)
def test_senseless_settings_say_so(settings: dict[str, Any], message: str) -> None:
    with pytest.raises(gn.SettingError, match=message):
        Plan(NET, recipe(**settings), DATA)


def test_an_unknown_setting_of_fit_suggests_the_right_one() -> None:
    with pytest.raises(gn.UnknownNameError, match="'schedule'"):
        gn.fit(NET, DATA, loss="binary_cross_entropy", shedule=StepDecay(10), progress=False)


def test_sample_weights_are_checked() -> None:
    for weights in ([1.0], [-1.0, 1, 1], [np.nan, 1, 1], [0, 0, 0]):
        with pytest.raises(gn.DataError, match="sample_weights must be 3 numbers"):
            Dataset("three", np.eye(3), np.array([0, 1, 1]), sample_weights=np.array(weights))
