"""Golden small cases of the protocol, without a browser. Values to compare with come from the engine used directly."""

import json

import numpy as np
import pytest

import glassnet as gn
from glassnet.widgets.lab import LabSession, LabSpec

from .asking import SMALL_VIEW, ask, refusal, weights


def direct_run(spec: LabSpec) -> gn.Run:
    return gn.Run(spec.make_network(), spec.make_recipe(), spec.make_dataset())


def test_opening_shows_first_weights_and_points():
    spec = LabSpec(samples=40, hidden=(3,))
    frame = ask(LabSession(spec), "open", view=SMALL_VIEW)
    assert frame["buffers"] == ["weights", "map", "units", "points"]
    assert [len(buffer) for buffer in frame["bytes"].values()] == [13 * 4, 16, (2 + 3 + 1) * 9, 40 * 16]
    assert (frame["step"], frame["epoch"], frame["updates"], frame["stopped"]) == (0, 0.0, 0, None)
    assert frame["spec"] == spec.to_json()
    assert frame["domain"] == [-2, 2]
    assert frame["layers"] == [
        {"name": "dense_1", "inputs": 2, "units": 3, "activation": "tanh", "result": "dense_1"},
        {"name": "dense_2", "inputs": 3, "units": 1, "activation": "sigmoid", "result": "dense_2"},
    ]
    points = np.frombuffer(frame["bytes"]["points"], "<f4").reshape(-1, 4)
    data = spec.make_dataset()
    assert np.array_equal(points[:, :2], data.x.astype("f4"))
    assert np.array_equal(points[:, 2], data.y)
    assert np.array_equal(np.flatnonzero(points[:, 3]), data.parts["test"])


def test_advancing_is_the_engines_own_training():
    spec = LabSpec(samples=60, hidden=(3, 2), l2=0.01)
    session, run = LabSession(spec), direct_run(spec)
    frame = ask(session, "advance", steps=50)
    run.advance(50)
    params = [values for layer in run.parameters().values() for values in layer.values()]
    assert np.array_equal(weights(frame), np.concatenate([values.ravel() for values in params]))
    assert (frame["step"], frame["updates"], frame["epoch"]) == (50, 50, 10.0)
    for part in ("train", "test"):
        assert frame[part] == {"loss": run.evaluate(part).loss, "accuracy": run.evaluate(part).accuracy}
    squares = sum(float((layer["weight"] ** 2).sum()) for layer in run.parameters().values())
    assert frame["penalty"] == pytest.approx(0.005 * squares, rel=1e-5)


def test_a_budget_trains_for_about_that_long():
    session = LabSession(LabSpec(samples=20, hidden=(1,)))
    short, long = (ask(session, "advance", budget_ms=budget)["updates"] for budget in (1, 50))
    assert 1 <= short < long


def test_pictures_are_those_of_the_network():
    spec = LabSpec(hidden=(2,), activation="relu")
    session, run = LabSession(spec), direct_run(spec)
    ask(session, "open", view={"map": 5, "units": 3})
    frame = ask(session, "advance", steps=20)
    run.advance(20)
    x = np.array([[a, b] for b in (2, 1, 0, -1, -2) for a in (-2, -1, 0, 1, 2)], dtype=np.float32)
    shown = np.frombuffer(frame["bytes"]["map"], np.uint8) / 255
    assert np.abs(shown - run.predict(x)[:, 0]).max() <= 0.5 / 255 + 1e-6
    units = np.frombuffer(frame["bytes"]["units"], np.uint8).reshape(5, 3, 3).astype(int)
    assert units[0].tolist() == [[1, 128, 255]] * 3  # x₁ grows to the right
    assert units[1].tolist() == [[255] * 3, [128] * 3, [1] * 3]  # x₂ grows upward
    x = np.array([[a, b] for b in (2, 0, -2) for a in (-2, 0, 2)], dtype=np.float32)
    hidden = np.maximum(x @ run.parameters()["dense_1"]["weight"] + run.parameters()["dense_1"]["bias"], 0)
    for unit in range(2):
        scale = frame["unit_scales"][2 + unit]
        assert scale == pytest.approx(hidden[:, unit].max())
        assert np.abs((units[2 + unit].ravel() - 128) / 127 * scale - hidden[:, unit]).max() <= 0.51 * scale / 127
    assert frame["unit_scales"][:2] + frame["unit_scales"][-1:] == [2, 2, 1]


def test_pictures_can_be_left_out():
    frame = ask(LabSession(), "open", view={"map": 0, "units": 0})
    assert frame["buffers"] == ["weights", "points"]
    assert frame["unit_scales"] == []


def test_a_change_keeps_what_has_a_place():
    session = LabSession(LabSpec(samples=40, hidden=(3,)))
    before = ask(session, "advance", steps=30)
    after = ask(session, "change", spec={"learning_rate": 0.01, "l2": 0.1})
    assert np.array_equal(weights(before), weights(after))
    assert (after["step"], after["spec"]["learning_rate"], "points" in after["bytes"]) == (30, 0.01, False)
    wider = ask(session, "change", spec={"hidden": [4]})
    assert np.array_equal(weights(wider)[:12].reshape(3, 4)[:, :3], weights(before)[:9].reshape(3, 3))
    assert ask(session, "advance", steps=1)["step"] == 31


def test_points_come_when_the_data_change():
    session = LabSession()
    ask(session, "advance", steps=3)
    frame = ask(session, "change", spec={"data": "spiral", "samples": 100})
    assert len(frame["bytes"]["points"]) == 100 * 16
    assert frame["step"] == 3
    assert "points" not in ask(session, "change", spec={"data": "spiral"})["bytes"]


def test_restarting_draws_the_first_weights_again():
    session = LabSession()
    first = ask(session, "open")
    ask(session, "advance", steps=5)
    again = ask(session, "restart")
    assert (again["step"], again["bytes"]["weights"]) == (0, first["bytes"]["weights"])
    other = ask(session, "restart", seed=1)
    assert other["spec"]["seed"] == 1
    assert other["bytes"]["weights"] != first["bytes"]["weights"]


def test_opening_with_settings_is_the_same_as_beginning_with_them():
    opened = ask(LabSession(), "open", spec={"hidden": [8, 8], "seed": 3})
    begun = ask(LabSession(LabSpec(hidden=(8, 8), seed=3)), "open")
    assert opened == begun


def test_opening_without_anything_shows_the_session_as_it_stands():
    session = LabSession()
    before = ask(session, "advance", steps=9)
    after = ask(session, "open")
    assert (after["step"], after["bytes"]["weights"]) == (9, before["bytes"]["weights"])
    assert "points" in after["bytes"]


def test_probing_gives_every_units_activation():
    spec = LabSpec(hidden=(2,))
    head, buffers = LabSession(spec).handle({"id": 3, "kind": "probe", "x": [0.5, -1]})
    params = direct_run(spec).parameters()
    hidden = np.tanh(np.array([0.5, -1], np.float32) @ params["dense_1"]["weight"])
    assert (head["id"], head["kind"], buffers) == (3, "probe", [])
    assert head["activations"][0] == [0.5, -1]
    assert head["activations"][1] == pytest.approx(hidden.tolist(), rel=1e-6)
    assert 0 < head["activations"][2][0] < 1


def test_pausing_trains_nothing():
    session = LabSession()
    ask(session, "advance", steps=4)
    assert ask(session, "pause")["step"] == 4


@pytest.mark.parametrize(
    ("request_", "words"),
    [
        (None, "JSON object"),
        ([], "JSON object"),
        ({"kind": "open"}, "id must be"),
        ({"id": 1.5, "kind": "open"}, "id must be"),
        ({"id": 1}, "kind must be one of open, advance"),
        ({"id": 1, "kind": "opne"}, "Did you mean 'open'?"),
        ({"id": 1, "kind": "open", "speed": 2}, "Unknown field of open 'speed'"),
        ({"id": 1, "kind": "open", "view": {"map": 201}}, "map must be a whole number, from 0 to 200"),
        ({"id": 1, "kind": "open", "view": 3}, "view must be an object"),
        ({"id": 1, "kind": "advance"}, "either steps or budget_ms"),
        ({"id": 1, "kind": "advance", "steps": 1, "budget_ms": 5}, "either steps or budget_ms"),
        ({"id": 1, "kind": "advance", "steps": 0}, "steps must be"),
        ({"id": 1, "kind": "advance", "steps": 10**9}, "from 1 to 2000"),
        ({"id": 1, "kind": "advance", "budget_ms": 51}, "budget_ms must be"),
        ({"id": 1, "kind": "advance", "budget_ms": float("nan")}, "budget_ms must be"),
        ({"id": 1, "kind": "advance", "steps": 1, "checkpoint": 1}, "checkpoint must be True or False"),
        ({"id": 1, "kind": "change"}, "change needs spec"),
        ({"id": 1, "kind": "change", "spec": 3}, "spec must be an object"),
        ({"id": 1, "kind": "restart", "seed": "x"}, "seed must be"),
        ({"id": 1, "kind": "probe"}, "probe needs x"),
        ({"id": 1, "kind": "probe", "x": [1]}, "x must be a list of 2 numbers"),
        ({"id": 1, "kind": "probe", "x": [1, float("inf")]}, "x must be a number"),
    ],
)
def test_a_request_that_makes_no_sense_changes_nothing(request_, words):
    session = LabSession()
    before = session.checkpoint()
    assert words in refusal(session, request_)
    assert session.checkpoint() == before


def test_heads_are_json_at_every_moment():
    session = LabSession(LabSpec(activation="relu", learning_rate=10, l2=1))
    for _ in range(40):
        json.dumps(ask(session, "advance", steps=3) | {"bytes": None}, allow_nan=False)


def test_many_changes_do_not_pile_up():
    session = LabSession(LabSpec(samples=20, hidden=(1,)))
    for number in range(200):
        ask(session, "change", spec={"noise": 0.001 * (1 + number % 2)})
        ask(session, "advance", steps=1)
    assert len(session.run.timeline.segments) <= 65
    assert session.run.step == 200


def test_a_long_session_stays_small():
    session = LabSession(LabSpec(samples=20, hidden=(1,), batch_size=100))
    for _ in range(3):
        ask(session, "advance", steps=2000)
    assert session.run.step == 6000
    assert max(len(session.run.history.epochs), len(session.run.history.step_loss)) <= 1024
    assert session.run.timeline.bytes <= 2 * 2**20
