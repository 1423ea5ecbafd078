"""Lesson 10: what its text says, asserted from the values that it computes."""

from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

import glassnet as gn
from glassnet.lessons.lesson_10_optimisers import app, my_rule, rmsprop
from glassnet.lessons.lesson_exercises import lesson_10 as exercises
from glassnet.lessons.lesson_helpers import lesson_10 as helpers
from glassnet.widgets.optimizer_race.contestants import CONTESTANTS
from glassnet.widgets.optimizer_race.race import train
from glassnet.widgets.optimizer_race.rates import STEPS, TASK_RATES, losses_at
from glassnet.widgets.optimizer_race.tasks import TASKS
from glassnet.widgets.update_rules.course import walk
from glassnet.widgets.update_rules.sheets import SHEETS


@pytest.fixture(scope="module")
def lesson() -> dict[str, Any]:
    return dict(app.run()[1])


def shown(**answers: object) -> str:
    outputs, _ = app.run(defs={name: SimpleNamespace(value=value) for name, value in answers.items()})
    return "\n".join(output.text for output in outputs if hasattr(output, "text"))


def raced(widget: Any, **change: Any) -> dict[str, Any]:
    """What a race shows when its page opens, or after a change."""
    opening = widget.answer({"id": 1, "kind": "open"})[0]["settings"]
    head, _ = widget.answer({"id": 2, "kind": "race", **opening, **change})
    assert head["kind"] == "race", head
    return head


def first(head: dict[str, Any]) -> str:
    return str(min(head["runners"], key=lambda runner: runner["losses"][-1])["name"])


def counted(widget: Any) -> dict[str, int]:
    head: dict[str, Any] = {}
    for _ in range(10):
        head, _ = widget.answer({"id": 3, "kind": "count"})
    return dict(head["tally"]["wins"])


def test_the_race_opens_as_the_text_says(lesson: dict[str, Any]) -> None:
    head = raced(lesson["opening"])
    assert len(head["runners"]) == 5
    assert sum(values.size for layer in params_of("moons").values() for values in layer.values()) == 33
    ranking = sorted(head["runners"], key=lambda runner: runner["losses"][-1])
    assert [runner["name"] for runner in ranking[:3]] == ["momentum", "rmsprop", "adagrad"]
    assert (
        first(raced(lesson["opening"], seed=1)) != "momentum" or first(raced(lesson["opening"], seed=2)) != "momentum"
    )


def params_of(task: str) -> Any:
    return TASKS[task].run(gn.SGD(0.1), 0).state.params


def test_another_start_and_another_landscape_have_another_winner(lesson: dict[str, Any]) -> None:
    winners = [first(raced(lesson["opening"], seed=seed)) for seed in range(4)]
    assert winners[:2] == ["momentum", "momentum"] or winners[0] != winners[1]
    assert len(set(winners)) > 1
    ahead = set()
    for landscape in ("long_bowl", "saddle", "rosenbrock"):
        walkers = raced(lesson["opening"], landscape=landscape, landscape_rates={})["walkers"]
        lowest = {walker["name"]: np.mean(np.log(np.array(walker["values"]) + 1)) for walker in walkers}
        ahead.add(min(lowest, key=lambda name: lowest[name]))
    assert len(ahead) > 1


def test_wins_over_ten_starts(lesson: dict[str, Any]) -> None:
    raced(lesson["opening"])
    wins = counted(lesson["opening"])
    assert wins == {"sgd": 0, "momentum": 3, "adagrad": 5, "rmsprop": 2, "adam": 0}
    assert exercises.wins() == wins
    words = counted(lesson["words"])
    assert words["adagrad"] == 9
    digits = gn.widgets.OptimizerRace("digits")
    assert max(counted(digits), key=lambda name: counted(digits)[name]) != "adagrad"


def test_gradient_descent_is_last_from_most_starts() -> None:
    last = 0
    for seed in range(10):
        losses = {
            name: train(TASKS["moons"], CONTESTANTS[name].make(TASK_RATES["moons"][name]), seed, STEPS).losses[-1]
            for name in ("sgd", "momentum", "adagrad", "rmsprop", "adam")
        }
        last += max(losses, key=lambda name: losses[name]) == "sgd"
    assert last > 5


def test_each_rate_favours_another_rule_and_the_rate_moves_the_loss_more_than_the_rule(lesson: dict[str, Any]) -> None:
    assert lesson["searching"].settings["task"] == "moons"
    assert lesson["searching"].answer({"id": 1, "kind": "open"})[0]["view"] == "rates"
    assert (TASK_RATES["moons"]["adam"], TASK_RATES["moons"]["sgd"]) == (0.1, 3.0)
    task = TASKS["moons"]
    at = {
        (name, rate): float(np.median(losses_at(task, CONTESTANTS[name], rate)))
        for name in ("sgd", "adam")
        for rate in (0.001, 3.0)
    }
    assert at["adam", 0.001] < at["sgd", 0.001] - 0.1
    assert at["sgd", 3.0] < at["adam", 3.0] - 0.1
    best = {name: np.median(losses_at(task, one, TASK_RATES["moons"][name])) for name, one in CONTESTANTS.items()}
    usual = [best[name] for name in ("sgd", "momentum", "adagrad", "rmsprop", "adam")]
    assert max(usual) - min(usual) < 0.2 < at["adam", 0.001] - best["adam"]


def averages(widget: Any, **change: Any) -> list[Any]:
    opening = widget.answer({"id": 1, "kind": "open"})[0]
    asked = {"series": opening["chosen"], "betas": opening["betas"], "corrected": opening["corrected"]} | change
    _, buffers = widget.answer({"id": 2, "kind": "look", **asked})
    return [np.frombuffer(buffer, "<f4") for buffer in buffers]


def test_the_walks_open_uncorrected_and_say_what_the_text_says(lesson: dict[str, Any]) -> None:
    assert lesson["walking"].settings == {"series": "walks", "betas": [0.95, 0.5], "corrected": False}
    x, slow, corrected, *_ = averages(lesson["walking"])
    assert slow[-1] == pytest.approx(0.43, abs=0.005)
    assert slow.max() < x.min()
    assert corrected.round(2).tolist() == pytest.approx([2.0, 2.51, 3.03])
    assert pytest.approx(0.86, abs=0.005) == 0.95**3
    assert pytest.approx(20) == 1 / (1 - 0.95)


def test_the_soft_bicycle_swallows_bumps_and_is_late_at_the_kerb(lesson: dict[str, Any]) -> None:
    assert lesson["cycling"].settings["betas"] == [0.95, 0.5]
    road, soft, _, stiff, _ = averages(lesson["cycling"])
    before = slice(5, 30)
    assert np.std(soft[before]) < 0.4 * np.std(stiff[before]) < 0.4 * np.std(road[before])
    assert len(road) == 60
    after = float(np.mean(road[30:]))
    assert soft[-1] < 0.9 * after
    assert stiff[34] > 0.8 * after


def test_the_first_steps_of_the_rules_are_as_the_text_says(lesson: dict[str, Any]) -> None:
    assert lesson["rules"].settings["rule"] == "rmsprop"
    steps = {name: np.abs(walk(SHEETS[name], SHEETS[name].make(0.02), 60).table[:, -1]) for name in ("sgd", "rmsprop")}
    assert steps["sgd"][1, 1] > 5 * steps["sgd"][1, 0]
    assert steps["rmsprop"][1, 1] == pytest.approx(steps["rmsprop"][1, 0])


def test_adagrad_slows_down_and_the_others_do_not() -> None:
    lengths = {name: helpers.steps_on_slope(rule, 1000) for name, rule in helpers.ON_THE_SLOPE.items()}
    t = np.arange(1, 1001)
    assert lengths["Adagrad"] == pytest.approx(0.2 / np.sqrt(t), rel=1e-6)
    assert lengths["RMSprop"][200:] == pytest.approx(np.full(800, lengths["RMSprop"][-1]), rel=1e-6)
    assert lengths["Adadelta"][-1] > lengths["Adadelta"][0]
    moons = helpers.steps_on_moons()
    assert moons["Adagrad"][0] / moons["Adagrad"][-1] == pytest.approx(8, abs=1)
    for name in ("RMSprop", "Adadelta"):
        assert moons[name][-1] > 0.5 * moons[name][0]


def test_the_table_has_the_papers_constants_and_what_is_kept() -> None:
    kept = [helpers.kept_by(name) for name in SHEETS]
    assert dict(zip(SHEETS, kept, strict=True))["amsgrad"] == 3
    assert kept == [0, 1, 1, 1, 2, 1, 2, 2, 2, 3, 1]
    assert helpers.constants_of("adam") == {"beta_1": 0.9, "beta_2": 0.999, "epsilon": 1e-8}
    assert gn.Adam().learning_rate == 0.001
    assert helpers.constants_of("rmsprop")["rho"] == 0.9
    assert helpers.constants_of("adadelta") == {"rho": 0.9, "epsilon": 1e-6}
    assert helpers.constants_of("nadam")["delta"] == 0.004
    assert helpers.constants_of("lion") == {"beta_1": 0.9, "beta_2": 0.99}
    page = shown(walk_on=False)
    assert helpers.constants("adam") == "β₁ = 0.9, β₂ = 0.999, ε = 1e-08"
    for name, sheet in SHEETS.items():
        assert sheet.label in page
        assert helpers.constants(name) in page


def test_the_plain_rule_is_the_engines() -> None:
    rule, params = gn.RMSprop(0.1), {"w": np.array([1.0, -2.0])}
    state = rule.init(params)
    weight, average = params["w"], np.zeros(2)
    for gradient in (np.array([2.0, -1.0]), np.array([0.3, 4.0])):
        params, state = rule.update({"w": gradient}, state, params, 0.1)
        weight, average = rmsprop(weight, average, gradient, 0.1)
    np.testing.assert_allclose(weight, params["w"], rtol=1e-12)


def test_adams_first_step_is_as_long_as_its_rate_and_three_times_longer_uncorrected(lesson: dict[str, Any]) -> None:
    rule, params = gn.Adam(0.002), {"w": np.array([0.0])}
    after, state = rule.update({"w": np.array([0.02])}, rule.init(params), params, 0.002)
    assert -after["w"][0] == pytest.approx(lesson["step_card"].session.exercise.answer, rel=1e-5)
    uncorrected = 0.002 * state["m"]["w"][0] / np.sqrt(state["v"]["w"][0])
    assert uncorrected / 0.002 == pytest.approx(3.1623, abs=0.001)
    assert np.sqrt(0.001) == pytest.approx(0.03, abs=0.002)


@pytest.mark.parametrize(("rate", "right"), [(0.1, False), (0.2, True), (0.25, True), (0.3, False), (0.03, False)])
def test_adam_is_tamed_between_the_rates_of_the_search(rate: float, right: bool) -> None:
    settings = {"task": "moons", "rules": ["adam"], "task_rates": {"adam": rate}}
    assert exercises.tame_adam().check(settings).right == right


@pytest.mark.parametrize(("rate", "right"), [(1.0, False), (0.3, True), (0.7, False), (0.1, False)])
def test_momentum_on_rare_words_needs_a_smaller_rate_than_the_best_median(rate: float, right: bool) -> None:
    settings = {"task": "words", "rules": ["momentum"], "task_rates": {"momentum": rate}}
    assert exercises.tame_momentum().check(settings).right == right


def test_goals_refuse_other_rules_and_what_the_page_opens_with(lesson: dict[str, Any]) -> None:
    for card, goal in (("adam_card", exercises.tame_adam()), ("momentum_card", exercises.tame_momentum())):
        head, _ = lesson[card].answer({"id": 1, "kind": "answer", "answer": None})
        assert not head["right"]
        widget = lesson["opening" if card == "adam_card" else "words"]
        assert not goal.check(widget.settings).right


def test_where_adam_walks_the_wrong_way() -> None:
    beta_2 = 1 / (1 + 3.0**2)
    assert beta_2 == 0.1
    adam = helpers.forgetful(gn.Adam(0.5, beta_1=0.0, beta_2=beta_2))
    amsgrad = helpers.forgetful(gn.AMSGrad(0.5, beta_1=0.0, beta_2=beta_2))
    assert adam[-1] > 0.95
    assert amsgrad[-1] < -0.95


def test_decay_inside_adam_pulls_weights_with_small_gradients_harder() -> None:
    lost = helpers.coupled_and_decoupled()
    inside, beside = lost.values()
    assert inside[1] > 3 * inside[0]
    assert beside[1] == pytest.approx(beside[0], rel=0.25)


def test_the_function_to_be_mended_is_wrong_and_the_solution_right() -> None:
    assert not exercises.code().check(my_rule).right
    assert exercises.code().check(exercises.rmsprop).right


def test_the_button_shows_two_graphs() -> None:
    page = shown(walk_on=True)
    assert page.count("length of an update") >= 2
    assert "length of an update" not in shown(walk_on=False)
