"""Look inside: the numbers of units, weights and the loss, forward and backward, and their explanations."""

import json
from typing import Any

import numpy as np
import pytest

from glassnet.widgets.lab import LabSession, LabSpec, choices

from .asking import ask, refusal

SPEC = LabSpec(
    data="blobs", samples=60, hidden=(3, 2), normalisations=("batch",), dropouts=(0.0, 0.5), rule="adam", l2=0.01
)


def trained(spec: LabSpec = SPEC) -> LabSession:
    session = LabSession(spec)
    ask(session, "advance", steps=20)
    return session


def numbers(insides: dict[str, Any]) -> dict[str, float]:
    return {one["reference"]: one["value"] for group in insides["groups"] for one in group["numbers"]}


@pytest.mark.parametrize(
    ("fields", "wanted"),
    [
        ({}, {"data.y[2]", "loss.value[2]", "loss.mean", "loss.penalty", "loss.d_prediction[2, 1]"}),
        ({"column": 0, "unit": 1}, {"data.x[2, 1]"}),
        (
            {"column": 1, "unit": 1},
            {"dense_1.z[2, 1]", "batch_norm_1.normalized[2, 1]", "activate_1.a[2, 1]", "activate_1.d_a[2, 1]"}
            | {
                "dense_1.d_z[2, 1]",
                "dense_1.bias[1]",
                "dense_1.d_bias[1]",
                "dense_1.m_bias[1]",
                "dense_1.bias_after[1]",
            },
        ),
        ({"column": 2, "unit": 0}, {"dense_2.z[2, 0]", "dropout_1.mask[2, 0]", "dense_2.d_a[2, 0]"}),
        (
            {"column": 3, "unit": 2, "source": 1},
            {"dense_3.weight[1, 2]", "dense_3.d_weight[1, 2]", "dense_3.v_weight[1, 2]", "dense_3.weight_after[1, 2]"},
        ),
    ],
)
def test_every_number_is_that_of_the_step_and_can_be_explained(fields: dict[str, int], wanted: set[str]) -> None:
    session = trained()
    insides = ask(session, "inspect", step=20, sample=2, **fields)
    found, moment = numbers(insides), session.run.at(20)
    assert wanted <= set(found)
    assert insides["samples"] == moment.samples.tolist()
    for reference, value in found.items():
        assert moment.explain(reference).value == pytest.approx(value, rel=1e-5, abs=1e-7)
        answer = ask(session, "explain", reference=reference, step=20)["explanation"]
        assert answer["reference"]["text"] == reference
        json.dumps(answer, allow_nan=False)


@pytest.mark.parametrize("data", ["moons", "plane", "curve", "own"])
@pytest.mark.parametrize("loss", ["auto", "hinge"])
def test_every_task_has_a_loss_to_look_into(data: str, loss: str) -> None:
    session = trained(LabSpec(data=data, samples=40, loss=loss, hidden=(2,)))
    found = numbers(ask(session, "inspect", step=20))
    assert {"loss.value[0]", "loss.mean", "loss.d_prediction[0, 0]"} <= set(found)
    assert any(reference.startswith("data.y") for reference in found)


def test_a_point_alone_is_a_batch_of_its_own() -> None:
    session = trained(LabSpec(samples=60, hidden=(3,)))
    data, params = session.run.dataset, session.run.parameters()
    test_point = int(data.parts["test"][4])
    insides = ask(session, "inspect", step=20, column=1, unit=2, point=test_point)
    z = data.x[test_point].astype("f4") @ params["dense_1"]["weight"][:, 2] + params["dense_1"]["bias"][2]
    assert numbers(insides)["dense_1.z[0, 2]"] == pytest.approx(float(z), rel=1e-5)
    assert insides["samples"] == [test_point]
    answer = ask(session, "explain", reference="dense_1.z[0, 2]", step=20, point=test_point)["explanation"]
    assert answer["value"] == pytest.approx(float(z), rel=1e-5)
    assert "points 0 to 59" in refusal(session, {"id": 1, "kind": "inspect", "step": 20, "point": 60})


def test_numbers_are_those_after_a_change() -> None:
    session = trained(LabSpec(samples=60, hidden=(2,)))
    place = {"column": 1, "unit": 1, "source": 0}
    before = numbers(ask(session, "inspect", step=20, **place))
    ask(session, "set_weight", **place, value=0.75)
    after = numbers(ask(session, "inspect", step=20, **place))
    assert after["dense_1.weight[0, 1]"] == 0.75 != before["dense_1.weight[0, 1]"]
    assert after["dense_1.d_weight[0, 1]"] != before["dense_1.d_weight[0, 1]"]


def test_a_path_leads_from_the_loss_back_to_the_data() -> None:
    session = trained(LabSpec(samples=60, hidden=(2,)))
    reference, seen = "loss.mean", []
    for wanted in (
        "loss.value[0]",
        "dense_2.a[0, 0]",
        "dense_2.z[0, 0]",
        "dense_1.a[0, 1]",
        "dense_1.z[0, 1]",
        "data.x[0, 0]",
    ):
        answer = ask(session, "explain", reference=reference, step=20, terms=40)["explanation"]
        leaves = json.dumps(answer["expression"])
        assert f'"text": "{wanted}"' in leaves
        seen.append(reference)
        reference = wanted
    assert ask(session, "explain", reference="dense_1.weight[0, 1]", step=20)["explanation"]["earlier"]["step"] == 19


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"step": 21}, "step must be"),
        ({"step": 20, "column": 4, "unit": 0}, "Unknown column"),
        ({"step": 20, "column": 1, "unit": 5}, "there is no"),
        ({"step": 20, "column": 1, "unit": 0, "source": 5}, "there is no"),
        ({"step": 20, "sample": 50}, "samples 0 to 9"),
    ],
)
def test_what_is_not_there_is_said(fields: dict[str, int], words: str) -> None:
    assert words in refusal(trained(), {"id": 1, "kind": "inspect", **fields})


PAIRINGS = [
    ({"loss": "sigmoid_cross_entropy", "output": "sigmoid"}, "applies sigmoid itself"),
    ({"output": "tanh"}, "expects probabilities"),
    ({"data": "plane", "loss": "hinge"}, "doesn't suit these data"),
    ({"data": "plane", "output": "sigmoid"}, "not every value"),
    ({"initializers": ["zeros"]}, "Restart to draw"),
]


@pytest.mark.parametrize(("partial", "words"), PAIRINGS)
def test_what_is_unwise_is_said_and_done_all_the_same(partial: dict[str, Any], words: str) -> None:
    session = LabSession(LabSpec(samples=40))
    assert ask(session, "open")["advice"] == []
    said = ask(session, "change", spec=partial)["advice"]
    assert any(words in sentence for sentence in said)
    assert ask(session, "advance", steps=5)["step"] == 5
    if "initializers" in partial:
        assert ask(session, "restart")["advice"] == []
        assert not session.run.parameters()["dense_1"]["weight"].any()


@pytest.mark.parametrize("loss", [loss for losses in choices.LOSSES_OF.values() for loss in losses])
def test_every_loss_trains_on_its_task(loss: str) -> None:
    for task, data in (("two", "moons"), ("many", "blobs"), ("values", "bumps")):
        if loss not in choices.LOSSES_OF[task]:
            continue
        session = LabSession(LabSpec(data=data, samples=60, loss=loss, learning_rate=0.03))
        first = ask(session, "pause")
        assert (first["task"]["kind"], first["task"]["loss"], first["advice"]) == (task, loss, [])
        assert ask(session, "advance", steps=200)["train"]["loss"] < first["train"]["loss"]


@pytest.mark.parametrize("rule", choices.RULE_LABELS)
@pytest.mark.parametrize("schedule", ["constant", "cosine_decay", "reduce_on_plateau"])
def test_every_rule_trains_with_schedules(rule: str, schedule: str) -> None:
    session = LabSession(LabSpec(samples=60, rule=rule, schedule=schedule, learning_rate=0.02, schedule_steps=100))
    first = ask(session, "pause")
    frame = ask(session, "advance", steps=150)
    assert frame["train"]["loss"] < first["train"]["loss"]
    assert frame["rate"] == pytest.approx({"cosine_decay": 0.0}.get(schedule, frame["rate"]))
    assert frame["rate"] <= 0.02


def test_images_of_classes_values_and_curves() -> None:
    view = {"map": 5, "units": 3}
    many = LabSession(LabSpec(data="blobs", samples=60, classes=4))
    frame = ask(many, "open", view=view)
    at = np.array([[a, b] for b in (2, 1, 0, -1, -2) for a in (-2, -1, 0, 1, 2)], dtype=np.float32)
    prediction = many.run.predict(at)
    assert np.array_equal(np.frombuffer(frame["bytes"]["map_classes"], np.uint8), prediction.argmax(axis=1))
    assert np.abs(np.frombuffer(frame["bytes"]["map"], np.uint8) / 255 - prediction.max(axis=1)).max() < 0.003
    values = LabSession(LabSpec(data="plane", samples=60, features=("x1", "x2", "x1x2")))
    frame = ask(values, "open", view=view)
    shown = (np.frombuffer(frame["bytes"]["map"], np.uint8).astype(int) - 128) / 127 * frame["map_scale"]
    seen = np.column_stack([at, at[:, 0] * at[:, 1]])
    assert np.abs(shown - values.run.predict(seen)[:, 0]).max() <= 0.51 * frame["map_scale"] / 127
    curve = LabSession(LabSpec(data="curve", samples=60))
    frame = ask(curve, "open", view=view)
    heights = np.frombuffer(frame["bytes"]["curve"], "<f4")
    along = np.linspace(-2, 2, len(heights), dtype=np.float32)[:, None]
    assert np.allclose(heights, curve.run.predict(along)[:, 0], atol=1e-6)
    assert "map" not in frame["bytes"]
    points = np.frombuffer(frame["bytes"]["points"], "<f4").reshape(-1, 4)
    assert np.allclose(points[:, 1], points[:, 2])  # a curve's points stand at their value
