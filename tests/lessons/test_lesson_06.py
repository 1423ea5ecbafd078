"""Lesson 06: what its text says, asserted from the values that it computes."""

from typing import Any

import numpy as np
import pytest

import glassnet as gn
from glassnet.lessons.lesson_06_measuring_success import app, my_huber
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


def test_pairs_that_do_not_belong_together_learn_worse(lesson: dict[str, Any]) -> None:
    right = {pair: share for pair, (share, _) in lesson["pairs"].items()}
    said = {pair: warnings for pair, (_, warnings) in lesson["pairs"].items()}
    good = right["sigmoid", "binary_cross_entropy"]
    assert good > 0.98
    assert right["softmax", "binary_cross_entropy"] == 0.5
    assert right["relu", "binary_cross_entropy"] < good
    assert not said["sigmoid", "binary_cross_entropy"]
    assert "ReLU" in said["relu", "binary_cross_entropy"][0]


def test_labels_of_the_wrong_form_are_priced_without_a_word_or_refused(lesson: dict[str, Any]) -> None:
    weights = np.array([1, 2, 0])
    assert lesson["mislabelled"] == pytest.approx(-(np.log(lesson["three_classes"]) @ weights).mean(), rel=1e-12)
    assert lesson["mislabelled"] > 20 * lesson["one_hot_loss"]
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
    dear = {"task": "classes", "formula": "-(t * log(p) + 3 * (1 - t) * log(1 - p))"}
    usual = {"task": "classes", "formula": "-(t * log(p) + (1 - t) * log(1 - p))"}
    silent = {"task": "classes", "formula": "-(t * log(p) + 60 * (1 - t) * log(1 - p))"}
    verdict = goal.check(dear)
    assert verdict.right, verdict.message
    assert not goal.check(usual).right
    assert not goal.check(silent).right
    assert not goal.check({"task": "line", "formula": dear["formula"]}).right
    assert not goal.check({"task": "classes", "formula": "p^2"}).right
    assert false_alarms(dear, 11) < false_alarms(usual, 11)


def test_the_function_to_be_fixed_is_wrong_and_the_solution_right(lesson: dict[str, Any]) -> None:
    exercise = lesson["code_card"].session.exercise
    assert exercise.check(my_huber).message.startswith("Case 1: element [0]")
    assert exercise.check(huber).right


def test_the_text_s_prices_of_certainty(lesson: dict[str, Any]) -> None:
    told = {0.9: 0.105, 0.5: 0.693, 0.1: 2.303, 0.01: 4.605, 0.001: 6.908}
    for probability, price in told.items():
        assert -np.log(probability) == pytest.approx(price, abs=5e-4)
