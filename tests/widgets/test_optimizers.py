"""The Python sides of the optimiser race, the running average and the update rules."""

import json
import math
from typing import Any

import numpy as np
import pytest

import glassnet as gn
from glassnet.explain import Reference
from glassnet.nn.formulas import evaluate, without_names
from glassnet.optim import UPDATE_RULES
from glassnet.widgets.descent_playground.landscapes import LANDSCAPES
from glassnet.widgets.optimizer_race.contestants import CONTESTANTS
from glassnet.widgets.optimizer_race.race import EVERY, plane_of, train, winner_of
from glassnet.widgets.optimizer_race.rates import (
    LANDSCAPE_RATES,
    RATES,
    STEPS,
    TASK_RATES,
    best_for_landscape,
    best_for_task,
)
from glassnet.widgets.optimizer_race.session import RaceSession
from glassnet.widgets.optimizer_race.tasks import TASKS, rare_words
from glassnet.widgets.running_average.average import averages, explain
from glassnet.widgets.running_average.series import SERIES
from glassnet.widgets.running_average.session import AverageSession
from glassnet.widgets.update_rules.course import BOWL, parsed, source_of, symbols_of, typeset, walk, words_of
from glassnet.widgets.update_rules.session import RATES as SHEET_RATES
from glassnet.widgets.update_rules.session import RuleSession
from glassnet.widgets.update_rules.sheets import SHEETS, Sheet


def asked(session: Any, kind: str, **fields: Any) -> tuple[dict[str, Any], list[Any]]:
    head, buffers = session.handle({"id": 1, "kind": kind, **fields})
    assert head["kind"] != "error", head["message"]
    json.dumps(head, allow_nan=False)
    return head, [np.frombuffer(buffer, "<f4") for buffer in buffers]


def test_every_rule_of_the_engine_has_a_sheet_and_races() -> None:
    for those in (SHEETS, CONTESTANTS):
        assert {type(one.make(0.1)) for one in those.values()} == set(UPDATE_RULES.values())
    assert list(SHEET_RATES) == list(SHEETS)
    assert set(SHEETS) == set(CONTESTANTS)


@pytest.mark.parametrize("name", SHEETS)
def test_the_typeset_lines_compute_what_the_engine_does(name: str) -> None:
    sheet = SHEETS[name]
    rule = sheet.make(0.07)
    settings = {symbol: float(getattr(rule, setting)) for symbol, setting in sheet.settings.items()} | {"eta": 0.07}
    course = walk(sheet, rule, 25)
    values: dict[str, Any] = {"w": np.array(BOWL.start)}
    values |= {symbol: course.table[0, 2 + place] for place, symbol in enumerate(sheet.state)}
    for update in range(1, 26):
        values["g"] = np.array(BOWL.gradient(*map(float, values["w"])))
        for symbol, line in sheet.lines:
            values[symbol] = value_of(sheet, line, values, settings)
        for place, row in enumerate(course.rows[:-1]):
            np.testing.assert_allclose(values[row], course.table[update, place], rtol=1e-9, atol=1e-12, err_msg=row)


def value_of(sheet: Sheet, line: str, values: dict[str, Any], settings: dict[str, float]) -> Any:
    """A line's value for both parameters, one after the other, as symbols with an index are single numbers."""
    found = []
    for one in range(2):
        single = {name: np.array([np.broadcast_to(value, 2)[one]]) for name, value in values.items()}
        constants = settings | {name: float(value[0]) for name, value in single.items() if len(name) > 1}
        letters = {name: single.get(name, np.zeros(1)) for name in symbols_of(sheet) if len(name) == 1}
        found.append(evaluate(without_names(parsed(sheet, line, constants)), letters)[0])
    return np.array(found)


@pytest.mark.parametrize("name", SHEETS)
def test_what_a_sheet_shows_is_the_engines_own(name: str) -> None:
    sheet = SHEETS[name]
    head, (table,) = asked(RuleSession(), "show", rule=name)
    code = source_of(sheet)
    assert head["code"] == code
    assert '"""' not in code
    named = [word for words in words_of(sheet).values() for word in words]
    assert sum(word in code for word in named) >= len(symbols_of(sheet)) - 3
    assert len(head["lines"]) == len(typeset(sheet))
    assert table.reshape(head["steps"] + 1, len(head["rows"]), 2)[0, 0] == pytest.approx(BOWL.start)
    rule = sheet.make(head["rate"])
    assert head["settings"] == {symbol: getattr(rule, setting) for symbol, setting in sheet.settings.items()}
    far = np.abs(table.reshape(head["steps"] + 1, -1, 2)[-1, 0])
    assert far[0] < 1.1, "at its first rate the rule gets on"
    assert far[1] < 0.2


def test_plain_descent_takes_longer_steps_where_it_is_steep_and_rmsprop_equal_ones() -> None:
    first = {name: np.abs(walk(SHEETS[name], SHEETS[name].make(SHEET_RATES[name]), 1).table[1, -1]) for name in SHEETS}
    assert first["sgd"][1] > 5 * first["sgd"][0]
    for name in ("rmsprop", "adagrad", "adam", "nadam", "amsgrad", "lion"):
        assert first[name][1] == pytest.approx(first[name][0], rel=0.01), name


@pytest.mark.parametrize("beta", [0.0, 0.5, 0.95])
def test_an_average_is_the_weighted_sum_that_its_formula_promises(beta: float) -> None:
    values = SERIES["month"].make()
    found = averages(values, beta)
    for t in (1, 2, 7, len(values)):
        weights = (1 - beta) * beta ** np.arange(t)[::-1]
        assert found.average[t - 1] == pytest.approx(float(weights @ values[:t]), rel=1e-12)
        assert found.corrected[t - 1] == pytest.approx(float(weights @ values[:t] / weights.sum()), rel=1e-12)


def test_three_walks() -> None:
    head, (x, slow, slow_corrected, quick, quick_corrected) = asked(
        AverageSession(), "look", series="walks", betas=[0.95, 0.5], corrected=False
    )
    assert (head["place"], head["unit"]) == ("day", "km")
    assert x.tolist() == [2, 3, 4]
    assert slow == pytest.approx([0.1, 0.245, 0.43275])
    assert slow_corrected == pytest.approx([2.0, 2.5128, 3.0342], abs=1e-4)
    assert quick.tolist() == [1, 2, 3]
    assert quick_corrected == pytest.approx([2, 8 / 3, 24 / 7])


def test_every_number_of_an_average_can_be_explained_down_to_what_is_given() -> None:
    for name, series in SERIES.items():
        values = series.make()
        found = averages(values, 0.9)
        for t in (1, len(values)):
            for part, rows in (("average", found.average), ("corrected", found.corrected)):
                explanation = explain(name, values, 0.9, Reference(name, part, (t,)))
                assert explanation.evaluate() == pytest.approx(rows[t - 1], rel=1e-12)
                for leaf in explanation.leaves:
                    deeper = explain(name, values, 0.9, leaf.reference)
                    assert deeper.value == pytest.approx(leaf.value, rel=1e-12)
    for bad in ("walks.average[4]", "walks.x[0]", "month.x[1]", "walks.sum[1]", "walks.average"):
        head, _ = AverageSession().handle({"id": 1, "kind": "explain", "reference": bad})
        assert head["kind"] == "error"
        assert "There is no" in head["message"]


def test_the_gradient_that_is_averaged_is_that_of_a_real_network() -> None:
    values = SERIES["gradient"].make()
    assert len(values) == 60
    assert np.ptp(np.sign(values)) == 2


def test_rates_are_those_of_the_search_down_every_landscape() -> None:
    for place, landscape in LANDSCAPES.items():
        found = {name: best_for_landscape(landscape, one) for name, one in CONTESTANTS.items()}
        assert found == LANDSCAPE_RATES[place], place


@pytest.mark.parametrize("task", TASKS)
def test_rates_are_those_of_the_search_on_every_network(task: str) -> None:
    assert set(TASK_RATES[task]) == set(CONTESTANTS)
    for name in ("sgd", "adagrad", "adam"):
        assert best_for_task(TASKS[task], CONTESTANTS[name]) == TASK_RATES[task][name], name


def test_all_rules_start_from_the_same_weights_and_see_the_same_batches() -> None:
    runs = [train(TASKS["moons"], CONTESTANTS[name].make(0.01), 4, 30) for name in ("sgd", "adam")]
    assert runs[0].losses[0] == runs[1].losses[0]
    assert len(runs[0].losses) == 30 // EVERY + 1
    for step in (0, 17):
        batches = [runner.run.at(step).samples for runner in runs]
        np.testing.assert_array_equal(*batches)
    assert runs[0].losses[-1] == pytest.approx(runs[0].run.evaluate("train").loss)


def test_the_plane_has_the_true_loss_at_the_centre_and_every_path_begins_in_one_place() -> None:
    runners = [train(TASKS["moons"], CONTESTANTS[name].make(0.1), 0, 60) for name in ("sgd", "adam", "rmsprop")]
    plane = plane_of(runners)
    assert plane is not None
    middle = len(plane.x) // 2
    assert plane.loss[middle, middle] == pytest.approx(runners[0].losses[-1], rel=1e-5)
    begins = [path[0] for path in plane.paths]
    np.testing.assert_allclose(begins[1:], [begins[0]] * 2, atol=1e-5)
    assert [len(path) for path in plane.paths] == [21, 21, 21]


def test_a_race_is_the_landscape_and_the_network_at_once() -> None:
    session = RaceSession()
    opening, _ = asked(session, "open")
    head, buffers = asked(session, "race", **opening["settings"])
    rules = opening["settings"]["rules"]
    assert [walker["name"] for walker in head["walkers"]] == [runner["name"] for runner in head["runners"]] == rules
    assert len(buffers) == 2 * len(rules) + 1
    assert len(buffers[len(rules)]) == head["plane"]["grid"] ** 2
    assert all(len(walker["values"]) == STEPS + 1 for walker in head["walkers"])
    other, _ = asked(session, "race", **opening["settings"] | {"seed": 3})
    assert other["runners"][0]["losses"] != head["runners"][0]["losses"]
    assert other["walkers"] == head["walkers"]


def test_a_rule_that_diverges_is_named_and_leaves_the_others_their_plane() -> None:
    session = RaceSession("digits")
    head, buffers = asked(
        session,
        "race",
        **session.settings | {"rules": ["sgd", "momentum"], "task_rates": {"momentum": 30.0}},
    )
    steady, wild = head["runners"]
    assert (steady["seen"], wild["seen"]) == (True, False)
    assert wild["losses"][-1] is None
    assert len(buffers) == 2 + 1 + 1
    alone, buffers = asked(
        session, "race", **session.settings | {"rules": ["momentum"], "task_rates": {"momentum": 30.0}}
    )
    assert alone["plane"] is None
    assert len(buffers) == 1


def test_wins_are_counted_over_ten_starts_and_a_change_begins_anew() -> None:
    session = RaceSession(rules=("sgd", "momentum"))
    counted = [asked(session, "count")[0] for _ in range(11)]
    assert [head["tally"]["seeds"] for head in counted] == [*range(1, 11), 10]
    assert [head["done"] for head in counted] == [False] * 9 + [True, True]
    tally = counted[-1]["tally"]
    assert sum(tally["wins"].values()) == 10
    for seed in range(10):
        losses = {name: losses[seed] for name, losses in tally["losses"].items()}
        expected = {
            name: float(
                train(TASKS["moons"], CONTESTANTS[name].make(TASK_RATES["moons"][name]), seed, STEPS).losses[-1]
            )
            for name in losses
        }
        assert losses == pytest.approx(expected)
    same, _ = asked(session, "race", **session.settings | {"seed": 5, "landscape": "bowl", "landscape_rates": {}})
    assert same["tally"]["seeds"] == 10, "what is counted does not depend on these"
    other, _ = asked(session, "race", **session.settings | {"task_rates": {"sgd": 0.5}})
    assert other["tally"]["seeds"] == 0


def test_the_lowest_finite_loss_wins() -> None:
    assert winner_of({"a": math.inf, "b": 2.0, "c": 1.0}) == "c"
    assert winner_of({"a": math.inf}) is None


def test_the_search_tries_every_rate_with_every_rule() -> None:
    session = RaceSession("moons", rules=("sgd", "adam"), view="rates")
    last: dict[str, Any] = {}
    for count in range(1, 2 * len(RATES) + 1):
        last, _ = asked(session, "search")
        assert last["found"]["count"] == count
        assert last["done"] == (count == 2 * len(RATES))
    for name, tried in last["found"]["tried"].items():
        assert [one["rate"] for one in tried] == list(RATES)
        best = min(tried, key=lambda one: math.inf if one["middle"] is None else one["middle"])
        assert best["rate"] == TASK_RATES["moons"][name]


def test_most_words_are_rare_and_both_answers_are_frequent() -> None:
    data = rare_words()
    counts = data.x.sum(axis=0)
    assert (data.x.sum(axis=1) == 8).all()
    assert np.median(counts) < 10 < 200 < counts.max()
    assert 0.3 < float(np.mean(data.y)) < 0.7


@pytest.mark.parametrize(
    "make",
    [
        lambda: gn.widgets.OptimizerRace("faces"),
        lambda: gn.widgets.OptimizerRace(rules=("newton",)),
        lambda: gn.widgets.OptimizerRace(rules=()),
        lambda: gn.widgets.OptimizerRace(rules=tuple(CONTESTANTS)),
        lambda: gn.widgets.OptimizerRace(seed=10),
        lambda: gn.widgets.OptimizerRace(view="map"),
        lambda: gn.widgets.RunningAverage("runs"),
        lambda: gn.widgets.RunningAverage(betas=(1.0, 0.5)),
        lambda: gn.widgets.UpdateRules("newton"),
        lambda: gn.widgets.UpdateRules("adam", rate=0),
    ],
)
def test_what_makes_no_sense_is_refused_in_one_line(make: Any) -> None:
    with pytest.raises(gn.GlassnetError) as refused:
        make()
    assert "\n" not in str(refused.value)


def test_rates_of_rules_that_do_not_exist_are_refused() -> None:
    session = RaceSession()
    head, _ = session.handle({"id": 1, "kind": "race", **session.settings, "task_rates": {"newton": 1.0}})
    assert head["kind"] == "error"
    assert "newton" in head["message"]
