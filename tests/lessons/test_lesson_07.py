"""Lesson 07: what its text says, asserted from the values that it computes."""

from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

import glassnet as gn
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
from glassnet.widgets.descent_playground.batches import descend as descend_in_batches
from glassnet.widgets.descent_playground.landscapes import LANDSCAPES
from glassnet.widgets.descent_playground.walk import walk
from glassnet.widgets.hillside import curve


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
    assert lesson["outcomes"][0.09][1] < 1  # thrown to the left
    late = lesson["outcomes"][0.09][8:40] - 2.25
    assert (late[1:] * late[:-1] < 0).all()
    assert (np.abs(late[1:]) < np.abs(late[:-1])).all()


def test_rate_0_11_is_thrown_far_left_is_slow_there_and_ends_hopping_between_two_places(lesson: dict[str, Any]) -> None:
    places = lesson["outcomes"][0.11]
    assert lesson["outcomes"][0.09][1] == pytest.approx(0.57)
    assert places[1] == pytest.approx(0.03)
    assert abs(slope(places[1])) < 0.01  # nearly level
    assert places[10] < 0.05
    assert np.ptp(places[1:11]) < 0.02
    assert places[59] == pytest.approx(2.456, abs=1e-3)
    assert places[60] == pytest.approx(1.910, abs=1e-3)
    for_ever = descend(3.0, 0.11, 3_000)[-50:]
    assert for_ever[2:] == pytest.approx(for_ever[:-2], abs=1e-9)
    assert np.abs(np.diff(for_ever)).min() > 0.5


def test_the_hillside_is_the_lessons_curve_and_its_walk_the_lessons_descent(lesson: dict[str, Any]) -> None:
    x = np.linspace(-1, 3, 41)
    np.testing.assert_array_equal(curve.height(x), f(x))
    np.testing.assert_array_equal(curve.slope(x), slope(x))
    opening = lesson["foggy"].answer({"id": 1, "kind": "open"})[0]
    walked = lesson["foggy"].answer({"id": 2, "kind": "walk", **{k: opening[k] for k in ("start", "rate", "steps")}})[0]
    np.testing.assert_allclose(walked["places"], descend(opening["start"], opening["rate"], opening["steps"]))
    assert abs(walked["places"][10] - opening["valley"]) < 0.01  # two seconds after the button was pressed


def test_a_smaller_nudge_settles_on_the_slope(lesson: dict[str, Any]) -> None:
    curve_shown = lesson["nudging"].answer({"id": 1, "kind": "open"})[0]["curve"]
    at = lesson["nudging"].answer({"id": 2, "kind": "draw", "curve": curve_shown})[0]["at"]
    seen = lesson["nudging"].answer({"id": 3, "kind": "nudge", "curve": curve_shown, "x": at, "width": 0})[0]
    far = [abs(ratio - seen["slope"]) for ratio in seen["ratios"]]
    assert far == sorted(far, reverse=True)
    assert far[0] > 2
    assert far[-1] < 0.01
    assert seen["slope"] == slope(at)
    assert seen["height"] == f(at)


@pytest.mark.parametrize(("rate", "settles"), [(0.095, True), (0.103, False)])
def test_the_edge_is_at_two_over_the_curvature(rate: float, settles: bool) -> None:
    places = descend(2.26, rate, 2_000)
    assert (abs(float(places[-1]) - 2.25) < 1e-3) == settles


@pytest.mark.parametrize("rate", [0.005, 0.02, 0.05])
def test_from_the_left_it_gets_stuck_for_good_on_the_level_place(lesson: dict[str, Any], rate: float) -> None:
    places = descend(-0.5, rate, 20_000)
    assert (places <= 0).all()  # it never gets to the falling ground on the right
    assert abs(float(places[-1])) < 0.01
    assert f(0.01) < f(0) < f(-0.01)  # which is no valley
    exercise = next(value.session.exercise for name, value in lesson.items() if name == "flat_card")
    assert "stuck for good" in exercise.question
    assert "never gets there" in exercise.check([2.25, -6.54]).message


def race(widget: Any, **change: Any) -> dict[str, Any]:
    """What a playground shows when its page opens, or after a change: each walker by name."""
    opening = widget.answer({"id": 1, "kind": "landscapes"})[0]["opening"]
    settings = {key: value for key, value in widget.settings.items() if key != "view"}
    head, _ = widget.answer({"id": 2, "kind": "race", "adaptive": 0.1, **settings, **change})
    assert opening["view"] == "race"
    return {walker["name"]: walker for walker in head["walkers"]}


def test_the_playground_opens_where_plain_descent_creeps_and_momentum_wins(lesson: dict[str, Any]) -> None:
    shown = race(lesson["playground"])
    assert (shown["sgd"]["arrived"], shown["momentum"]["arrived"]) == (196, 39)
    assert race(lesson["playground"], rules=["nesterov"])["nesterov"]["arrived"] == 25
    bowl = LANDSCAPES["long_bowl"]
    plain = walk(bowl, gn.SGD(bowl.rate), bowl.start, 300).places
    assert np.abs(plain[5:, 1]).max() < 0.1  # across in a few steps
    assert abs(plain[100, 0]) > 0.3  # and creeping along
    assert (plain[:, 1] >= 0).all()  # it does not zigzag
    ball = walk(bowl, gn.SGD(bowl.rate, momentum=0.8), bowl.start, 300).places
    assert bowl.rate == 0.02
    swings = [float(np.abs(part).max()) for part in np.split(ball[:40, 1], (10, 20, 30))]
    assert swings == sorted(swings, reverse=True)  # they die down
    assert (np.diff(ball[:6, 0]) > np.diff(plain[:6, 0]) - 1e-12).all()  # along the valley it gathers speed
    assert (np.diff(np.diff(ball[:6, 0])) > 0).all()


@pytest.mark.parametrize(("beta", "nesterov", "limit"), [(0.0, False, 0.1), (0.8, False, 0.18), (0.8, True, 0.069)])
def test_each_walker_flies_off_above_its_limit(beta: float, nesterov: bool, limit: float) -> None:
    bowl = LANDSCAPES["long_bowl"]
    ends = [
        float(np.abs(walk(bowl, gn.SGD(rate, momentum=beta, nesterov=nesterov), bowl.start, 2_000).places[-1]).max())
        for rate in (0.99 * limit, 1.01 * limit)
    ]
    assert ends[0] < 0.01
    assert ends[1] > 100


def test_a_plain_step_leaves_its_line_of_equal_height_at_a_right_angle_and_one_with_momentum_does_not() -> None:
    bowl = LANDSCAPES["long_bowl"]
    for beta, right in ((0.0, True), (0.8, False)):
        places = walk(bowl, gn.SGD(bowl.rate, momentum=beta), bowl.start, 5).places
        along = np.array([bowl.gradient(*place)[::-1] for place in places[:-1]]) * [-1, 1]  # along the contour
        cosines = np.abs((np.diff(places, axis=0) * along).sum(1))
        cosines /= np.linalg.norm(np.diff(places, axis=0), axis=1) * np.linalg.norm(along, axis=1)
        assert (cosines[1:].max() < 1e-9) == right


def test_at_a_larger_rate_momentum_0_9_is_slower_than_none(lesson: dict[str, Any]) -> None:
    arrivals = lesson["arrivals"]
    assert (arrivals[0.08, 0.0], arrivals[0.08, 0.9]) == (48, 78)
    assert arrivals[0.08, 0.5] < arrivals[0.08, 0.0]
    bowl = LANDSCAPES["long_bowl"]
    plain = [walk(bowl, gn.SGD(rate), bowl.start, 60).arrived or 60 for rate in np.linspace(0.06, 0.1, 81)]
    assert min(plain) == 41
    ball = [
        walk(bowl, gn.SGD(rate, momentum=beta), bowl.start, 30).arrived or 30
        for rate in np.linspace(0.06, 0.2, 15)
        for beta in (0.3, 0.4, 0.5, 0.6, 0.7)
    ]
    assert min(ball) == walk(bowl, gn.SGD(0.12, momentum=0.5), bowl.start, 30).arrived == 10
    assert arrivals[0.02, 0.8] < arrivals[0.02, 0.9] < arrivals[0.02, 0.5] < arrivals[0.02, 0.0]
    assert "48 with β = 0, 78 with β = 0.9" in lesson["momentum_card"].session.exercise.run()


def test_small_batches_win_at_the_beginning_and_are_kept_from_settling(lesson: dict[str, Any]) -> None:
    assert lesson["batches"].answer({"id": 1, "kind": "landscapes"})[0]["opening"]["view"] == "batches"
    whole, _, single = (descend_in_batches(size, 0.05, 8, 0) for size in (64, 8, 1))
    assert single.costs[64] < whole.costs[1]
    late = single.places[-64:]
    assert np.abs(np.diff(late, axis=0)).max() > 0.05


def test_the_saddle_is_slow_for_plain_descent_and_noise_frees_it() -> None:
    saddle = LANDSCAPES["saddle"]
    still, pushed = (walk(saddle, gn.SGD(saddle.rate), saddle.start, 300, noise=noise) for noise in (0, 0.5))
    slow, quick = (int(np.flatnonzero(np.abs(path.places[:, 1]) > 1)[0]) for path in (still, pushed))
    assert slow > 60
    far = np.hypot(*still.places.T)
    held = np.flatnonzero(far < 0.2)
    assert len(held) == held[-1] - held[0] + 1 == 32  # thirty steps in its middle
    assert np.abs(still.places[: held[0], 1]).max() < 0.01  # straight to it
    assert still.verdict.startswith("at a minimum")  # and off to one side
    assert quick < 0.7 * slow
    plateau = LANDSCAPES["plateau"]
    assert walk(plateau, gn.SGD(plateau.rate), plateau.start, 300).verdict.startswith("stalled")


def test_twenty_steps_in_the_bowl_lead_near_its_bottom() -> None:
    bowl = LANDSCAPES["bowl"]
    assert (bowl.start, bowl.rate) == ((1.8, 1.8), 0.1)
    far = np.hypot(*walk(bowl, gn.SGD(bowl.rate), bowl.start, 20).places.T)
    assert far[20] < 0.03 < far[19]


def test_turning_both_signs_gives_the_same_network() -> None:
    height = LANDSCAPES["network"].value
    assert float(height(1.3, -0.7)) == pytest.approx(float(height(-1.3, 0.7)), rel=1e-12)


def test_where_one_ends_depends_on_where_one_starts(lesson: dict[str, Any]) -> None:
    counts = [int((lesson["valleys"] == valley).sum()) for valley in (1, 2, 3, 4)]
    assert min(counts) > 10
    assert sum(counts) == 100


def test_with_many_directions_hardly_any_level_place_is_a_minimum(lesson: dict[str, Any]) -> None:
    shares = list(lesson["bowls"].values())
    assert shares[0] == pytest.approx(0.5, abs=0.05)
    assert shares == sorted(shares, reverse=True)
    assert lesson["bowls"][8] == 0


def test_the_proved_bound_holds_at_every_step(lesson: dict[str, Any]) -> None:
    assert (lesson["bound_walk"].values[1:] <= lesson["bound"]).all()


def test_the_goal_can_be_reached_and_missed(lesson: dict[str, Any]) -> None:
    goal = lesson["goal_card"].session.exercise
    opening = {**lesson["valley"].settings, "adaptive": 0.1}
    assert not goal.check(opening).right  # what the page opens on is no solution
    good = opening | {"rate": 0.001, "momentum": 0.9}
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
