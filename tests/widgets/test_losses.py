"""The loss explorer's and the custom loss's Python sides, without a browser."""

import json
import math
from typing import Any

import numpy as np
import pytest

from glassnet.nn.losses import Huber, MeanAbsoluteError, MeanSquaredError
from glassnet.widgets.custom_loss import CustomLossSession
from glassnet.widgets.custom_loss.session import EXAMPLES
from glassnet.widgets.custom_loss.tasks import STEPS, TASKS, usual_run
from glassnet.widgets.loss_explorer import LossSession
from glassnet.widgets.loss_explorer.curves import FAMILIES, axis, curve
from glassnet.widgets.loss_explorer.fits import fit
from glassnet.widgets.loss_explorer.surface import MODELS, Model

POINTS = np.array([[0.5, 0.9], [1.3, 1.2], [2.2, 1.5], [3.1, 2.3], [4.0, 2.4], [8.5, 0.4]])


@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize("truth", [0, 1])
def test_every_curve_has_the_slope_of_its_own_values(family: str, truth: float) -> None:
    one = FAMILIES[family]
    places = np.linspace(one.low, one.high, 41)[1:-1] + 1e-3
    for name in one.losses:
        values = [curve(one, name, truth, 0.7, places + nudge)[0] for nudge in (-1e-6, 1e-6)]
        slope = curve(one, name, truth, 0.7, places)[1]
        assert slope == pytest.approx((values[1] - values[0]) / 2e-6, abs=1e-4), name


@pytest.mark.parametrize(
    ("name", "loss"),
    [("mean_squared_error", MeanSquaredError()), ("mean_absolute_error", MeanAbsoluteError()), ("huber", Huber(0.5))],
)
def test_no_line_nearby_is_better_than_the_best(name: str, loss: Any) -> None:
    line = fit(name, POINTS, 0.5)

    def cost(slope: float, intercept: float) -> float:
        return float(loss.value(POINTS[:, :1] * slope + intercept, POINTS[:, 1:]).mean())

    assert cost(line.slope, line.intercept) == pytest.approx(line.loss, rel=1e-12)
    for size in (1e-3, 1e-1, 1.0):
        for turn in np.linspace(0, 2 * np.pi, 24):
            assert cost(line.slope + size * np.cos(turn), line.intercept + size * np.sin(turn)) >= line.loss - 1e-12


@pytest.mark.parametrize("model", MODELS.values(), ids=list(MODELS))
def test_a_surface_is_the_loss_and_its_slope_that_of_the_loss(model: Model) -> None:
    heights = model.surface(9)
    w, b = np.linspace(*model.w_range, 9), np.linspace(*model.b_range, 9)
    for row, column in ((0, 0), (3, 6), (8, 2)):
        loss, d_w, d_b = model.loss_and_gradient(w[column], b[row])
        assert heights[row, column] == pytest.approx(loss, rel=1e-12)
        nudged = [model.loss_and_gradient(w[column] + dw, b[row] + db)[0] for dw, db in _NUDGES]
        assert d_w == pytest.approx((nudged[1] - nudged[0]) / 2e-6, abs=1e-5)
        assert d_b == pytest.approx((nudged[3] - nudged[2]) / 2e-6, abs=1e-5)


_NUDGES = ((-1e-6, 0), (1e-6, 0), (0, -1e-6), (0, 1e-6))


def test_the_ball_rolls_downhill() -> None:
    session = LossSession()
    at: list[float] = [-1.4, 1.8]
    losses: list[float] = []
    for _ in range(30):
        request = {"id": 1, "kind": "roll", "model": "line_squared", "at": at, "learning_rate": 0.3, "steps": 1}
        head, _ = session.handle(request)
        at, losses = head["at"], [*losses, head["loss"]]
    assert losses[:10] == sorted(losses[:10], reverse=True)
    assert losses[-1] < 0.06


@pytest.mark.parametrize(
    "request_",
    [
        {"kind": "curves", "family": "value", "losses": [], "truth": 0, "at": 0},
        {"kind": "curves", "family": "values", "losses": ["hinge"], "truth": 0, "at": 0},
        {"kind": "curves", "family": "values", "losses": "huber", "truth": 0, "at": 0},
        {"kind": "curves", "family": "values", "losses": ["huber"], "truth": 9, "at": 0},
        {"kind": "curves", "family": "values", "losses": ["huber"], "truth": 0, "at": float("nan")},
        {"kind": "curves", "family": "values", "losses": ["huber"], "truth": 0, "at": 0, "delta": 0},
        {"kind": "fit", "points": [[1, 1], [1, 2]]},
        {"kind": "fit", "points": [[1, 1]]},
        {"kind": "fit", "points": [[1, 1], [2, math.inf]]},
        {"kind": "fit", "points": [[1, 1], "x"]},
        {"kind": "surface", "model": "none"},
        {"kind": "ball", "model": "line_squared", "at": None},
        {"kind": "roll", "model": "line_squared", "at": [900, 900], "learning_rate": 1000, "steps": 100},
        {"kind": "roll", "model": "line_squared", "at": [0, 0], "learning_rate": 0, "steps": 1},
        {"kind": "roll", "model": "line_squared", "at": [0, 0], "learning_rate": 1, "steps": 10**9},
    ],
)
def test_what_makes_no_sense_gets_one_line_that_says_so(request_: dict[str, Any]) -> None:
    head, buffers = LossSession().handle({"id": 7, **request_})
    assert (head["id"], head["kind"], buffers) == (7, "error", [])
    assert "\n" not in head["message"]


def test_replies_are_json_and_their_buffers_fit() -> None:
    session = LossSession()
    families = session.handle({"id": 1, "kind": "families"})[0]["families"]
    for family in families:
        losses = [loss["name"] for loss in family["losses"]]
        request = {
            "id": 1,
            "kind": "curves",
            "family": family["name"],
            "losses": losses,
            "truth": 1,
            "at": family["range"][0],
        }
        head, buffers = session.handle(request)
        json.dumps(head, allow_nan=False)
        assert len(buffers) == 1 + 2 * len(losses)
        assert {len(buffer) for buffer in buffers} == {4 * len(axis(FAMILIES[family["name"]]))}


def custom(session: CustomLossSession, kind: str, **fields: Any) -> dict[str, Any]:
    return session.handle({"id": 1, "kind": kind, **fields})[0]


@pytest.mark.parametrize(("task", "formula"), [(task, formula) for task in EXAMPLES for _, formula in EXAMPLES[task]])
def test_every_example_is_read_checked_and_trained(task: str, formula: str) -> None:
    session = CustomLossSession()
    read = custom(session, "read", task=task, formula=formula)
    assert read["kind"] == "read", read
    assert all(check["agrees"] for check in read["checks"])
    assert read["mathml"].count("<m") == read["mathml"].count("</m") + read["mathml"].count("/>")
    assert session.settings == {"task": task, "formula": formula}
    frame = custom(session, "begin", task=task, formula=formula)
    while not frame["done"]:
        before = frame["step"]
        frame = custom(session, "train", steps=100)
        assert frame["step"] == before + 100
    assert frame["step"] == STEPS
    own, usual = (model["scores"] for model in frame["models"])
    if formula == TASKS[task].usual:
        assert own == usual


def test_the_usual_loss_is_trained_once_and_not_trained_on() -> None:
    usual, first, second = usual_run(TASKS["classes"]), CustomLossSession(), CustomLossSession()
    for session, formula in ((first, "(p - t)^2"), (second, "-(t * log(p) + 3 * (1 - t) * log(1 - p))")):
        custom(session, "begin", task="classes", formula=formula)
    models = [custom(session, "train", steps=100)["models"] for session in (first, second)]
    assert usual.step == STEPS
    assert usual_run(TASKS["classes"]) is usual
    assert models[0][1] == models[1][1]
    assert models[0][0] != models[1][0]


def test_a_loss_does_what_its_formula_charges_for() -> None:
    def scores(task: str, formula: str) -> dict[str, Any]:
        session = CustomLossSession()
        custom(session, "begin", task=task, formula=formula)
        for _ in range(STEPS // 100):
            frame = custom(session, "train", steps=100)
        models: dict[str, Any] = frame["models"][0]["scores"]
        return models

    assert scores("line", EXAMPLES["line"][2][1])["points below the line"] in ("88%", "89%", "90%", "91%", "92%")
    usual, wary = (scores("classes", EXAMPLES["classes"][i][1]) for i in (0, 1))
    assert wary["false positives"] < usual["false positives"] / 2
    assert wary["false negatives"] > usual["false negatives"]


@pytest.mark.parametrize(
    "formula", ["", "p +", "import os", "__import__('os')", "t", "p^1000", "q * p", None, 3, "x" * 9999, "log(0) * p"]
)
def test_what_is_no_formula_is_explained_and_runs_nothing(formula: Any) -> None:
    session = CustomLossSession()
    before = session.settings
    for kind in ("read", "begin"):
        head = custom(session, kind, task="line", formula=formula)
        assert head["kind"] == "error"
        assert "\n" not in head["message"]
    assert session.settings == before
    assert custom(session, "train", steps=1)["kind"] == "error"


def test_a_formula_that_flies_off_stops_with_a_word_and_the_widget_goes_on() -> None:
    session = CustomLossSession()
    assert custom(session, "begin", task="line", formula="exp(p^4) - t")["kind"] in ("begin", "error")
    for _ in range(10):
        head = custom(session, "train", steps=100)
    assert head["kind"] in ("train", "error")
    assert custom(session, "begin", task="line", formula="(p - t)^2")["kind"] == "begin"
