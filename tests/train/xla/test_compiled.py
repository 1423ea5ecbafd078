"""Compiled training takes the same steps as eager training: for every kind of layer, rule and setting."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

import glassnet as gn
from glassnet.base.trees import leaves
from glassnet.data import Dataset
from glassnet.data.augmentation import Noise
from glassnet.nn.constraints import MaxNorm
from glassnet.optim import UPDATE_RULES, Adam, AdamW
from glassnet.optim.clipping import ClipByGlobalNorm, ClipByNorm, ClipByValue
from glassnet.optim.schedules import CosineDecay, ReduceOnPlateau, StepDecay, WarmUp
from glassnet.run import Run
from glassnet.train import Recipe, train_step
from glassnet.train.xla.compiled import Compiled
from glassnet.train.xla.jax_library import load_jax

MOONS = gn.data.moons(103, noise=0.1, seed=3)  # 83 to learn from: batches of 16 leave 3 over
MLP = gn.Network([gn.Dense(8, "tanh"), gn.Dense(6, "relu"), gn.Dense(1, "sigmoid")])


def pictures(samples: int = 24) -> Dataset:
    rng = np.random.default_rng(0)
    y = np.arange(samples) % 3
    x = rng.normal(size=(samples, 8, 8, 1)) + y[:, None, None, None]
    return Dataset("pictures", x.astype("float32"), y, {"train": np.arange(20), "validation": np.arange(20, samples)})


def sequences(samples: int = 24) -> Dataset:
    rng = np.random.default_rng(1)
    x = rng.normal(size=(samples, 6, 3))
    return Dataset("sequences", x, (x.sum(axis=(1, 2)) > 0).astype(int), class_names=("down", "up"))


CNN: list[Any] = [gn.Conv2D(4, 3, activation="relu"), gn.MaxPool2D(2), gn.BatchNorm(), gn.Flatten(), gn.Dense(3)]
NETWORKS: dict[str, tuple[gn.Network, Dataset, str]] = {
    "mlp": (MLP, MOONS, "binary_cross_entropy"),
    "cnn with batch norm": (gn.Network(CNN), pictures(), "sparse_softmax_cross_entropy"),
    "lstm": (gn.Network([gn.LSTM(5), gn.Dense(1)]), sequences(), "sigmoid_cross_entropy"),
    "gru, layer norm": (gn.Network([gn.GRU(4), gn.LayerNorm(), gn.Dense(1)]), sequences(), "sigmoid_cross_entropy"),
    "residual": (
        gn.Network([gn.Residual([gn.Dense(2, "tanh"), gn.BatchNorm()]), gn.Dense(1, "sigmoid")]),
        MOONS,
        "binary_cross_entropy",
    ),
}
SETTINGS: dict[str, dict[str, Any]] = {
    "momentum": {"optimizer": gn.SGD(0.1, momentum=0.9)},
    "nesterov": {"optimizer": gn.SGD(0.1, momentum=0.9, nesterov=True)},
    "cosine": {"optimizer": Adam(0.02), "schedule": CosineDecay(90)},
    "warm-up, then stairs": {"schedule": WarmUp(7, StepDecay(20, 0.5)), "optimizer": gn.SGD(0.2)},
    "plateau": {"optimizer": gn.SGD(0.5), "schedule": ReduceOnPlateau(0.5, patience=0, minimum_change=0.2)},
    "clipped by value": {"clipping": ClipByValue(0.01), "optimizer": gn.SGD(0.5)},
    "clipped by norm": {"clipping": ClipByNorm(0.05), "optimizer": gn.SGD(0.5)},
    "clipped together": {"clipping": ClipByGlobalNorm(0.05), "optimizer": gn.SGD(0.5)},
    "penalties": {"regularizer": {"dense_1": gn.L2(0.1), "dense_2": gn.L1(0.01)}},
    "weight decay": {"optimizer": AdamW(0.01)},
    "max-norm": {"constraint": MaxNorm(0.8), "optimizer": gn.SGD(0.3)},
    "accumulated": {"batch_size": 4, "accumulate": 4},
    "class weights": {"class_weights": "balanced"},
    "all at once": {"batch_size": 100},
    "one sample": {"batch_size": 1},
    "float64": {"dtype": "float64", "optimizer": Adam(0.01)},
    "metrics": {"metrics": ["f1", "roc_auc"], "optimizer": gn.SGD(0.3)},
    "augmented": {"augmentation": Noise(0.1)},
}


def pair(network: gn.Network, data: Dataset, loss: str = "binary_cross_entropy", **settings: Any) -> tuple[Run, Run]:
    merged = {"batch_size": 16} | settings
    eager, compiled = (Run(network, Recipe(loss, engine=engine, **merged), data) for engine in ("eager", "xla"))
    return eager, compiled


def assert_same(eager: Run, compiled: Run, factor: float = 1.0) -> None:
    """Equal to the rounding of a hundred steps in the recipe's number type."""
    rounding = factor * (3e-5 if eager.recipe.dtype == "float32" else 1e-12)
    one, other = eager.state, compiled.state
    assert one[:3] == other[:3]
    for part in ("params", "layers", "optimizer"):
        mine, theirs = dict(leaves(getattr(one, part))), dict(leaves(getattr(other, part)))
        assert set(mine) == set(theirs)
        for name, value in mine.items():
            assert isinstance(theirs[name], np.ndarray)
            assert theirs[name].dtype == value.dtype, name
            np.testing.assert_allclose(theirs[name], value, rtol=rounding, atol=rounding, err_msg=name)
    np.testing.assert_allclose(compiled.history.step_loss.items, eager.history.step_loss.items, atol=rounding)
    assert compiled.history.step_loss.numbers == eager.history.step_loss.numbers
    assert len(compiled.history.epochs) == len(eager.history.epochs)
    for row, found in zip(eager.history.epochs, compiled.history.epochs, strict=True):
        assert (row.epoch, row.step) == (found.epoch, found.step)
        assert found.loss == pytest.approx(row.loss, abs=rounding)
        assert found.validation_loss == pytest.approx(row.validation_loss, abs=rounding)
        assert found.validation_metrics == pytest.approx(row.validation_metrics, abs=0.1, nan_ok=True)
        assert found.validation_accuracy == pytest.approx(row.validation_accuracy, abs=0.1)


@pytest.mark.parametrize("case", NETWORKS.values(), ids=list(NETWORKS))
def test_every_kind_of_network_learns_the_same(case: tuple[gn.Network, Dataset, str]) -> None:
    eager, compiled = pair(*case, optimizer=gn.SGD(0.05), batch_size=8)
    for run in (eager, compiled):
        run.advance(100)
    assert_same(eager, compiled)


@pytest.mark.parametrize("settings", SETTINGS.values(), ids=list(SETTINGS))
def test_every_setting_does_the_same(settings: dict[str, Any]) -> None:
    eager, compiled = pair(MLP, MOONS, **settings)
    for count in (1, 37, 62):  # stops in the middle of an epoch too
        eager.advance(count)
        compiled.advance(count)
    assert eager.state.watched == pytest.approx(compiled.state.watched, abs=1e-4)
    assert_same(eager, compiled)


@pytest.mark.parametrize("name", [name for name in UPDATE_RULES if name != "lion"])
def test_every_rule_does_the_same(name: str) -> None:
    eager, compiled = pair(MLP, MOONS, optimizer=name)
    eager.advance(40)
    compiled.advance(40)
    assert_same(eager, compiled)


def test_lion_goes_by_signs_and_does_the_same_in_float64() -> None:
    eager, compiled = pair(MLP, MOONS, optimizer="lion", dtype="float64")
    eager.advance(40)
    compiled.advance(40)
    assert_same(eager, compiled)


def test_gradient_norms_are_those_of_the_gradients() -> None:
    _, compiled = pair(MLP, MOONS, clipping=ClipByValue(1e-9), dtype="float64")
    before, indices = compiled.state, compiled.advance(1).indices
    seen: dict[str, Any] = {}

    def record(name: str, way: str, parts: dict[str, Any]) -> None:
        if way == "backward":
            seen[name] = (parts["d_weight"], parts["d_bias"])

    train_step(compiled.plan, before, indices, record)
    norm = sum(float((g * g).sum()) for grads in seen.values() for g in grads) ** 0.5
    assert compiled.history.gradient_norm.items == [pytest.approx(norm, rel=1e-10)]


def test_states_between_are_kept_and_recomputed() -> None:
    eager, compiled = pair(MLP, MOONS, optimizer=Adam(0.01))
    eager.advance(200)
    compiled.advance(200)
    kept = compiled.timeline.segments[0].states
    assert len(kept) > 2
    assert set(kept) < set(range(201))
    for step in (3, 50, 128, 199):
        for (name, mine), (_, theirs) in zip(
            leaves(eager.parameters(step)), leaves(compiled.parameters(step)), strict=True
        ):
            np.testing.assert_allclose(theirs, mine, atol=3e-5, err_msg=name)


def test_a_compiled_run_goes_through_a_file_and_on(tmp_path: Path) -> None:
    _, whole = pair(MLP, MOONS, optimizer=Adam(0.01))
    whole.advance(40)
    whole.save(tmp_path / "run.glass")
    whole.advance(17)
    loaded = gn.load(tmp_path / "run.glass")
    assert loaded.recipe.engine == "xla"
    loaded.advance(17)
    for (name, mine), (_, theirs) in zip(leaves(whole.state.params), leaves(loaded.state.params), strict=True):
        np.testing.assert_array_equal(mine, theirs, err_msg=name)


def test_the_engine_can_change_on_the_way() -> None:
    eager, compiled = pair(MLP, MOONS, optimizer=Adam(0.01))
    eager.advance(100)
    compiled.advance(33)
    compiled.change(engine="eager")
    compiled.advance(33)
    compiled.change(engine="xla")
    compiled.advance(34)
    assert_same(eager, compiled)


def test_a_change_of_the_batch_size_in_an_epoch_is_borne() -> None:
    runs = pair(MLP, MOONS)
    for run in runs:
        run.advance(3)
        run.change(batch_size=20)  # 48 samples into the epoch: no multiple of 20
        run.advance(30)
    assert_same(*runs)


def test_epochs_end_where_they_should() -> None:
    eager, compiled = pair(MLP, MOONS)
    rows = [run.advance_epoch() for run in (eager, compiled) for _ in range(3)]
    assert [row.step for row in rows] == [6, 12, 18] * 2


def test_a_number_that_is_not_finite_is_named() -> None:
    messages = []
    linear = gn.Network([gn.Dense(4), gn.Dense(1)])
    for run in pair(linear, MOONS, "mean_squared_error", optimizer=gn.SGD(5.0)):
        with pytest.raises(gn.DivergedError) as error:
            run.advance(100)
        messages.append(str(error.value))
        assert np.isfinite(run.history.step_loss.items).all()
        assert 0 < run.step < 100
    assert messages[0] == messages[1]


def test_an_option_that_the_compiler_does_not_know_is_done_without(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Compiled, "options", lambda _self: {"xla_cpu_of_the_day_before": True})
    run = gn.Run(gn.Network([gn.Dense(1)]), Recipe("mean_squared_error", engine="xla"), gn.data.moons(60))
    run.advance(3)
    assert run.step == 3


def test_too_old_a_jax_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("jax.__version_info__", (0, 6, 2))
    monkeypatch.setattr("jax.__version__", "0.6.2")
    with pytest.raises(gn.SettingError, match=r"needs JAX 0\.9 or newer; 0\.6\.2 is installed"):
        load_jax()
