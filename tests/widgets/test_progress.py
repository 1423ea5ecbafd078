"""Training progress: a run trained a little at a time, without a browser."""

import json
from typing import Any

import numpy as np
import pytest

import glassnet as gn
from glassnet.widgets.training_progress import ProgressSession
from glassnet.widgets.training_progress.messages import MAX_BUDGET_MS


def small_run(rate: float = 0.1) -> gn.Run:
    network = gn.Network([gn.Dense(4, "relu"), gn.Dense(1)])
    return gn.Run(network, gn.Recipe("sigmoid_cross_entropy", gn.SGD(rate), batch_size=10, seed=3), gn.data.moons(100))


def ask(session: ProgressSession, kind: str, **fields: Any) -> tuple[dict[str, Any], np.ndarray[Any, Any]]:
    head, buffers = session.handle({"id": 1, "kind": kind, **fields})
    json.dumps(head, allow_nan=False)
    table = np.frombuffer(buffers[0], "<f4").reshape(-1, 4) if buffers else np.zeros((0, 4))
    return head, table


def trained(session: ProgressSession) -> tuple[dict[str, Any], np.ndarray[Any, Any]]:
    while True:
        head, table = ask(session, "advance", budget_ms=MAX_BUDGET_MS)
        if head["kind"] == "error" or head["done"]:
            return head, table


def test_it_trains_to_its_last_epoch_and_no_further() -> None:
    session = ProgressSession(small_run(), 5)
    head, table = ask(session, "open")
    assert (head["step"], head["epoch"], head["epochs"], head["numbers"], head["done"]) == (0, 0, 5, {}, False)
    assert table.shape == (0, 4)
    head, table = trained(session)
    per_epoch = session.run.plan.steps_per_epoch
    assert (head["step"], head["steps"], head["epoch"]) == (5 * per_epoch, 5 * per_epoch, 5)
    assert head["numbers"]["speed"]["value"] > 0
    assert ask(session, "advance", budget_ms=10)[0]["step"] == head["step"]


def test_what_it_tells_is_the_runs_own_and_the_same_as_training_at_once() -> None:
    session, plain = ProgressSession(small_run(), 4), small_run()
    head, table = trained(session)
    for _ in range(4):
        plain.advance_epoch()
    rows = [(row.epoch, row.loss, row.validation_loss, row.validation_accuracy) for row in plain.history.epochs]
    np.testing.assert_array_equal(table, np.array(rows, "<f4"))
    assert head["numbers"]["loss"]["value"] == plain.history.step_loss.last


@pytest.mark.parametrize("settings", [{}, {"accumulate": 2}, {"engine": "xla"}])
def test_every_number_is_explained_by_its_name(settings: dict[str, Any]) -> None:
    recipe = gn.Recipe("sigmoid_cross_entropy", gn.SGD(0.1), batch_size=10, seed=3, **settings)
    session = ProgressSession(gn.Run(gn.Network([gn.Dense(4, "relu"), gn.Dense(1)]), recipe, gn.data.moons(100)), 3)
    head, _ = trained(session)
    assert list(head["numbers"]) == ["speed", "loss", "validation_loss", "validation_accuracy"]
    for number in head["numbers"].values():
        explained, _ = ask(session, "explain", reference=number["reference"], step=number["step"])
        assert explained["explanation"]["value"] == pytest.approx(number["value"], rel=1e-5)
        assert explained["explanation"]["leaves"]
    seconds, _ = ask(session, "explain", reference="clock.seconds", step=0)
    assert seconds["explanation"]["value"] == session.seconds


@pytest.mark.parametrize("fields", [{}, {"reference": "loss.mean"}, {"reference": "loss.mean", "step": 99}])
def test_what_cannot_be_explained_is_refused(fields: dict[str, Any]) -> None:
    assert ask(ProgressSession(small_run(), 2), "explain", **fields)[0]["kind"] == "error"


def test_one_request_takes_a_little_time_only() -> None:
    session = ProgressSession(small_run(), 10_000)
    head, _ = ask(session, "advance", budget_ms=1)
    assert 0 < head["step"] < 10_000 * session.run.plan.steps_per_epoch
    assert head["done"] is False


def test_numbers_that_are_no_more_stop_it_with_a_word() -> None:
    session = ProgressSession(small_run(rate=1e30), 50)
    with np.errstate(all="ignore"):
        head, _ = trained(session)
    assert head["kind"] == "error"
    assert "\n" not in head["message"]
    known = ask(session, "rest")[0]["step"]
    assert known == session.run.step


@pytest.mark.parametrize("budget", [None, 0, -1, 1e9, "long", float("nan"), True])
def test_a_budget_that_makes_no_sense_is_refused(budget: Any) -> None:
    session = ProgressSession(small_run(), 2)
    assert ask(session, "advance", budget_ms=budget)[0]["kind"] == "error"
    assert session.run.step == 0


@pytest.mark.parametrize(("run", "epochs"), [("moons", 3), (None, 3), (small_run(), 0), (small_run(), 1.5)])
def test_it_takes_a_run_and_a_number_of_epochs(run: Any, epochs: Any) -> None:
    with pytest.raises(gn.SettingError):
        gn.widgets.TrainingProgress(run, epochs)


def test_the_widget_tells_its_cells_where_it_came_to_rest() -> None:
    widget, rests = gn.widgets.TrainingProgress(small_run(), 3), list[int]()
    widget.observe(lambda change: rests.append(change["new"]), names="resting")
    widget.answer({"id": 1, "kind": "open"})
    widget.answer({"id": 2, "kind": "advance", "budget_ms": 1})
    assert rests == []
    widget.answer({"id": 3, "kind": "rest"})
    assert rests == [widget.run.step]
    while not widget.answer({"id": 4, "kind": "advance", "budget_ms": 50})[0]["done"]:
        pass
    assert rests[-1] == 3 * widget.run.plan.steps_per_epoch
    assert widget.seconds > 0
