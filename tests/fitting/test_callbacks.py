"""Early stopping, checkpoints and event files on real runs."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import glassnet as gn
from glassnet.base.trees import leaves
from glassnet.fitting import train
from glassnet.fitting.callbacks import CALLBACKS, Callback, Checkpoint, EarlyStopping, TensorBoard
from glassnet.fitting.callbacks.watch import Watch
from glassnet.history.history import EpochRow
from glassnet.run import Run
from glassnet.train import Recipe

NET = gn.Network([gn.Dense(16, "tanh"), gn.Dense(16, "tanh"), gn.Dense(1, "sigmoid")])
NOISY = gn.data.moons(60, noise=0.45, seed=2, validation=0.4)


def overfitting(**settings: Any) -> Run:
    return Run(NET, Recipe("binary_cross_entropy", gn.SGD(0.5, momentum=0.9), batch_size=8, **settings), NOISY)


ROWS: dict[type[Callback], Callable[[Path], Callback]] = {
    EarlyStopping: lambda folder: EarlyStopping(patience=9, restore_best=False),
    Checkpoint: lambda folder: Checkpoint(folder / "run.glass"),
    TensorBoard: TensorBoard,
}


def test_every_callback_has_a_row() -> None:
    assert set(CALLBACKS.values()) == ROWS.keys()


@pytest.mark.parametrize("kind", ROWS)
def test_a_callback_looks_on_and_changes_nothing(kind: type[Callback], tmp_path: Path) -> None:
    watched, alone = overfitting(), overfitting()
    train(watched, 2, progress=False, callbacks=[ROWS[kind](tmp_path)])
    train(alone, 2, progress=False)
    for name, values in leaves(alone.state.params):
        np.testing.assert_array_equal(dict(leaves(watched.state.params))[name], values)


def test_early_stopping_goes_back_to_the_best_epoch() -> None:
    run, stop = overfitting(), EarlyStopping(patience=5)
    train(run, 300, progress=False, callbacks=[stop])
    losses = run.history.column("validation_loss")
    assert stop.stopped_epoch == len(losses) < 300
    assert stop.best_epoch == 1 + int(np.argmin(np.array(losses, float))) == stop.stopped_epoch - 5
    assert run.evaluate("validation").loss == pytest.approx(min(loss for loss in losses if loss is not None), rel=1e-6)


def test_early_stopping_can_leave_the_last_parameters() -> None:
    run = overfitting()
    train(run, 300, progress=False, callbacks=[EarlyStopping(patience=5, restore_best=False)])
    assert run.evaluate("validation").loss == pytest.approx(run.history.column("validation_loss")[-1], rel=1e-6)


def test_early_stopping_restores_also_when_epochs_run_out_and_can_be_used_again() -> None:
    run, stop = overfitting(), EarlyStopping(patience=50)
    train(run, 30, progress=False, callbacks=[stop])
    losses = [loss for loss in run.history.column("validation_loss") if loss is not None]
    assert stop.stopped_epoch is None
    assert run.evaluate("validation").loss == pytest.approx(min(losses), rel=1e-6)
    train(run, 35, progress=False, callbacks=[stop])
    assert stop.best_epoch is not None
    assert stop.best_epoch > 30


def test_accuracy_is_better_when_larger() -> None:
    run, stop = overfitting(), EarlyStopping(patience=1, monitor="validation_accuracy")
    rows = [EpochRow(epoch, epoch, 0.5, 0.5, accuracy) for epoch, accuracy in enumerate([0.5, 0.8, 0.7], 1)]
    assert [stop.on_epoch(run, row) for row in rows] == [False, False, True]
    assert stop.best_epoch == 2


@gn.metrics.better("lower")
def strangeness(prediction: np.ndarray, truth: np.ndarray) -> float:
    return float(abs(prediction.mean() - 0.3))


def silent(prediction: np.ndarray, truth: np.ndarray) -> float:
    return float(prediction.mean())


def watched(metric: str, values: list[float | None], **settings: Any) -> list[bool]:
    """Of epochs with these values of a metric, whether each is the best so far."""
    watch = Watch(f"validation_{metric}", 0.0, settings.get("mode"))
    rows = [EpochRow(1, 1, 0.5, validation_metrics={metric: value}) for value in values]
    return [watch.is_best(row, {"strangeness": strangeness, "silent": silent}) for row in rows]


def test_every_metric_of_the_catalogue_says_which_way_is_better() -> None:
    silent_ones = [name for name, metric in gn.metrics.METRICS.items() if gn.metrics.higher_is_better(metric) is None]
    assert silent_ones == []


def test_the_metric_is_asked_which_way_is_better() -> None:
    assert watched("strangeness", [0.5, 0.4, 0.6, None, 0.3]) == [True, True, False, False, True]
    assert watched("r_squared", [0.5, 0.4, 0.6]) == [True, False, True]
    assert watched("root_mean_squared_error", [0.5, 0.4, 0.6]) == [True, True, False]
    assert watched("strangeness", [0.5, 0.4, 0.6], mode="max") == [True, False, True]
    assert watched("silent", [0.5, 0.4, 0.6], mode="min") == [True, True, False]


def test_a_metric_of_ones_own_stops_training() -> None:
    run, stop = overfitting(metrics=[strangeness]), EarlyStopping(patience=2, monitor="validation_strangeness")
    train(run, 30, progress=False, callbacks=[stop])
    values = [value for value in run.history.column("validation_strangeness") if value is not None]
    assert stop.best_epoch == 1 + int(np.argmin(values))


@pytest.mark.parametrize(
    "make", [EarlyStopping, lambda **settings: Checkpoint("never.glass", best=settings["monitor"])]
)
def test_a_metric_that_does_not_say_is_refused_before_the_first_step(make: Any) -> None:
    run = overfitting(metrics=[silent])
    with pytest.raises(gn.SettingError, match=r'which way is better: put @gn.metrics.better.*mode="max"'):
        train(run, 3, progress=False, callbacks=[make(monitor="validation_silent")])
    with pytest.raises(gn.UnknownNameError, match="Did you mean 'validation_silent'"):
        train(run, 3, progress=False, callbacks=[make(monitor="validation_silen")])
    with pytest.raises(gn.UnknownNameError, match="Unknown mode 'auto'"):
        EarlyStopping(mode="auto")
    assert run.step == 0


def test_what_is_not_measured_cannot_be_watched() -> None:
    data = gn.data.moons(40, validation=0.0)
    with pytest.raises(gn.SettingError, match="hold out samples"):
        gn.fit(NET, data, loss="binary_cross_entropy", progress=False, callbacks=[EarlyStopping()])
    with pytest.raises(gn.UnknownNameError, match="validation_loss"):
        EarlyStopping(monitor="val_loss")


def test_restore_is_a_mark_and_the_past_stays() -> None:
    run = overfitting(seed=4)
    run.advance(20)
    before, at_seven = run.parameters(15), run.parameters(7)
    run.restore(7)
    assert run.step == 20
    run.advance(5)
    for (_, one), (_, other) in zip(leaves(run.parameters(15)), leaves(before), strict=True):
        np.testing.assert_array_equal(one, other)
    for (_, one), (_, other) in zip(leaves(run.parameters(20)), leaves(at_seven), strict=True):
        np.testing.assert_array_equal(one, other)


def test_the_best_checkpoint_is_the_best(tmp_path: Path) -> None:
    run = overfitting()
    train(run, 40, progress=False, callbacks=[Checkpoint(tmp_path / "best.glass", best="validation_loss")])
    losses = [loss for loss in run.history.column("validation_loss") if loss is not None]
    loaded = gn.load(tmp_path / "best.glass")
    assert loaded.state.epoch == 1 + int(np.argmin(losses)) < 40
    assert loaded.evaluate("validation").loss == pytest.approx(min(losses), rel=1e-6)


def test_every_callback_is_asked_and_told_the_end() -> None:
    class Bell(Callback):
        def __init__(self) -> None:
            self.heard: list[str] = []

        def on_start(self, run: Any) -> None:
            self.heard.append("start")

        def on_epoch(self, run: Any, row: EpochRow) -> bool:
            self.heard.append(f"epoch {row.epoch}")
            return row.epoch == 3

        def on_end(self, run: Any) -> None:
            self.heard.append("end")

    one, other = Bell(), Bell()
    train(overfitting(), 10, progress=False, callbacks=[one, other])
    assert one.heard == other.heard == ["start", "epoch 1", "epoch 2", "epoch 3", "end"]


def test_event_files_hold_the_epoch_table(tmp_path: Path) -> None:
    event_pb2 = pytest.importorskip("tensorboardX.proto.event_pb2")
    run = overfitting()
    train(run, 4, progress=False, callbacks=[TensorBoard(tmp_path)])
    (path,) = tmp_path.iterdir()
    content, place = path.read_bytes(), 0
    scalars: dict[tuple[str, int], float] = {}
    while place < len(content):  # a record: u64 length, u32 checksum, the event, u32 checksum
        length = int.from_bytes(content[place : place + 8], "little")
        event = event_pb2.Event.FromString(content[place + 12 : place + 12 + length])
        scalars |= {(value.tag, event.step): value.simple_value for value in event.summary.value}
        place += length + 16
    for row in run.history.epochs:
        assert scalars["loss", row.step] == pytest.approx(row.loss, rel=1e-6)
        assert scalars["validation_accuracy", row.step] == pytest.approx(row.validation_accuracy, rel=1e-6)
        assert scalars["learning_rate", row.step] == pytest.approx(0.5)
