"""Lesson 06: what its text says, asserted from the values that it computes."""

from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

import glassnet as gn
from glassnet.lessons import find
from glassnet.lessons.lesson_06_measuring_success import app, categorical_cross_entropy, my_huber
from glassnet.lessons.lesson_exercises.lesson_06 import false_alarms, huber
from glassnet.widgets.loss_explorer.fits import fit


@pytest.fixture(scope="module")
def lesson() -> dict[str, Any]:
    return dict(app.run()[1])


def test_the_four_figures_that_everybody_begins_with(lesson: dict[str, Any]) -> None:
    assert lesson["mse"] == pytest.approx(0.2875, abs=1e-12)
    assert lesson["bce"] == pytest.approx(0.26046, abs=5e-6)
    assert lesson["sparse_loss"] == pytest.approx(0.20818, abs=5e-6)
    assert lesson["two_rows"] == pytest.approx(0.16425, abs=5e-6)


def test_the_engine_says_the_same(lesson: dict[str, Any]) -> None:
    assert lesson["engine_mse"] == pytest.approx(lesson["mse"], rel=1e-12)
    engine = lesson["engine_losses"]
    assert engine["binary"] == pytest.approx(lesson["bce"], rel=1e-12)
    assert engine["sparse"] == pytest.approx(lesson["sparse_loss"], rel=1e-12)
    assert engine["categorical"] == pytest.approx(lesson["one_hot_loss"], rel=1e-12)


def test_sparse_and_categorical_cross_entropy_are_one_loss(lesson: dict[str, Any]) -> None:
    assert lesson["sparse_loss"] == pytest.approx(lesson["one_hot_loss"], rel=1e-12)


def test_an_outlier_moves_the_line_of_the_squared_error_most(lesson: dict[str, Any]) -> None:
    honest = lesson["ten"].copy()
    honest[-1, 1] = 5.1
    moved = {name: abs(fit(name, honest, 0.5).slope - slope) for name, slope in lesson["slopes"].items()}
    assert max(moved, key=lambda name: moved[name]) == "mean_squared_error"
    assert moved["mean_squared_error"] > 3 * max(moved["huber"], moved["mean_absolute_error"])


def test_only_the_pair_that_belongs_together_gets_away_from_a_start_that_is_sure_and_wrong(
    lesson: dict[str, Any],
) -> None:
    right = {pair: share for pair, (share, _) in lesson["pairs"].items()}
    said = {pair: warnings for pair, (_, warnings) in lesson["pairs"].items()}
    together = ("sigmoid", "binary_cross_entropy")
    assert right.pop(together) > 0.9
    assert set(right.values()) == {0.5}
    assert not said[together]
    assert "ReLU" in said["relu", "binary_cross_entropy"][0]
    assert list(said)[2] == ("relu", "binary_cross_entropy")  # "the third"
    assert 1 / (1 + np.exp(-6)) == pytest.approx(0.998, abs=5e-4)


def test_from_a_start_that_is_less_sure_squared_error_learns_too() -> None:
    data = gn.data.moons(200, noise=0.1, seed=0, validation=0.0)
    network = gn.Network([gn.Dense(8, "tanh"), gn.Dense(1, "sigmoid")])
    run = gn.Run(network, gn.Recipe("mean_squared_error", gn.SGD(1.0), batch_size=200), data)
    run.advance(300)
    assert ((run.predict(data.x)[:, 0] > 0.5) == data.y).mean() > 0.85


def test_labels_of_the_wrong_form_are_priced_without_a_word_or_refused(lesson: dict[str, Any]) -> None:
    weights = np.array([1, 2, 0])
    assert lesson["mislabelled"] == pytest.approx(-(np.log(lesson["three_classes"]) @ weights).mean(), rel=1e-12)
    assert lesson["mislabelled"] > 20 * lesson["one_hot_loss"]
    assert lesson["three_classes"].shape == (3, 3)  # as many examples as classes: else NumPy does complain
    with pytest.raises(ValueError, match="could not be broadcast"):
        categorical_cross_entropy(lesson["three_classes"][:2], np.array([1, 2]))


def test_an_error_of_ten_thousand_costs_its_square_and_has_twice_itself_as_slope() -> None:
    loss, off, truth = gn.MeanSquaredError(), np.array([[10_000.0]]), np.zeros((1, 1))
    assert (loss.value(off, truth).tolist(), loss.gradient(off, truth).tolist()) == ([100_000_000], [[20_000]])


def test_the_goal_and_the_text_name_the_task_as_the_menu_does(lesson: dict[str, Any]) -> None:
    opening, _ = lesson["custom"].answer({"id": 1, "kind": "examples"})
    label = next(task["label"] for task in opening["tasks"] if task["name"] == "classes")
    goal = lesson["goal_card"].session.exercise
    assert any(f"“{label}”" in rule for rule in goal.rules)
    assert f"*{label}*" in goal.question
    assert f"Under *Predict* choose *{label}*" in find("06").source
    assert lesson["refused"].startswith("SparseCategoricalCrossEntropy expects class numbers")


def test_the_mean_and_the_median_are_where_the_slopes_add_up_to_nothing() -> None:
    truths = np.array([1.0, 2.0, 2.5, 4.0, 30.0])
    for loss, best in ((gn.MeanSquaredError(), truths.mean()), (gn.MeanAbsoluteError(), np.median(truths))):
        slopes = loss.gradient(np.full((5, 1), best), truths[:, None])
        assert slopes.sum() == pytest.approx(0, abs=1e-12)


def test_squared_error_sits_on_a_plateau_where_cross_entropy_walks(lesson: dict[str, Any]) -> None:
    (cross, cross_right), (squared, squared_right) = lesson["walks"].values()
    assert cross[0] > 5
    assert cross[100] == pytest.approx(cross[2_000], abs=0.01)
    assert cross_right >= 0.8
    assert squared[2_000] > 0.49
    assert squared_right <= 0.5


def test_dearer_false_alarms_make_fewer_of_them_and_the_goal_can_be_reached(lesson: dict[str, Any]) -> None:
    goal = lesson["goal_card"].session.exercise
    dear = {"task": "classes", "formula": "-(t * log(p) + 4 * (1 - t) * log(1 - p))"}
    preset = {"task": "classes", "formula": "-(t * log(p) + 3 * (1 - t) * log(1 - p))"}
    usual = {"task": "classes", "formula": "-(t * log(p) + (1 - t) * log(1 - p))"}
    silent = {"task": "classes", "formula": "-(t * log(p) + 60 * (1 - t) * log(1 - p))"}
    verdict = goal.check(dear)
    assert verdict.right, verdict.message
    assert not goal.check(usual).right
    assert not goal.check(preset).right
    assert preset in goal.presets
    assert not goal.check(silent).right
    assert not goal.check({"task": "line", "formula": dear["formula"]}).right
    assert not goal.check({"task": "classes", "formula": "p^2"}).right
    assert false_alarms(dear, 11) < false_alarms(usual, 11)


def test_the_function_to_be_fixed_is_wrong_and_the_solution_right(lesson: dict[str, Any]) -> None:
    exercise = lesson["code_card"].session.exercise
    assert exercise.check(my_huber).message.startswith("Case 1: element [0]")
    assert exercise.check(huber).right


def asked(widget: Any, kind: str, **fields: Any) -> tuple[dict[str, Any], list[np.ndarray]]:
    head, buffers = widget.answer({"id": 1, "kind": kind, **fields})
    assert head["kind"] != "error", head["message"]
    return head, [np.frombuffer(buffer, "<f4") for buffer in buffers]


def test_both_neurons_open_sure_and_wrong_and_only_one_learns_at_once(lesson: dict[str, Any]) -> None:
    head, rows = asked(lesson["neurons"], "open")
    assert head["sure"] == 0.99
    squared, cross = rows[0], rows[3]
    assert (squared[20] > 0.95, cross[20] < 0.2) == (True, True)  # a tenth of the way: a third of a second


def test_the_triangle_opens_where_the_text_says(lesson: dict[str, Any]) -> None:
    opening, _ = asked(lesson["triangle"], "open")
    view, _ = asked(lesson["triangle"], "draw", curve=opening["curve"])
    assert (opening["curve"], view["at"]) == ("squared_error", 2.5)
    sides = {x: asked(lesson["triangle"], "nudge", curve="squared_error", x=x, width=3)[0]["slope"] for x in (0, 1, 2)}
    assert sides[0] < 0 == sides[1] < sides[2]
    flat = [asked(lesson["triangle"], "nudge", curve="absolute_error", x=x, width=3)[0]["slope"] for x in (0.5, 2)]
    assert flat == [-1, 1]


def test_the_explorers_stand_where_their_text_is(lesson: dict[str, Any]) -> None:
    shown = {
        name: tuple(asked(lesson[name], "open")[0][part] for part in ("view", "family", "model"))
        for name in ("explorer", "outliers", "prices", "bowl", "plateau")
    }
    assert shown == {
        "explorer": ("curves", "values", "line_squared"),
        "outliers": ("outliers", "values", "line_squared"),
        "prices": ("curves", "probability", "line_squared"),
        "bowl": ("surface", "values", "line_squared"),
        "plateau": ("surface", "values", "class_squared"),
    }


def test_far_off_examples_shout_under_the_squared_error_and_speak_under_the_absolute_one() -> None:
    errors = np.array([[0.1], [1.0], [3.0]])
    slopes = {
        loss: loss.gradient(errors, np.zeros((3, 1)))[:, 0] for loss in (gn.MeanSquaredError(), gn.MeanAbsoluteError())
    }
    squared, absolute = slopes.values()
    assert squared.tolist() == pytest.approx([0.2, 2, 6])
    assert absolute.tolist() == [1, 1, 1]


def test_where_it_is_sure_and_wrong_cross_entropy_is_much_steeper() -> None:
    p, t = np.array([[0.01]]), np.array([[1.0]])
    steep = [abs(float(loss.gradient(p, t)[0, 0])) for loss in (gn.BinaryCrossEntropy(), gn.MeanSquaredError())]
    assert steep == pytest.approx([100, 1.98], rel=1e-3)


def test_the_bowl_brings_the_ball_to_the_same_place_from_everywhere(lesson: dict[str, Any]) -> None:
    ends = []
    for at in ([-1.4, 1.8], [3.5, -2.0], [0.0, 2.0]):
        for _ in range(10):
            head, _ = asked(lesson["bowl"], "roll", model="line_squared", at=at, learning_rate=0.3, steps=100)
            at = head["at"]
        ends.append(at)
    assert ends[1] == pytest.approx(ends[0], abs=1e-6)
    assert ends[2] == pytest.approx(ends[0], abs=1e-6)


@pytest.mark.parametrize(("chance", "price"), [(1.0, "0.000"), (0.9, "0.105"), (0.1, "2.303"), (0.001, "6.908")])
def test_the_slider_shows_the_price_of_certainty(chance: float, price: str) -> None:
    outputs, _ = app.run(defs={"chance": SimpleNamespace(value=chance)})
    page = "\n".join(output.text for output in outputs if hasattr(output, "text"))
    assert f"<strong>{price}</strong>" in page
    assert -np.log(chance) == pytest.approx(float(price), abs=5e-4)
