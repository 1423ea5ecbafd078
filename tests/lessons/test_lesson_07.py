"""Lesson 07: what its text says, asserted from the values that it computes."""

from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from glassnet.lessons.lesson_07_gradient_descent import (
    app,
    descend,
    f,
    losses_of,
    my_step,
    slope,
)
from glassnet.lessons.lesson_exercises.lesson_07 import momentum_step
from glassnet.lessons.lesson_helpers.lesson_07 import survey_landscape


@pytest.fixture(scope="module")
def lesson() -> dict[str, Any]:
    return dict(app.run()[1])


def shown(**answers: object) -> str:
    outputs, _ = app.run(defs={name: SimpleNamespace(value=value) for name, value in answers.items()})
    return "\n".join(output.text for output in outputs if hasattr(output, "text"))


def test_a_thousand_in_hundreds_make_ten_iterations(lesson: dict[str, Any]) -> None:
    assert lesson["counts"] == {1_000: 10, 10_000: 100}


def test_the_slope_is_that_of_the_curve() -> None:
    x = np.linspace(-1, 3, 41)
    assert (f(x + 1e-6) - f(x - 1e-6)) / 2e-6 == pytest.approx(slope(x), abs=1e-7)
    assert slope(2.25) == 0
    assert f(2.25) < f(np.delete(x, np.abs(x - 2.25).argmin())).min() + 0.05


def test_each_learning_rate_does_what_its_line_says(lesson: dict[str, Any]) -> None:
    ends = {rate: abs(float(places[-1]) - 2.25) for rate, places in lesson["outcomes"].items()}
    assert ends[0.001] > 0.1
    assert ends[0.01] < 1e-5
    assert ends[0.04] < ends[0.01]
    late = lesson["outcomes"][0.09][8:40] - 2.25
    assert (late[1:] * late[:-1] < 0).all()
    assert (np.abs(late[1:]) < np.abs(late[:-1])).all()
    forever = descend(3.0, 0.11, 3_000)[-50:]
    assert np.abs(np.diff(forever)).min() > 0.1


@pytest.mark.parametrize(("rate", "settles"), [(0.095, True), (0.103, False)])
def test_the_edge_is_at_two_over_the_curvature(rate: float, settles: bool) -> None:
    places = descend(2.26, rate, 2_000)
    assert (abs(float(places[-1]) - 2.25) < 1e-3) == settles


def test_from_the_left_it_gets_caught_on_the_level_place() -> None:
    assert abs(float(descend(-0.5, 0.02, 60)[-1])) < 0.15


def test_momentum_helps_up_to_a_point(lesson: dict[str, Any]) -> None:
    arrivals = lesson["arrivals"]
    assert arrivals[0.99] is None
    assert arrivals[0.8] < arrivals[0.9] < arrivals[0.5] < arrivals[0.0]


def test_where_one_ends_depends_on_where_one_starts(lesson: dict[str, Any]) -> None:
    assert min(lesson["endings"]) > 10
    assert sum(lesson["endings"]) == 100


def test_with_many_directions_hardly_any_level_place_is_a_minimum(lesson: dict[str, Any]) -> None:
    shares = list(lesson["bowls"].values())
    assert shares[0] == pytest.approx(0.5, abs=0.05)
    assert shares == sorted(shares, reverse=True)
    assert lesson["bowls"][8] == 0


def test_the_proved_bound_holds_at_every_step(lesson: dict[str, Any]) -> None:
    assert (lesson["bound_walk"].values[1:] <= lesson["bound"]).all()


def test_the_goal_can_be_reached_and_missed(lesson: dict[str, Any]) -> None:
    goal = lesson["goal_card"].session.exercise
    good = {"landscape": "rosenbrock", "start": [-1.5, 2.6], "rate": 0.005, "momentum": 0.9, "noise": 0}
    assert goal.check(good).right
    for change in ({"momentum": 0.0}, {"rate": 0.02}, {"start": [0.9, 0.9]}, {"landscape": "bowl"}, {"noise": 1}):
        assert not goal.check(good | change).right, change


def test_the_function_to_be_fixed_is_wrong_and_the_solution_right(lesson: dict[str, Any]) -> None:
    exercise = lesson["code_card"].session.exercise
    assert exercise.check(my_step).message.startswith("Case 1: element [0, 0]")
    assert exercise.check(momentum_step).right


def test_methods_that_know_the_curvature_need_fewer_steps() -> None:
    last = {method: losses_of(method, 30)[-1] for method in ("gradient descent", "Newton", "L-BFGS")}
    assert last["Newton"] < 0.01 * last["gradient descent"]
    assert last["L-BFGS"] < 0.01 * last["gradient descent"]


def test_two_principal_directions_hold_nearly_all_of_the_way() -> None:
    slices, share = survey_landscape(side=5)
    assert share > 0.95
    principal, random = (np.abs(shadow).max() for _, _, shadow in slices.values())
    assert principal > 2 * random


def test_buttons_and_sliders_show_what_they_should() -> None:
    page = shown(compare=True, survey=True, begin=3.2, rate=0.15)
    assert "it diverges" in page
    assert page.count("principal direction 1") >= 1
    assert "| Newton" in page or "Newton</td>" in page
    assert "it diverges" not in shown(begin=3.0, rate=0.02)
