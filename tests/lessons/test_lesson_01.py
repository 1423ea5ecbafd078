"""Lesson 01: what its text says, asserted from the values that it computes."""

from itertools import pairwise
from typing import Any

import numpy as np
import pytest

import glassnet as gn
from glassnet.lessons.lesson_01_from_neuron_to_perceptron import app, decide, learn
from glassnet.lessons.lesson_exercises import lesson_01 as exercises
from glassnet.lessons.lesson_helpers import lesson_01 as helpers
from glassnet.widgets.perceptron_by_hand.examples import CORNERS, EXAMPLES

EITHER, BOTH = {"weight": [1, 1], "bias": -0.5}, {"weight": [1, 1], "bias": -1.5}
COMBINED = {"weight": [1, -1], "bias": -0.5}


@pytest.fixture(scope="module")
def lesson() -> dict[str, Any]:
    return dict(app.run()[1])


def decided(lesson: dict[str, Any], inputs: list[int], **changes: Any) -> dict[str, Any]:
    settings = {**lesson["opening"].settings, **changes}
    asked = {name: settings[name] for name in ("weight", "bias")}
    return lesson["opening"].answer({"id": 1, "kind": "decide", "inputs": inputs, **asked})[0]


def test_the_vote_as_it_opens_and_with_friends(lesson: dict[str, Any]) -> None:
    view = lesson["opening"].answer({"id": 1, "kind": "open"})[0]
    assert view["names"] == ["the sun shines", "friends are outside", "homework is waiting"]
    assert (view["inputs"], view["weight"], view["bias"]) == ([1, 0, 1], [2, 3, -4], -1)
    assert (view["z"], view["answer"]) == (-3, 0), "2 − 4 − 1 = −3: stay inside"
    assert decided(lesson, [1, 1, 1])["z"] == 0
    assert decided(lesson, [1, 1, 1])["answer"] == 1, "just enough"
    assert decided(lesson, [1, 1, 0])["z"] == exercises.vote().answer
    assert decided(lesson, [1, 1, 1], weight=[2, 3, -5])["answer"] == 0, "homework can be weighed so that nothing helps"


def test_the_loans_open_with_mistakes_and_are_learnt(lesson: dict[str, Any]) -> None:
    assert lesson["loan"].settings["example"] == "loan"
    x, y = EXAMPLES["loan"].points
    assert 0 < lesson["loan"].settings["right"] < len(x)
    made = helpers.corrections(x, y)
    assert not made[-1].mistakes(x, y).size


def test_a_correction_may_make_others_worse(lesson: dict[str, Any]) -> None:
    session, now = lesson["loan"], lesson["loan"].settings
    right, begin = [now["right"]], 0
    while right[-1] < len(EXAMPLES["loan"].points[0]):
        asked = {"example": "loan", "weight": now["weight"], "bias": now["bias"], "begin": begin}
        now = session.answer({"id": 1, "kind": "learn", **asked})[0]
        begin = now["point"] + 1
        right.append(now["right"])
    assert any(after < before for before, after in pairwise(right))


def test_weights_turn_the_line_and_the_bias_moves_it() -> None:
    moved, turned = gn.Perceptron(np.array([1.0, 2.0]), -1.0), gn.Perceptron(np.array([2.0, -1.0]), 0.0)
    assert moved.weight @ turned.weight == 0, "at right angles"
    x = np.array([[1.0, 0.0], [0.0, 0.5], [-1.0, 1.0]])
    assert moved.sums(x).tolist() == [0, 0, 0]
    circle = x[1]
    about = gn.Perceptron(turned.weight, -turned.weight @ circle)
    assert about.sums(circle[None]).tolist() == [0], "turned about the circle, the line still goes through it"
    assert about.bias not in (moved.bias, 0), "so the bias changes as well"


def test_the_answers_of_the_exercises_are_the_engine_s() -> None:
    made = gn.Perceptron(np.array([1.0, -2.0]), 0.5).correct(np.array([3.0, 1.0]), 0)
    assert (made.mistake, made.after.weight[0]) == (-1, exercises.corrected().answer)
    assert made.after.weight[1] == -3, "one of the slips is w₂"
    spot = exercises.axis().right
    assert gn.Perceptron(np.array([1.0, 1.0]), -1.5).sums(np.array([[spot.x, spot.y]])).tolist() == [0]
    x = np.array([[3.0, 1.0], [0.0, 2.0], [-1.0, 4.0]])
    one, double = gn.Perceptron(np.array([1.0, -2.0]), 0.5), gn.Perceptron(np.array([2.0, -4.0]), 1.0)
    assert one.decide(x).tolist() == double.decide(x).tolist()


def test_the_code_of_the_lesson_is_the_engine_s_rule(lesson: dict[str, Any]) -> None:
    for name, (weight, bias) in lesson["learnt"].items():
        *_, last = gn.perceptron_steps(CORNERS, np.array(lesson["gates"][name]))
        assert (weight.tolist(), bias) == (last.weight.tolist(), last.bias)
        assert [decide(x, weight, bias) for x in CORNERS] == lesson["gates"][name]
    weight, bias = learn(CORNERS, [0, 1, 1, 0], np.zeros(2), 0.0, 1000)
    assert [decide(x, weight, bias) for x in CORNERS] != [0, 1, 1, 0]


def test_nand_makes_the_other_gates() -> None:
    weight, bias = np.array([-2.0, -1.0]), 2.0
    nand = lambda a, b: decide(np.array([a, b]), weight, bias)  # noqa: E731
    for a, b in CORNERS:
        assert nand(nand(a, b), nand(a, b)) == float(a and b)
        assert nand(nand(a, a), nand(b, b)) == float(a or b)
        assert nand(nand(a, nand(a, b)), nand(b, nand(a, b))) == float(a != b)


def test_no_line_gets_xor_right_and_some_get_three() -> None:
    y = EXAMPLES["xor"].points[1]
    rng = np.random.default_rng(0)
    right = [4 - len(gn.Perceptron(w, b).mistakes(CORNERS, y)) for *w, b in rng.normal(size=(4000, 3))]
    assert max(right) == 3
    assert 0 < 4 - len(gn.Perceptron(np.array([1.0, -1.0]), 0.5).mistakes(CORNERS, y)) < 3, "it opens below the best"
    assert EXAMPLES["pair"].points[1].tolist() == y.tolist(), "the messages are XOR again"


def test_fourteen_of_sixteen_functions_are_learnt() -> None:
    assert helpers.learnable() == exercises.gates(learnable=helpers.learnable).ask.answer == 14  # type: ignore[attr-defined]


def test_what_is_built_by_hand_reaches_the_goal_and_the_opening_does_not(lesson: dict[str, Any]) -> None:
    goal = exercises.build()
    assert not goal.check(lesson["network"].settings).right
    built = lesson["network"].answer({"id": 1, "kind": "judge", "hidden": [EITHER, BOTH], "output": COMBINED})[0]
    assert built["right"] == 4
    assert goal.check(lesson["network"].settings).right
    tight = {"hidden": [{"weight": [1, 1], "bias": -0.02}, BOTH], "output": COMBINED, "right": 4}
    assert "fraction answered wrongly" in goal.check(tight).message
    assert "must hold first" in goal.check({**tight, "right": 3}).message


def test_the_stairs_are_level_almost_everywhere() -> None:
    for second in np.arange(-2.0, 2.5, 0.5):
        _, mistakes = helpers.mistakes_against_weight(float(second), -8.0)
        assert helpers.level_share(float(second), -8.0) > 0.9
        assert len(set(mistakes)) > 3, "stairs, not a floor"
        assert 0 <= mistakes.min() <= mistakes.max() <= 14, "the figure shows all of it"


def test_without_a_bias_and_is_not_learnt() -> None:
    assert gn.Perceptron(np.array([1.0, 1.0])).decide(CORNERS[:1]).tolist() == [1], "at the origin it always says 1"


def test_novikoff_s_bound_and_what_is_counted() -> None:
    y = np.array([0, 0, 0, 1])
    assert helpers.bound(CORNERS, y, np.array([1.0, 1.0]), -1.5) == pytest.approx(51)
    assert len(helpers.corrections(CORNERS, y)) == 11
    steps = [step for step in gn.perceptron_steps(CORNERS, y) if step.mistake]
    assert len(steps) <= 51


def test_the_loss_that_fits_the_rule_has_the_rule_s_correction() -> None:
    z, target = np.array([[-0.7], [0.4], [2.0]]), np.array([[1.0], [0.0], [1.0]])
    assert (-gn.PerceptronLoss().gradient(z, target))[:, 0].tolist() == [1, -1, 0]
    assert gn.PerceptronLoss().value(z, target).tolist() == [0.7, 0.4, 0]
