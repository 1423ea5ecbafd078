"""Lesson 00: what its text says, asserted from the values that it computes."""

import itertools
import re
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

import glassnet as gn
from glassnet.lessons import LESSONS
from glassnet.lessons.lesson_00_map_of_the_territory import app, learn
from glassnet.lessons.lesson_exercises import lesson_00 as exercises
from glassnet.lessons.lesson_helpers import lesson_00 as helpers
from glassnet.widgets.application.customers import HABITS, KINDS, Customers, GroupCustomers, shoppers
from glassnet.widgets.application.digits import Digits
from glassnet.widgets.application.mazes import Mazes, WalkMaze
from glassnet.widgets.application.sentences import Sentences
from glassnet.widgets.application.sounds import Sounds
from glassnet.widgets.application.waves import Waves
from glassnet.widgets.drawn_digits import COPIES
from glassnet.widgets.glass_box.reader import HIDDEN, trained

WORDS = {7: "seven", 12: "twelve", 30: "thirty"}


@pytest.fixture(scope="module")
def lesson() -> dict[str, Any]:
    return dict(app.run()[1])


@pytest.fixture(scope="module")
def curves() -> tuple[helpers.Curve, ...]:
    return helpers.learning_curves(learn)


def prose() -> str:
    return next(lesson for lesson in LESSONS if lesson.number == "00").source


def test_the_box_has_the_numbers_that_the_text_says(lesson: dict[str, Any]) -> None:
    head, _ = lesson["box"].answer({"id": 1, "kind": "open"})
    assert head["parameters"] == 910
    assert "910 numbers and nothing else" in prose()
    assert f"one of the {WORDS[HIDDEN]} " in prose()
    assert head["samples"] == 5032
    assert "5,032 examples" in exercises.knowledge().reasons["in the pictures it has stored"]
    assert (
        "(1,258 digits, and three changed copies of each)"
        in exercises.knowledge().reasons["in the pictures it has stored"]
    )
    assert head["samples"] == 1258 * (1 + COPIES)
    assert COPIES == 3
    pixels = trained().dataset.x
    assert ((pixels > 0) & (pixels < 1)).mean() > 0.5, "and shades between"
    assert (pixels.shape[1], float(pixels.min()), float(pixels.max())) == (64, 0.0, 1.0)


def test_it_opens_on_a_digit_that_it_reads_and_soon_shows_one_that_it_misreads(lesson: dict[str, Any]) -> None:
    head, _ = lesson["box"].answer({"id": 1, "kind": "draw"})
    assert head["answer"] == head["truth"]
    heads = [lesson["box"].answer({"id": 1, "kind": "example"})[0] for _ in range(8)]
    assert any(head["answer"] != head["truth"] for head in heads)


def test_far_more_points_than_numbers() -> None:
    assert 5032 * 64 > 100 * 910, "the numbers can't store the pictures"


def test_360_digits_were_put_aside() -> None:
    assert len(Digits().run.dataset.test.x) == 360


def test_no_digit_to_test_with_is_among_those_to_learn_from() -> None:
    for data in (Digits().run.dataset, helpers.many_digits()):
        train, test = data.train.x, data.test.x
        known = {row.tobytes() for row in np.ascontiguousarray(train)}
        assert not any(row.tobytes() in known for row in np.ascontiguousarray(test))


def test_all_seven_applications_are_there(lesson: dict[str, Any]) -> None:
    shown = [value for value in lesson.values() if isinstance(value, gn.widgets.Application)]
    names = [widget.answer({"id": 1, "kind": "open"})[0]["name"] for widget in shown]
    assert sorted(names) == ["customers", "digits", "maze", "ratings", "sentences", "sounds", "waves"]
    assert re.findall(r"^    ### (\d)\.", prose(), re.MULTILINE) == [str(number) for number in range(1, 8)]


def test_there_are_300_customers_with_four_habits() -> None:
    assert shoppers().shape == (300, len(HABITS)) == (300, 4)


def test_it_is_sure_of_a_sentence_that_it_cannot_know() -> None:
    friendly = helpers.unknown_sentence()
    assert max(friendly, 1 - friendly) > 0.9
    for word in helpers.UNKNOWN.split():
        assert word in exercises.unknown_words(read=helpers.unknown_sentence).question


def test_a_way_of_eight_steps_earns_what_the_exercise_says() -> None:
    maze = Mazes()
    for _ in range(maze.turns):
        maze.train()
    view = maze.walk(WalkMaze()).reply
    world = gn.Maze(tuple(view.rows))
    rewards = []
    for here, there in zip(view.way, view.way[1:], strict=False):
        outcomes = (world.step_from(here, action) for action in range(4))
        rewards.append(next(outcome.reward for outcome in outcomes if outcome.state == there))
    assert len(rewards) == 8
    assert sum(rewards) == pytest.approx(exercises.detour().answer) == pytest.approx(7 * -0.04 + 1)


def test_with_few_examples_both_are_equal_and_with_many_the_network_is_better(
    curves: tuple[helpers.Curve, ...],
) -> None:
    linear, network = curves
    assert (linear.name, network.name) == ("linear model", "network")
    assert abs(np.median(linear.right[:, 0]) - np.median(network.right[:, 0])) < 0.04
    assert network.right[:, -1].min() > linear.right[:, -1].max(), "the bands don't touch in the end"


def test_ten_times_as_many_examples_hardly_help_the_linear_model_and_still_help_the_network(
    curves: tuple[helpers.Curve, ...],
) -> None:
    linear, network = (np.median(one.right, axis=0) for one in curves)
    assert abs(linear[-1] - linear[-2]) < 0.005
    assert network[-1] - network[-2] > max(0.01, 2 * (linear[-1] - linear[-2]))
    text = helpers.what_the_curves_say(curves)
    assert f"ends at {linear[-1]:.1%}" in text
    assert f"ends at {network[-1]:.1%}" in text


def test_the_experiment_is_the_size_that_the_text_says() -> None:
    data = helpers.many_digits()
    assert (len(data.train.x), len(data.test.x)) == (10_064, 539)
    models = len(helpers.SIZES) * helpers.SEEDS * len(helpers.MODELS)
    assert f"Train all {WORDS[models]} models" in prose()
    assert "tested on 539 digits" in prose()
    assert (helpers.SIZES[0], helpers.SIZES[-1]) == (30, 10_000)


def test_the_examples_are_copies_of_1258_digits_and_large_samples_are_nearly_the_same() -> None:
    data = helpers.many_digits()
    assert len(data.train.x) == 8 * 1258
    assert helpers.COPIES == 8
    assert "changed copies of 1,258 digits, up to eight of each" in prose()
    train = data.parts["train"]
    few, many = (
        set.intersection(*(set(helpers.drawn(train, size, seed).tolist()) for seed in range(helpers.SEEDS)))
        for size in (helpers.SIZES[0], helpers.SIZES[-1])
    )
    assert len(few) <= 1, "with few examples, the band shows which they saw"
    assert len(many) > 0.98 * helpers.SIZES[-1], "with many, it doesn't"


def test_the_walk_is_at_random_only_at_first() -> None:
    learner = Mazes().learner
    assert (learner.exploration, learner.exploring) == (0.05, 25)
    assert "at first at random" in prose()


def test_the_button_draws_both_curves_with_their_bands(curves: tuple[helpers.Curve, ...]) -> None:
    _, defs = app.run(defs={"compare": SimpleNamespace(value=True)})
    assert [one.name for one in defs["curves"]] == [one.name for one in curves]
    drawing = helpers.draw_curves(curves)
    assert drawing.count('fill-opacity="0.18"') == 2
    assert drawing.count("linear model") == 2  # in its description, and in the legend


def test_the_network_that_learns_by_heart_turns_up_again() -> None:
    steps, known, fresh = helpers.by_heart()
    best = int(fresh.argmin())
    assert 0.2 < best / len(steps) < 0.6
    assert fresh[-1] > fresh[best] + 0.02
    assert (np.diff(known) < 0).mean() > 0.9
    assert f"{len(helpers.by_heart()[0])}" == "31"


def test_only_lessons_that_are_there_are_linked() -> None:
    linked = re.findall(r"\(/lessons/(\w+)/\)", helpers.families() + prose())
    assert set(linked) <= {lesson.number for lesson in LESSONS}
    there = {lesson.whole for lesson in LESSONS}
    expected = [number for *_, number in helpers.FAMILIES if number in there]
    assert len(re.findall(r"\[lesson \d\d\]", helpers.families())) == len(expected)


def test_each_of_the_seven_networks_is_of_the_family_that_the_table_says() -> None:
    layers = {
        number: {type(layer).__name__ for _, layer in run.network.named_layers}
        for number, run in enumerate(
            (Digits().run, Sentences().run, Waves().run, None, None, Sounds().run, Customers().run), 1
        )
        if run is not None
    }
    assert {number for number, kinds in layers.items() if kinds == {"Dense"}} == {1, 3, 7}
    assert [number for number, kinds in layers.items() if "GRU" in kinds] == [2]
    assert [number for number, kinds in layers.items() if "Conv2D" in kinds] == [6]
    assert {name: above for name, _, above, _ in helpers.FAMILIES if above} == {
        "feed-forward": (1, 3, 5, 7), "convolutional (CNN)": (6,), "recurrent (RNN)": (2,)
    }  # fmt: skip


def test_the_customers_fall_into_four_groups_while_the_network_learns() -> None:
    application = Customers()
    before = most_alike(application)
    for _ in range(application.turns):
        application.train()
    assert before < 0.7
    assert most_alike(application) > 0.97


def most_alike(application: Customers) -> float:
    """Return the fraction of customers that are in the group of most others of their kind."""
    _, groups = application.group(GroupCustomers(4, (4.0, 40.0, 60.0, 30.0))).buffers
    found = np.frombuffer(groups, "<f4").astype(int).reshape(len(KINDS), -1)
    return sum(int(np.bincount(kind).max()) for kind in found) / found.size


YEARS = {
    "Facebook opens": 2004, "MapReduce": 2004, "Hadoop": 2006, "CUDA": 2007, "ImageNet*: millions": 2009,
    "Theano": 2010, "wins the ImageNet contest": 2012, "Keras": 2015,
}  # fmt: skip


@pytest.mark.parametrize("what", YEARS)
def test_the_years_are_right_and_in_order(what: str) -> None:
    rows = re.findall(r"^    \| (\d{4}) \| (.*) \|$", prose(), re.MULTILINE)
    assert [int(year) for year, text in rows if what in text] == [YEARS[what]]
    assert [year for year, _ in rows] == sorted(year for year, _ in rows)


def test_the_order_that_the_exercise_wants_is_that_of_the_years() -> None:
    reasons = exercises.years().steps
    years = [int(found[0]) for reason in reasons.values() if (found := re.findall(r"\d{4}", reason))]
    assert years == [1958, 2004, 2007, 2012, 2015]


def test_the_names_lie_one_inside_the_other() -> None:
    ellipses = re.findall(r'cy="(\d+)" rx="(\d+)" ry="(\d+)"', helpers.nested_names())
    outer = [tuple(map(int, found)) for found in ellipses]
    for (y, wide, high), (inner_y, inner_wide, inner_high) in itertools.pairwise(outer):
        assert inner_wide < wide
        assert y - high < inner_y - inner_high
        assert inner_y + inner_high < y + high
