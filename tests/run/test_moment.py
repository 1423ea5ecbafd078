"""Any step again: what `run.at` recomputes is what was computed when the run went through it, bit for bit."""

from typing import Any

import numpy as np
import pytest

import glassnet as gn
from glassnet.base.errors import SettingError
from glassnet.base.trees import flatten, leaves
from glassnet.data import Dataset
from glassnet.data.augmentation import Flip
from glassnet.optim import Adam
from glassnet.optim.clipping import ClipByGlobalNorm
from glassnet.optim.schedules import CosineDecay, ReduceOnPlateau
from glassnet.run import Run
from glassnet.train import Plan, Recipe, start, steps

NET = gn.Network([gn.Dense(6, "relu"), gn.BatchNorm(), gn.Dropout(0.3), gn.Dense(1, "sigmoid")])
DATA = gn.data.moons(60, seed=3)
PICTURES = Dataset("pictures", np.random.default_rng(0).normal(size=(20, 6, 6, 1)), np.arange(20) % 2)
CNN = gn.Network([gn.Conv2D(2, 3, activation="relu"), gn.Flatten(), gn.Dropout(0.2), gn.Dense(1, "sigmoid")])

SETTINGS: dict[str, tuple[gn.Network, Dataset, dict[str, Any]]] = {
    "dropout, batch norm, Adam": (NET, DATA, {"optimizer": Adam(0.05)}),
    "augmentation": (CNN, PICTURES, {"augmentation": Flip(), "batch_size": 6}),
    "schedule": (NET, DATA, {"schedule": CosineDecay(40), "clipping": ClipByGlobalNorm(0.2)}),
    "watching schedule": (NET, DATA, {"schedule": ReduceOnPlateau(0.5, patience=0), "regularizer": gn.L2(0.1)}),
    "accumulated": (NET, DATA, {"batch_size": 4, "accumulate": 3, "constraint": gn.MaxNorm(1.0)}),
    "class weights": (NET, DATA, {"class_weights": "balanced", "optimizer": gn.SGD(0.3, momentum=0.9)}),
}


class Live:
    """Keeps what goes by while the run trains."""

    def __init__(self) -> None:
        self.seen: list[dict[str, Any]] = [{}]

    def __call__(self, layer: str, way: str, parts: dict[str, Any]) -> None:
        for name, value in leaves(parts):
            self.seen[-1].setdefault(f"{layer} {way} {name}", value)


def same(one: Any, other: Any) -> None:
    mine, theirs = flatten(one), flatten(other)
    assert mine.keys() == theirs.keys()
    for name, values in mine.items():
        np.testing.assert_array_equal(values, theirs[name], err_msg=name)
        assert np.asarray(values).dtype == np.asarray(theirs[name]).dtype


@pytest.mark.parametrize("memory", [0, 2**26], ids=["nothing kept", "all kept"])
@pytest.mark.parametrize("name", list(SETTINGS))
def test_a_moment_is_what_happened(name: str, memory: int) -> None:
    network, data, settings = SETTINGS[name]
    merged: dict[str, Any] = {"loss": "binary_cross_entropy", "batch_size": 8} | settings
    recipe = Recipe(**merged)
    live, made = Live(), []
    walk = steps(Plan(network, recipe, data), start(Plan(network, recipe, data)), live)
    for _ in range(16):
        made.append(next(walk))
        live.seen.append({})
    run = Run(network, recipe, data, memory=memory)
    run.advance(16)
    for number in (15, 0, 9, 8):
        moment = run.at(number)
        record, step = moment.record, made[number]
        np.testing.assert_array_equal(record.indices, step.indices)
        assert moment.loss == step.loss
        for mine, theirs in [
            (record.after.params, step.state.params),
            (record.after.optimizer, step.state.optimizer),
            (record.after.layers, step.state.layers),
        ]:
            same(mine, theirs)
        batch = moment.batch(0)
        recorded = {f"{layer} forward {n}": v for layer, parts in batch.forward.items() for n, v in leaves(parts)}
        recorded |= {f"{layer} backward {n}": v for layer, parts in batch.backward.items() for n, v in leaves(parts)}
        same(recorded, live.seen[number])


def test_a_moment_says_what_it_begins_with_and_what_it_does() -> None:
    run = gn.fit(NET, DATA, loss="binary_cross_entropy", optimizer=Adam(0.1), batch_size=8, epochs=3, progress=False)
    moment = run.at(7)
    assert moment.step == 7
    assert moment.epoch == 7 // run.plan.steps_per_epoch
    np.testing.assert_array_equal(moment.dataset.x[moment.samples].astype("float32"), moment.x)
    assert moment.losses.shape == (8,)
    assert moment.loss == pytest.approx(float(moment.losses.mean()), rel=1e-6)
    same(moment.params, run.parameters(7))
    same(moment.params_after, run.parameters(8))
    update = moment.update["dense_1"]["weight"]
    np.testing.assert_array_equal(update, moment.params_after["dense_1"]["weight"] - moment.params["dense_1"]["weight"])
    assert float(moment.optimizer["count"]) == 7
    assert float(moment.optimizer_after["count"]) == 8
    assert moment.changes == ()


def test_nothing_in_a_moment_can_be_overwritten() -> None:
    run = gn.fit(NET, DATA, loss="binary_cross_entropy", epochs=1, progress=False)
    moment = run.at(0)
    for array in (moment.params["dense_1"]["weight"], moment.parts("dense_1")["z"], moment.grads["dense_1"]["bias"]):
        with pytest.raises(ValueError, match="read-only"):
            array[...] = 0.0


def test_the_step_to_come_is_the_one_that_comes() -> None:
    run = gn.fit(NET, DATA, loss="binary_cross_entropy", batch_size=8, epochs=2, progress=False)
    ahead = run.at(run.step)
    step = run.advance()
    np.testing.assert_array_equal(ahead.record.indices, step.indices)
    same(ahead.params_after, step.state.params)


def test_changes_by_hand_are_told_at_their_step() -> None:
    run = gn.fit(NET, DATA, loss="binary_cross_entropy", batch_size=8, epochs=1, progress=False)
    place = run.step
    run.change(optimizer=Adam(0.01), batch_size=4)
    run.advance(3)
    run.change(network=gn.Network([gn.Dense(7, "relu"), *NET.layers[1:]]))
    run.advance(2)
    assert [change.what for change in run.at(place).changes] == ["optimizer", "batch_size"]
    assert str(run.at(place).changes[1]) == f"step {place}: batch_size 8 → 4"
    assert [change.what for change in run.at(place + 3).changes] == ["network"]
    assert run.at(place - 1).recipe.batch_size == 8
    assert len(run.at(place).samples) == 4
    assert run.at(place + 1).changes == ()
    assert run.at(place + 2).params["dense_1"]["weight"].shape == (2, 6)
    assert run.at(place + 3).params["dense_1"]["weight"].shape == (2, 7)


def test_a_step_that_is_not_there_is_named() -> None:
    run = gn.fit(NET, DATA, loss="binary_cross_entropy", epochs=1, progress=False)
    with pytest.raises(SettingError, match="step must be between 0 and"):
        run.at(run.step + 1)
    late = Run(NET, run.recipe, DATA, state=run.state)
    with pytest.raises(SettingError, match=f"recorded from step {run.step} on; got 0"):
        late.at(0)


def test_any_step_is_reached_within_the_memory_budget() -> None:
    net = gn.Network([*[gn.Dense(8, "tanh")] * 4, gn.Dense(1, "sigmoid")])
    run = Run(net, Recipe("binary_cross_entropy", Adam(0.01), batch_size=10), gn.data.moons(500, seed=1), memory=2**18)
    run.advance(2000)
    assert run.timeline.bytes <= 2**18
    for step in (1, 777, 1023, 1999):
        assert np.isfinite(run.at(step).explain("dense_3", "d_weight", 0, 1).value)
