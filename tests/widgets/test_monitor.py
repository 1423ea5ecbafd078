"""The training monitor's Python side, without a browser."""

import json
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import glassnet as gn
from glassnet.widgets.frames import pack
from glassnet.widgets.training_monitor import MonitorSession
from glassnet.widgets.training_monitor.curves import places

Told = dict[str, Any]


def ask(session: MonitorSession, kind: str, **fields: Any) -> Told:
    """Return a reply's head, with its curves as {run: {curve: {column: numbers}}}."""
    head, buffers = session.handle({"id": 1, "kind": kind, **fields})
    json.dumps(head, allow_nan=False)
    waiting = iter(buffers)
    head["by_run"] = {
        one["track"]: {
            name: dict(zip(columns, np.frombuffer(next(waiting), "<f4").reshape(-1, len(columns)).T, strict=True))
            for name, columns in one["columns"].items()
        }
        for one in head.get("curves", [])
    }
    assert next(waiting, None) is None
    return head


def numbers_of(head: Told) -> list[Told]:
    """Return every number of a reply that has a name."""
    found: list[Told] = []

    def walk(number: Any) -> None:
        if isinstance(number, dict) and set(number) == {"reference", "value"}:
            found.append(number)
        elif isinstance(number, dict | list):
            for part in number.values() if isinstance(number, dict) else number:
                walk(part)

    walk(head["shown"])
    walk(head["speed"])
    return found


@pytest.mark.parametrize("example", ["moons", "digits"])
def test_every_number_of_a_step_is_explained_by_its_name(example: str) -> None:
    session = MonitorSession(example=example)
    ask(session, "advance", steps=25)
    head = ask(session, "look", step=20)
    number = numbers_of(head)
    assert len(number) > 35
    for one in number:
        explanation = ask(session, "explain", reference=one["reference"], step=20)["explanation"]
        assert explanation["value"] == pytest.approx(one["value"], rel=1e-6, abs=1e-12), one
        assert explanation["formula"]
        assert explanation["leaves"] or explanation["note"]


@pytest.mark.parametrize("example", ["moons", "digits"])
def test_every_bar_is_explained_by_the_count_that_it_shows(example: str) -> None:
    session = MonitorSession(example=example)
    ask(session, "advance", steps=25)
    look = ask(session, "look", step=20)["shown"]
    for layer in look["layers"]:
        assert set(layer["histograms"]) == {"weight", "activation", "gradient"}
        for number in layer["histograms"].values():
            assert len(number["edges"]) == len(number["counts"]) + 1 == 25
            several = example == "moons" or layer["name"] == "dense_2"  # of thousands of numbers a few bars will do
            for bar, count in list(enumerate(number["counts"]))[:: 1 if several else 11]:
                explanation = ask(session, "explain", reference=f"{number['reference']}[{bar}]", step=20)["explanation"]
                assert explanation["value"] == count
                shown = explanation["expression"]
                rest = shown["folded"]["value"] if "folded" in shown else 0
                terms = [shown] if shown["op"] != "sum" else shown["operands"]
                assert sum(term["value"] for term in terms) + rest == count


def test_a_long_sum_shows_as_many_terms_as_are_asked_for() -> None:
    session = MonitorSession(example="digits")
    ask(session, "advance", steps=3)
    asked = {"reference": "histogram.dense_1/weight[12]", "step": 1}
    assert len(ask(session, "explain", **asked)["explanation"]["expression"]["operands"]) == 24
    assert len(ask(session, "explain", **asked, terms=60)["explanation"]["expression"]["operands"]) == 60


def test_the_numbers_are_those_of_the_run() -> None:
    session = MonitorSession()
    ask(session, "advance", steps=60)
    head, run = ask(session, "look", step=37), session.tracks.now.run
    look, moment = head["shown"], run.at(37)
    rows = {row["name"]: row for row in look["measures"]}
    assert rows["loss"]["batch"]["value"] == pytest.approx(moment.loss)
    assert rows["accuracy"]["batch"]["value"] == pytest.approx(float(moment.parts("metric")["accuracy"]))
    for layer, flow in zip(look["layers"], moment.flow(), strict=True):
        assert layer["numbers"]["gradient_norm"]["value"] == pytest.approx(flow.gradient_norm)
        assert layer["numbers"]["weight_norm"]["value"] == pytest.approx(flow.weight_norm)
        for kind, size in (("weight", moment.params[layer["name"]]["weight"].size),):
            assert sum(layer["histograms"][kind]["counts"]) == size
    end = ask(session, "look")
    validation = {row["name"]: row["validation"]["value"] for row in end["shown"]["measures"]}
    assert validation["loss"] == pytest.approx(run.evaluate("validation").loss, rel=1e-5)
    assert validation["accuracy"] == pytest.approx(run.evaluate("validation").accuracy)


def test_dead_units_are_counted() -> None:
    network = gn.Network([gn.Dense(5, "relu"), gn.Dense(1, "sigmoid")])
    run = gn.Run(network, gn.Recipe("binary_cross_entropy"), gn.data.moons(60))
    run.state.params["dense_1"]["bias"] = np.full(5, -50.0, "float32")  # no sample reaches them
    session = MonitorSession(run)
    look = ask(session, "open")["shown"]
    assert look["dead_units"]["value"] == 5
    assert look["layers"][0]["numbers"]["dead_units"]["value"] == 5
    assert "dead_units" not in look["layers"][1]["numbers"]


def test_curves_are_the_history_and_what_is_measured_again() -> None:
    session = MonitorSession()
    head = ask(session, "advance", steps=100)
    while not head["complete"]:
        head = ask(session, "look")
    run, curves = session.tracks.now.run, head["by_run"]["run"]
    assert curves["steps"]["loss"].tolist() == pytest.approx(run.history.step_loss.items)
    assert curves["epochs"]["validation_loss"].tolist() == pytest.approx(run.history.column("validation_loss"))
    assert curves["layers"]["step"].tolist() == places(run)
    for step, norm in zip(curves["layers"]["step"], curves["layers"]["dense_2"], strict=True):
        assert norm == pytest.approx(run.at(int(step)).flow()[1].gradient_norm, rel=1e-5)


def test_the_past_can_be_looked_at_and_training_goes_on_from_the_end() -> None:
    session = MonitorSession()
    ask(session, "advance", steps=50)
    assert ask(session, "look", step=3)["at"] == 3
    head = ask(session, "advance", steps=1)
    assert (head["at"], head["tracks"][0]["step"]) == (51, 51)


def test_a_change_by_hand_is_marked_and_can_be_undone() -> None:
    session = MonitorSession()
    ask(session, "advance", steps=10)
    head = ask(session, "change", learning_rate=1.5, l2=0.01)
    assert [change["text"] for change in head["tracks"][0]["changes"]] == ["learning rate 0.3 → 1.5", "L2 0 → 0.01"]
    assert head["shown"]["learning_rate"]["value"] == 1.5
    assert head["by_run"]["run"]["layers"]["learning_rate"].tolist() == pytest.approx([0.3] * 10 + [1.5])
    assert head["tracks"][0]["can_undo"]
    head = ask(session, "undo")
    assert head["tracks"][0]["changes"] == []
    assert head["shown"]["learning_rate"]["value"] == pytest.approx(0.3)


def test_a_branch_has_its_own_curves_and_is_compared() -> None:
    session = MonitorSession()
    ask(session, "advance", steps=80)
    head = ask(session, "branch", step=30, learning_rate=3.0)
    assert (head["now"], head["at"], set(head["by_run"])) == ("branch_1", 30, {"run", "branch_1"})
    ask(session, "advance", steps=50)
    compared = ask(session, "compare", track="run")
    assert compared["first_difference"] == 30
    reference, step = "distance.branch_1/run/all", compared["steps"][-1]
    explanation = ask(session, "explain", reference=reference, step=step)["explanation"]
    assert explanation["value"] == pytest.approx(compared["distances"]["all"][-1], rel=1e-6)
    mine, theirs = (
        ask(session, "explain", reference="dense_1.weight[0, 0]", step=step, track=track)
        for track in ("branch_1", "run")
    )
    assert mine["explanation"]["value"] != theirs["explanation"]["value"]
    losses = ask(session, "choose", track="run")["by_run"]
    assert losses["run"]["steps"]["loss"][:30].tolist() == losses["branch_1"]["steps"]["loss"][:30].tolist()
    assert losses["run"]["steps"]["loss"][31:80].tolist() != losses["branch_1"]["steps"]["loss"][31:80].tolist()


def test_a_run_of_ones_own_is_trained_on_in_place() -> None:
    run = gn.fit(
        gn.Network([gn.Dense(3, "relu"), gn.Dropout(0.2), gn.Dense(1)]),
        gn.data.moons(60, seed=1),
        loss="mean_squared_error",
        optimizer=gn.Adam(0.01),
        metrics=["f1"],
        epochs=5,
        progress=False,
    )
    branch = run.branch(4, optimizer=gn.SGD(0.1))
    session = MonitorSession(run)
    head = ask(session, "open")
    assert head["examples"] == []
    assert [track["name"] for track in head["tracks"]] == ["run", "branch_1"]
    assert "validation_f1" in head["by_run"]["run"]["epochs"]
    before = run.step
    ask(session, "advance", steps=3)
    assert run.step == before + 3
    assert branch in run.branches


def test_values_have_other_metrics_and_layers_without_weights_have_none() -> None:
    data = gn.data.from_arrays(np.linspace(-1, 1, 40)[:, None], np.linspace(-1, 1, 40)[:, None] ** 2, validation=0.2)
    run = gn.Run(gn.Network([gn.Dense(4, "tanh"), gn.Dropout(0.5), gn.Dense(1)]), gn.Recipe("mean_squared_error"), data)
    look = ask(MonitorSession(run), "open")["shown"]
    names = [row["name"] for row in look["measures"]]
    assert names == ["loss", "mean_absolute_error", "root_mean_squared_error", "r_squared"]
    assert set(look["layers"][1]["histograms"]) == {"activation"}
    assert look["layers"][1]["numbers"] == {}


def test_a_number_that_stops_being_finite_is_reported_and_its_step_can_be_shown() -> None:
    network = gn.Network([gn.Dense(4, "relu"), gn.Dense(1)])
    run = gn.Run(network, gn.Recipe("mean_squared_error", gn.SGD(1000.0), batch_size=20), gn.data.moons(100))
    session = MonitorSession(run)
    with np.errstate(all="ignore"):
        head = ask(session, "advance", steps=200)
    stopped, last = head["tracks"][0]["stopped"], head["at"]
    assert "before update" in stopped
    bad = [one for one in numbers_of(head) if one["value"] is None]
    assert bad, "the step that breaks down is there, with its numbers that are not finite"
    explanation = ask(session, "explain", reference=bad[0]["reference"], step=last)["explanation"]
    assert explanation["value"] in ("nan", "inf", "-inf")
    ask(session, "branch", step=0, learning_rate=0.01)
    assert ask(session, "advance", steps=20)["tracks"][1]["stopped"] is None


REQUESTS = [
    ({"kind": "advance", "steps": 0}, "steps"),
    ({"kind": "advance", "steps": 501}, "steps"),
    ({"kind": "advance"}, "budget_ms"),
    ({"kind": "look", "step": 1}, "step"),
    ({"kind": "change", "learning_rate": -1}, "learning_rate"),
    ({"kind": "change", "rule": "hope"}, "rule"),
    ({"kind": "change", "l2": 2}, "l2"),
    ({"kind": "undo"}, "no change to undo"),
    ({"kind": "branch", "step": 5}, "step"),
    ({"kind": "choose"}, "choose needs track"),
    ({"kind": "compare", "track": "run"}, "another run"),
    ({"kind": "open", "example": "mnist"}, "example"),
    ({"kind": "explain", "reference": "dense_9.z", "step": 0}, "dense_9"),
    ({"kind": "explain", "reference": "x" * 500, "step": 0}, "reference"),
    ({"kind": "explain", "reference": "loss.mean", "step": 0, "terms": 0}, "terms"),
    ({"kind": "explain", "reference": "histogram.dense_1/weight[24]", "step": 0}, "24"),
    ({"kind": "explain", "reference": "distance.run/all", "step": 0}, "distance"),
    ({"kind": "explain", "reference": "clock.steps_per_second", "step": 0}, "clock"),
    ({"kind": "dance"}, "kind"),
]


@pytest.mark.parametrize(("request_", "word"), REQUESTS)
def test_an_invalid_request_gets_an_error_message(request_: dict[str, Any], word: str) -> None:
    session = MonitorSession()
    head, _ = session.handle({"id": 1, **request_})
    assert head["kind"] == "error"
    assert word in head["message"]
    assert ask(session, "open")["at"] == 0


KINDS = ("open", "advance", "look", "change", "undo", "branch", "choose", "forget", "compare", "explain")
VALUES = st.one_of(st.none(), st.booleans(), st.integers(-5, 40), st.floats(), st.text(max_size=8), st.just("run"))
NAMES = ("example", "terms", "steps", "step", "learning_rate", "l2", "rule", "track", "reference")
ASKED = st.fixed_dictionaries(
    {"id": st.integers(0, 9), "kind": st.sampled_from(KINDS)}, optional=dict.fromkeys(NAMES, VALUES)
)


@settings(max_examples=60, deadline=None)
@given(st.lists(ASKED, min_size=1, max_size=6))
def test_any_requests(requests: list[dict[str, Any]]) -> None:
    session = MonitorSession()
    for request in requests:
        head, buffers = session.handle(request)
        assert pack(head, buffers)
    assert ask(session, "advance", steps=1)["shown"]["layers"]


def test_a_step_of_several_batches_has_one_loss() -> None:
    recipe = gn.Recipe("binary_cross_entropy", batch_size=8, accumulate=3)
    run = gn.Run(gn.Network([gn.Dense(3, "tanh"), gn.Dense(1, "sigmoid")]), recipe, gn.data.moons(60))
    session = MonitorSession(run)
    head = ask(session, "advance", steps=5)
    loss, accuracy = head["shown"]["measures"][:2]
    assert loss["batch"]["value"] == pytest.approx(run.at(5).loss)
    assert accuracy["batch"] is None
    for one in numbers_of(head):
        explanation = ask(session, "explain", reference=one["reference"], step=5)["explanation"]
        assert explanation["value"] == pytest.approx(one["value"], rel=1e-6, abs=1e-12), one


def test_examples_begin_with_a_picture_when_asked_to() -> None:
    session = MonitorSession(steps=30)
    assert ask(session, "open")["at"] == 30
    assert ask(session, "open", example="digits")["tracks"][0]["step"] == 30
    assert ask(session, "look", step=0)["at"] == 0
