"""The Lab's past: looking back, going on from there, branches, Undo with its past, weights set by hand, files."""

import base64
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import glassnet as gn
from glassnet.widgets.lab import LabSession, LabSpec

from .asking import ask, refusal, weights
from .test_any_request import GOOD_SPECS


def trained(steps: int = 60, **spec: Any) -> LabSession:
    session = LabSession(LabSpec(samples=60, hidden=(3,)).merge(spec))
    ask(session, "advance", steps=steps)
    return session


def test_looking_back_shows_the_past_and_changes_nothing() -> None:
    session = trained(40)
    at_40 = weights(ask(session, "pause"))
    ask(session, "change", spec={"data": "xor", "learning_rate": 0.5})
    latest = ask(session, "advance", steps=20)
    past = ask(session, "look", step=12)
    fresh = ask(trained(12), "pause")
    assert (past["step"], past["first"], past["latest"]) == (12, 0, 60)
    assert np.array_equal(weights(past), weights(fresh))
    assert (past["train"], past["spec"]["data"]) == (fresh["train"], "moons")
    assert len(past["bytes"]["points"]) == 60 * 16  # other data: other points
    assert np.array_equal(weights(ask(session, "look", step=40)), at_40)
    again = ask(session, "look")
    assert (again["step"], again["bytes"]["weights"]) == (60, latest["bytes"]["weights"])


def test_a_probe_belongs_to_the_step_shown() -> None:
    session = trained(40)
    ask(session, "look", step=0)
    first = ask(session, "probe", x=[1, 1])["activations"]
    assert first == ask(LabSession(session.spec), "probe", x=[1, 1])["activations"]


def test_going_on_from_a_past_step_is_training_from_there() -> None:
    session, straight = trained(50), trained(20)
    back = ask(session, "go_back", step=20)
    assert (back["step"], back["latest"]) == (20, 20)
    ask(straight, "change", spec={"learning_rate": 0.3})
    ask(session, "change", spec={"learning_rate": 0.3})
    one, other = (ask(each, "advance", steps=15) for each in (session, straight))
    assert np.array_equal(weights(one), weights(other))


def test_undo_brings_back_past_and_future() -> None:
    session = trained(50)
    text = ask(session, "pause", checkpoint=True)["checkpoint"]
    ask(session, "go_back", step=20)
    ask(session, "advance", steps=3)
    back = ask(session, "open", checkpoint=text)
    assert (back["first"], back["step"]) == (0, 50)
    assert np.array_equal(weights(ask(session, "look", step=20)), weights(ask(trained(20), "pause")))


def test_branches_share_their_past_and_are_kept_apart() -> None:
    session = trained(40)
    end = weights(ask(session, "pause"))
    branch = ask(session, "branch", step=10)
    assert (branch["track"], branch["step"], [track["name"] for track in branch["tracks"]]) == (
        "branch_1",
        10,
        ["run", "branch_1"],
    )
    ask(session, "change", spec={"rule": "adam", "learning_rate": 0.01})
    ask(session, "advance", steps=30)
    compared = ask(session, "compare", track="run")
    assert compared["first_difference"] == 10
    reference = f"distance.branch_1/run/{next(iter(compared['distances']))}"
    assert ask(session, "explain", reference=reference, step=40)["explanation"]["value"] > 0
    back = ask(session, "choose", track="run")
    assert (back["step"], back["spec"]["rule"]) == (40, "sgd")
    assert np.array_equal(weights(back), end)
    assert len(ask(session, "forget", track="branch_1")["tracks"]) == 1


def test_a_branch_of_a_run_that_has_gone_back_can_be_deleted() -> None:
    session = trained(40)
    ask(session, "branch", step=30)
    ask(session, "choose", track="run")
    ask(session, "restart")
    assert len(ask(session, "forget", track="branch_1")["tracks"]) == 1


def test_many_changes_forget_the_oldest_past_only() -> None:
    session = trained(5)
    for number in range(80):
        ask(session, "change", spec={"learning_rate": 0.01 * (number % 7 + 1)})
        ask(session, "advance", steps=1)
    frame = ask(session, "pause")
    assert 0 < frame["first"] < frame["latest"] == 85
    assert "step must be" in refusal(session, {"id": 1, "kind": "look", "step": 0})
    assert ask(session, "look", step=frame["first"])["step"] == frame["first"]


@pytest.mark.parametrize(("source", "place"), [(1, (1, 2)), (None, (2,))])
def test_a_weight_is_set_by_hand(source: int | None, place: tuple[int, ...]) -> None:
    session = trained(10)
    part = "bias" if source is None else "weight"
    before = session.run.state.params["dense_1"]["weight"].copy()
    ask(session, "set_weight", column=1, unit=2, source=source, value=0.75)
    assert session.run.state.params["dense_1"][part][place] == np.float32(0.75)
    assert (session.run.state.params["dense_1"]["weight"] != before).sum() == (source is not None)
    assert ask(session, "look", step=9)["step"] == 9
    assert "there is no" in refusal(session, {"id": 1, "kind": "set_weight", "column": 1, "unit": 7, "value": 0})
    assert "columns 1 to 2" in refusal(session, {"id": 1, "kind": "set_weight", "column": 3, "unit": 0, "value": 0})


def uploaded(content: bytes) -> LabSession:
    session = LabSession()
    for begin in range(0, len(content), 30_000):
        piece = base64.b64encode(content[begin : begin + 30_000]).decode()
        ask(session, "upload", size=len(content), name="mine.glass", begin=begin, data=piece)
    return session


def test_a_file_brings_back_runs_settings_and_past() -> None:
    session = trained(30)
    ask(
        session,
        "change",
        spec={"rule": "adam", "data": "blobs", "features": ["x1", "x1x2"], "normalisations": ["batch"]},
    )
    ask(session, "advance", steps=20)
    ask(session, "branch", step=35)
    ask(session, "change", spec={"data": "own", "dropouts": [0.3]})
    ask(session, "advance", steps=5)
    (content,) = session.handle({"id": 1, "kind": "save"})[1]
    other = uploaded(content)
    opened = ask(other, "load")
    assert (opened["track"], opened["step"], opened["first"], len(opened["tracks"])) == ("run", 50, 0, 2)
    assert ask(other, "look", step=12)["spec"]["rule"] == "sgd"
    for each in (session, other):
        ask(each, "choose", track="branch_1")
    one, two = (ask(each, "advance", steps=10) for each in (session, other))
    assert one["spec"] == two["spec"]
    assert np.array_equal(weights(one), weights(two))


def test_another_file_is_refused_and_nothing_is_lost(tmp_path: Any) -> None:
    run = gn.Run(gn.Network([gn.Dense(1, "sigmoid")]), gn.Recipe("binary_cross_entropy"), gn.data.moons(40))
    run.save(tmp_path / "run.glass")
    for content, words in [((tmp_path / "run.glass").read_bytes(), "not saved by the Lab"), (b"nothing", "mine.glass")]:
        session = uploaded(content)
        before = session.checkpoint()
        assert words in refusal(session, {"id": 1, "kind": "load"})
        assert session.checkpoint() == before
    assert "choose one first" in refusal(LabSession(), {"id": 1, "kind": "load"})


@settings(max_examples=60, deadline=None)
@given(GOOD_SPECS, st.integers(0, 25), st.data())
def test_a_link_restores_any_state_exactly(partial: dict[str, Any], steps: int, data: st.DataObject) -> None:
    session = LabSession(LabSpec(samples=30).merge(partial | {"samples": 30}))
    if steps:
        ask(session, "advance", steps=steps)
    for _ in range(data.draw(st.integers(0, 2))):
        value = data.draw(st.floats(-2, 2, width=32))
        ask(session, "set_weight", column=1, unit=0, source=data.draw(st.sampled_from([None, 0])), value=value)
    text = ask(session, "pause", checkpoint=True)["checkpoint"]
    opened = LabSession()
    frame = ask(opened, "open", checkpoint=text)
    assert frame["spec"] == session.spec.to_json()
    assert opened.checkpoint() == text
    one, other = (ask(each, "advance", steps=4) for each in (session, opened))
    assert one | {"first": 0} == other | {"first": 0}
