"""Lesson 03: what its text says, asserted from the values that it computes."""

from typing import Any

import numpy as np
import pytest

import glassnet as gn
from glassnet.lessons.lesson_03_activation_functions import app, collapse, deep
from glassnet.lessons.lesson_exercises import lesson_03 as exercises
from glassnet.lessons.lesson_helpers import lesson_03 as helpers
from glassnet.lessons.page import scientific
from glassnet.nn.activations import GELU, ReLU, Sigmoid, SiLU, Softplus, Tanh
from glassnet.widgets.activation_explorer.functions import FUNCTIONS, Alphas, measure, value_and_slope
from glassnet.widgets.custom_activation.session import make_run


@pytest.fixture(scope="module")
def lesson() -> dict[str, Any]:
    return dict(app.run()[1])


@pytest.fixture(scope="module")
def courses() -> dict[str, tuple[helpers.Course, ...]]:
    return helpers.rescue()


def row(table: str, name: str) -> list[str]:
    """Return the cells of a table's row."""
    return next(
        [c.strip() for c in line.split("|")[2:-1]] for line in table.splitlines() if line.startswith(f"| {name} |")
    )


def test_values_and_slopes_in_the_table_of_facts() -> None:
    table = helpers.facts(np.array([-10.0, -1.0, 0.0, 1.0, 10.0]))
    assert row(table, "1") == ["0.7311", "0.1966", "0.7616", "0.4200"]
    assert row(table, "0") == ["0.5000", "0.2500", "0.0000", "1.0000"]
    assert row(table, "−10") == ["0.0000", "0.0000", "−1.0000", "0.0000"]


def test_relu_and_its_relatives_at_five_places() -> None:
    table = helpers.relatives(np.array([-3.0, -1.0, 0.0, 1.0, 3.0]))
    assert row(table, "ReLU") == ["0", "0", "0", "1", "3"]
    assert row(table, "leaky ReLU (0.01)") == ["−0.03", "−0.01", "0", "1", "3"]
    assert row(table, "PReLU at 0.1") == ["−0.3", "−0.1", "0", "1", "3"]
    assert row(table, "ELU (1)") == ["−0.9502", "−0.6321", "0", "1", "3"]


def test_tanh_is_a_stretched_sigmoid() -> None:
    z = np.linspace(-4, 4, 81)
    assert Tanh().forward(z) == pytest.approx(2 * Sigmoid().forward(2 * z) - 1)


def test_the_opening_widget_shows_what_the_text_says_of_saturation(lesson: dict[str, Any]) -> None:
    head, _ = lesson["opening"].answer({"id": 1, "kind": "curves", "functions": ["sigmoid", "tanh", "relu"], "z": 1.0})
    assert lesson["opening"].settings["functions"] == ["sigmoid", "tanh", "relu"]
    assert [one["saturates"] for one in head["functions"]] == ["on both sides", "on both sides", "on the left"]


def test_the_slopes_that_the_table_of_relatives_names() -> None:
    z = np.linspace(-12, 12, 24_001)
    for activation, low, high in ((GELU(), -0.13, 1.13), (SiLU(), -0.10, 1.10)):
        slopes = value_and_slope(activation, z)[1]
        assert (round(slopes.min(), 2), round(slopes.max(), 2)) == (low, high)
    assert value_and_slope(Softplus(), z)[1] == pytest.approx(Sigmoid().forward(z))


def test_ten_sigmoids_leave_less_than_a_millionth(lesson: dict[str, Any]) -> None:
    assert lesson["depths"][10]["sigmoid"] == pytest.approx(0.25**10)
    assert lesson["depths"][10]["sigmoid"] < 1e-6
    assert lesson["depths"][10]["ReLU"] == lesson["depths"][10]["tanh"] == 1.0


def test_ten_tanhs_away_from_0_leave_little() -> None:
    slope = value_and_slope(Tanh(), np.array([1.0]))[1][0]
    assert round(slope, 2) == 0.42
    assert round(slope**10, 4) == 0.0002


def test_numbers_below_the_stacks_are_typeset_with_a_minus(lesson: dict[str, Any]) -> None:
    assert helpers.signed(collapse(lesson["weights"])[0, 0]) == "−0.7266"
    assert "-" not in scientific(lesson["gap"])


def test_pixels_are_never_negative_but_45_percent_of_all_z_are(lesson: dict[str, Any]) -> None:
    assert gn.data.digits().x.min() == 0.0
    assert gn.data.digits().x.max() == 1.0
    assert f"{lesson['zeros']:.0%}" == "45%"
    assert "45 % of all z" in exercises.pixels().reasons[exercises.pixels().right]


def test_each_digit_wakes_about_half_of_the_units_and_two_digits_differ_in_a_quarter() -> None:
    awake = helpers.awake_for_digits()
    low, high = np.percentile(awake.mean(axis=1), [5, 95])
    assert 0.45 < low < high < 0.65
    share = awake.mean(axis=0)
    assert (2 * share * (1 - share)).mean() == pytest.approx(0.25, abs=0.01), "two digits chosen at random"


@pytest.mark.parametrize("depth", range(2, 11))
def test_a_linear_stack_is_one_weight_and_a_relu_stack_is_not(depth: int) -> None:
    weights, x = helpers.stack(depth), np.linspace(-2, 2, 81)[:, None]
    one = collapse(weights)
    assert one.shape == (1, 1)
    assert deep(x, weights, gn.Linear()) == pytest.approx(x @ one, abs=1e-12)
    bent, straight = deep(x, weights, ReLU())[:, 0], deep(x, weights, gn.Linear())[:, 0]
    top = max(1.0, np.abs(bent).max(), np.abs(straight).max())
    assert abs(bent[40] - (bent[0] + bent[-1]) / 2) > 0.1 * top, "the dashed line of the figure bends for all to see"
    assert np.abs(straight).max() > 0.1 * top, "the solid line of the figure is not flat"


def test_the_three_units_of_the_figure_bend_three_times() -> None:
    x = np.linspace(-2, 2, 4_001)
    units = [weight * ReLU().forward(x - place) for weight, place in ((1.0, -1.5), (-2.0, -0.5), (3.0, 0.5))]
    for curve, bends in (*((unit, 1) for unit in units), (np.sum(units, axis=0), 3)):
        assert int((np.abs(np.diff(curve, 2)) > 1e-6).sum()) == bends
        assert helpers.BUMPS_Y[0] <= curve.min() <= curve.max() <= helpers.BUMPS_Y[1], (
            "nothing is clipped, which would look like another bend"
        )


def test_after_the_blow_no_dead_relu_unit_changes(courses: dict[str, tuple[helpers.Course, ...]]) -> None:
    silent = [course.silent[0] for course in courses["ReLU"]]
    assert max(silent) == helpers.UNITS, "at least one network has died as a whole"
    for course in courses["ReLU"]:
        if course.silent[0] == helpers.UNITS:
            assert np.array_equal(course.first[0], course.first[1])
            assert course.accuracy == pytest.approx(0.5, abs=0.05)
    assert all(course.silent[-1] >= course.silent[0] for course in courses["ReLU"])


def test_the_others_recover_in_the_order_that_the_text_gives(courses: dict[str, tuple[helpers.Course, ...]]) -> None:
    middle = {name: np.median([course.accuracy for course in of]) for name, of in courses.items()}
    assert middle["ELU"] > middle["ReLU"] + 0.1
    assert middle["ELU"] == max(middle.values())
    assert middle["leaky ReLU, 0.01"] == pytest.approx(middle["ReLU"], abs=0.05)
    assert middle["ReLU"] + 0.1 < middle["leaky ReLU, 0.1"] < middle["ELU"]
    assert sum(course.accuracy > 0.95 for course in courses["leaky ReLU, 0.1"]) == 3


def test_which_units_come_back_after_the_blow(courses: dict[str, tuple[helpers.Course, ...]]) -> None:
    before, after = ({name: sum(course.silent[at] for course in of) for name, of in courses.items()} for at in (0, -1))
    assert (before["ELU"], before["ReLU"], helpers.SEEDS * helpers.UNITS) == (18, 33, 40)
    assert before["leaky ReLU, 0.1"] - after["leaky ReLU, 0.1"] >= 3
    assert after["ELU"] >= before["ELU"] - 1
    assert abs(after["leaky ReLU, 0.01"] - after["ReLU"]) <= 1


@pytest.mark.parametrize("seed", range(helpers.SEEDS))
def test_the_units_of_elu_that_are_still_awake_are_enough(seed: int) -> None:
    network = gn.Network([gn.Dense(helpers.UNITS, gn.ELU()), gn.Dense(1)])
    recipe = gn.Recipe("sigmoid_cross_entropy", gn.SGD(helpers.BLOW[0]), batch_size=20, seed=seed)
    run = gn.Run(network, recipe, gn.data.circle(200, seed=1))
    run.advance(helpers.BLOW[1])
    run.change(optimizer=gn.SGD(helpers.CAREFUL[0]))
    run.advance(helpers.CAREFUL[1])
    first, last = run.parameters().values()
    z = run.dataset.train.x @ first["weight"] + first["bias"]
    a = gn.ELU().forward(z)
    frozen = np.where((z <= 0).all(axis=0), a.mean(axis=0), a)
    answers = [(one @ last["weight"] + last["bias"] > 0).ravel() for one in (a, frozen)]
    assert (answers[0] == answers[1]).mean() > 0.99, "the silent units, held still, change nothing"


def test_prelu_mostly_diverges_under_the_same_blow() -> None:
    diverged = 0
    for seed in range(helpers.SEEDS):
        network = gn.Network([gn.Dense(helpers.UNITS), gn.PReLU(0.1), gn.Dense(1)])
        recipe = gn.Recipe("sigmoid_cross_entropy", gn.SGD(helpers.BLOW[0]), batch_size=20, seed=seed)
        try:
            run = gn.Run(network, recipe, gn.data.circle(200, seed=1))
            run.advance(helpers.BLOW[1])
            run.change(optimizer=gn.SGD(helpers.CAREFUL[0]))
            run.advance(helpers.CAREFUL[1])
        except gn.DivergedError:
            diverged += 1
    assert diverged > helpers.SEEDS / 2


def test_one_s_own_activation_trains_as_the_text_says(lesson: dict[str, Any]) -> None:
    def accuracies(formula: str) -> list[float]:
        lesson["own"].answer({"id": 1, "kind": "begin", "formula": formula})
        for _ in range(3):
            head, _ = lesson["own"].answer({"id": 2, "kind": "train", "steps": 50})
        return [network["accuracy"] for network in head["networks"]]

    assert lesson["own"].settings == {"formula": "sin(z)"}
    assert min(accuracies("sin(z)")) > 0.98
    straight, bent = accuracies("0.5 * z")
    assert bent > 0.98
    points = make_run(Tanh()).dataset
    neuron = gn.Run(
        gn.Network([gn.Dense(1)]), gn.Recipe("sigmoid_cross_entropy", gn.Adam(0.03), batch_size=150), points
    )
    neuron.advance(1500)
    assert straight == pytest.approx(neuron.evaluate("train").accuracy, abs=0.02)


def test_softmax_depends_on_differences_only() -> None:
    assert helpers.probabilities(np.array([2.0, 1.0, 0.5])).count("0.62") == 1
    p, q = (gn.Softmax().forward(np.array([[2.0, 1.0, 0.5]]) + shift) for shift in (0.0, 1.0))
    assert p == pytest.approx(q)


def test_measures_of_the_activations() -> None:
    made = {name: measure(make(Alphas())) for name, (_, make) in FUNCTIONS.items()}
    assert [name for name, found in made.items() if found.flat_left and found.flat_right] == ["step", "sigmoid", "tanh"]
    assert [name for name, found in made.items() if not (found.flat_left or found.flat_right)] == [
        "linear",
        "leaky_relu",
    ]
    assert made["tanh"].mean == pytest.approx(0.0, abs=1e-12)
    assert made["sigmoid"].mean == pytest.approx(0.5)
    assert made["relu"].zeros == pytest.approx(0.5)
    assert made["leaky_relu"].zeros == 0.0
