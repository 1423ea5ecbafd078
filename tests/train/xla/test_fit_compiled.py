"""gn.fit with engine="xla": callbacks, Ctrl-C, dropout, data on the disk, missing JAX, and the choice of engine."""

import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import glassnet as gn
from glassnet.base.random import RandomStream
from glassnet.base.trees import leaves
from glassnet.data import Dataset
from glassnet.data.augmentation import Noise
from glassnet.fitting.choose_engine import choose_engine, eager_seconds
from glassnet.optim import Adam
from glassnet.run import Run
from glassnet.train import Recipe, Setup, train_step
from glassnet.train.target import encode_target
from glassnet.train.xla.hardware import Hardware
from glassnet.train.xla.jax_library import load_jax

DATA = gn.data.moons(103, noise=0.1, seed=3)
NET = gn.Network([gn.Dense(8, "tanh"), gn.Dense(1, "sigmoid")])
BASE: dict[str, Any] = {"loss": "binary_cross_entropy", "batch_size": 16, "progress": False}


def test_callbacks_are_asked_after_every_epoch() -> None:
    seen: dict[str, list[Any]] = {"eager": [], "xla": []}

    class Look(gn.Callback):
        def on_epoch(self, run: Run, row: Any) -> bool:
            seen[run.recipe.engine].append((row.epoch, row.step, run.step, run.state.offset))
            return False

    for engine in seen:
        stop = gn.EarlyStopping(3, minimum_change=0.01)
        run = gn.fit(NET, DATA, **BASE, optimizer=Adam(0.05), epochs=200, engine=engine, callbacks=[Look(), stop])
        assert stop.stopped_epoch == run.state.epoch < 200
    assert seen["eager"] == seen["xla"]


def test_ctrl_c_acts_between_chunks_and_keeps_what_was_learnt(monkeypatch: pytest.MonkeyPatch) -> None:
    run = Run(NET, Recipe("binary_cross_entropy", engine="xla", batch_size=16), DATA)
    advance, calls = run.compiled.advance, []

    def interrupted(state: Any, count: int) -> Any:
        calls.append(count)
        if len(calls) == 4:
            raise KeyboardInterrupt
        return advance(state, count)

    monkeypatch.setattr(run.compiled, "advance", interrupted)
    with pytest.raises(KeyboardInterrupt):
        run.advance(10_000)
    assert run.step == sum(calls[:3]) == len(run.history.step_loss)
    run.advance(10)
    assert run.step == sum(calls[:3]) + 10


def test_dropout_is_as_strong_as_it_says_and_drawn_again_alike() -> None:
    data = Dataset("ones", np.ones((4, 1000), "float32"), np.zeros((4, 1)))
    net = gn.Network([gn.Dropout(0.3), gn.Dense(1, weight_initializer="zeros")])
    run = Run(net, Recipe("mean_squared_error", gn.SGD(0.1), batch_size=4, engine="xla"), data)
    before = run.state
    masks: list[Any] = []

    def record(name: str, way: str, parts: dict[str, Any]) -> None:
        if "mask" in parts:
            masks.append(parts["mask"])

    eager = [train_step(run.plan, before._replace(step=step), np.arange(4), record) for step in range(2)]
    share = float((masks[0] == 0).mean())
    assert share == pytest.approx(0.3, abs=4 * np.sqrt(0.21 / masks[0].size))
    assert 0.3 < float(((masks[0] == 0) != (masks[1] == 0)).mean()) < 0.55  # 2 · 0.3 · 0.7: each step its own
    compiled = run.advance(1)
    for (_, mine), (_, theirs) in zip(leaves(eager[0].state.params), leaves(compiled.state.params), strict=True):
        np.testing.assert_allclose(theirs, mine, atol=1e-6)


@pytest.mark.parametrize("settings", [{}, {"accumulate": 2}, {"augmentation": Noise(0.1)}])
def test_a_step_looked_at_again_drew_the_same_numbers(settings: dict[str, Any]) -> None:
    net = gn.Network([gn.Dense(8, "tanh"), gn.Dropout(0.5), gn.Dense(1, "sigmoid")])
    run = Run(net, Recipe("binary_cross_entropy", batch_size=16, engine="xla", **settings), DATA)
    run.advance(9)
    again = [run.at(step).loss for step in range(9)]
    assert again == pytest.approx(list(run.history.step_loss.items), rel=1e-5)
    mask = run.at(5).explain("dropout_1", "a", sample=0, unit=0)
    assert mask.value == pytest.approx(mask.evaluate())


def test_dropout_trains_alike_in_distribution() -> None:
    net = gn.Network([gn.Dense(16, "tanh"), gn.Dropout(0.2), gn.Dense(1, "sigmoid")])
    losses: dict[str, list[float]] = {"eager": [], "xla": []}
    for engine, found in losses.items():
        for seed in range(6):
            run = gn.fit(net, DATA, **BASE, optimizer=Adam(0.02), epochs=20, seed=seed, engine=engine)
            found.append(run.evaluate("train").loss)
    assert losses["eager"] != losses["xla"]
    spread = np.std(losses["eager"]) / np.sqrt(3)
    assert np.mean(losses["xla"]) == pytest.approx(np.mean(losses["eager"]), abs=4 * spread)


@pytest.mark.parametrize("settings", [{}, {"augmentation": Noise(0.1)}, {"class_weights": "balanced"}])
def test_data_on_the_disk_are_read_batch_by_batch(tmp_path: Path, settings: dict[str, Any]) -> None:
    np.save(tmp_path / "x.npy", DATA.x.astype("float32"))
    on_disk = Dataset("moons", np.load(tmp_path / "x.npy", mmap_mode="r"), DATA.y, DATA.parts)
    in_memory = Dataset("moons", DATA.x.astype("float32"), DATA.y, DATA.parts)
    runs = [
        gn.fit(NET, data, **BASE, epochs=5, engine=engine, **settings)
        for data in (in_memory, on_disk)
        for engine in ("eager", "xla")
    ]
    assert runs[3].compiled.layout.streamed
    assert runs[1].compiled.layout.streamed == ("augmentation" in settings)
    for run in runs[1:]:
        assert run.step == runs[0].step == 30
        np.testing.assert_allclose(run.history.step_loss.items, runs[0].history.step_loss.items, atol=1e-6)
        assert run.evaluate("train").loss == pytest.approx(runs[0].evaluate("train").loss, abs=1e-6)


def test_without_jax_the_error_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "jax", None)
    with pytest.raises(gn.SettingError, match=r'pip install "glassnet\[xla\]"'):
        gn.fit(NET, DATA, **BASE, engine="xla")
    monkeypatch.setattr("glassnet.train.xla.jax_library.find_spec", lambda name: None)
    assert choose_engine("auto", Setup(NET, Recipe("mean_squared_error", epochs=10**9), DATA), Hardware()) == "eager"


def test_auto_compiles_what_takes_long() -> None:
    short, long = Recipe("mean_squared_error"), Recipe("mean_squared_error", epochs=10**6)
    assert eager_seconds(Setup(NET, short, DATA)) < 1 < 100 < eager_seconds(Setup(NET, long, DATA))
    assert choose_engine("auto", Setup(NET, short, DATA), Hardware()) == "eager"
    assert choose_engine("auto", Setup(NET, long, DATA), Hardware()) == "xla"
    assert choose_engine("auto", Setup(NET, short, DATA), Hardware("cpu")) == "xla"
    assert gn.fit(NET, DATA, **BASE, epochs=1).recipe.engine == "eager"


@pytest.mark.parametrize("engine", ["auto", "xla"])
def test_first_weights_are_drawn_and_data_prepared_once(engine: str, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn, prepared = [], []
    uniform = RandomStream.uniform

    def counted(stream: RandomStream, shape: Any, *settings: Any) -> Any:
        drawn.append(shape)
        return uniform(stream, shape, *settings)

    def encoded(*arguments: Any) -> Any:
        prepared.append(arguments)
        return encode_target(*arguments)

    monkeypatch.setattr(RandomStream, "uniform", counted)
    monkeypatch.setattr("glassnet.train.plan.encode_target", encoded)
    gn.fit(NET, DATA, **BASE, epochs=1, engine=engine)
    assert drawn == [(2, 8), (8, 1)]
    assert len(prepared) == 1


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"engine": "xla", "device": "abacus"}, "Unknown device 'abacus'"),
        ({"engine": "xla", "device": "rocm"}, "no device 'rocm'"),
        ({"engine": "xla", "device": "cpu", "devices": 99}, "more than the 1 cpu device"),
        ({"engine": "xla", "devices": 0}, "devices"),
        ({"engine": "eager", "devices": 2}, 'for engine="xla"'),
    ],
)
def test_senseless_hardware_says_so(settings: dict[str, Any], message: str) -> None:
    with pytest.raises(gn.GlassnetError, match=message):
        gn.fit(NET, DATA, **BASE, **settings)


def test_an_unknown_engine_lists_the_known_ones() -> None:
    with pytest.raises(gn.UnknownNameError, match="xla"):
        gn.fit(NET, DATA, **BASE, engine="warp")


def test_a_loss_that_jax_cannot_read_says_so() -> None:
    class NumPyLoss:
        target_encoding, link = "values", "linear"

        def value(self, prediction: Any, target: Any) -> Any:
            return np.square(np.asarray(prediction) - target).mean(axis=-1)

        def gradient(self, prediction: Any, target: Any) -> Any:
            return 2 * (prediction - target) / prediction.shape[-1]

    with pytest.raises(gn.SettingError, match=r'cannot be compiled .* or engine="eager"'):
        gn.fit(NET, DATA, **(BASE | {"loss": NumPyLoss()}), engine="xla")


def test_the_users_own_settings_of_jax_stay(tmp_path: Path) -> None:
    jax = load_jax()
    gn.fit(NET, DATA, **BASE, engine="xla", epochs=1)
    assert jax.numpy.zeros(1).dtype == "float32"
    assert not jax.config.jax_enable_x64
