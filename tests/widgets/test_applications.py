"""The seven applications: each learns in seconds, and can then be used for what it says."""

import io
from collections.abc import Callable
from functools import cache
from time import thread_time
from typing import Any

import numpy as np
import pytest
import soundfile

import glassnet as gn
from glassnet.base.errors import UnknownNameError
from glassnet.base.trees import leaves
from glassnet.data.tones import tones
from glassnet.widgets.application import ApplicationSession
from glassnet.widgets.application.customers import KINDS, shoppers
from glassnet.widgets.application.ratings import FILMS, known_ratings
from glassnet.widgets.application.sentences import sentiment
from glassnet.widgets.application.session import APPLICATIONS
from glassnet.widgets.application.waves import noisy_waves, through

from ..strokes import DIGITS
from ..wire_samples import uploaded

SECONDS = 5.0
RATE = 44_100


def ask(session: ApplicationSession, kind: str, **fields: Any) -> tuple[dict[str, Any], list[np.ndarray]]:
    head, buffers = session.handle({"id": 1, "kind": kind, **fields})
    assert head["kind"] != "error", head["message"]
    return head, [np.frombuffer(buffer, "<f4") for buffer in buffers]


def train(name: str) -> tuple[ApplicationSession, dict[str, Any], np.ndarray]:
    session = ApplicationSession(name)
    head, (scores,) = ask(session, "train", turns=100)
    return session, head, scores


trained = cache(train)


def test_a_training_takes_less_than_five_seconds_of_computing() -> None:
    for name in APPLICATIONS:
        begin = thread_time()
        trained(name)
        assert thread_time() - begin < SECONDS, name


REACHED: dict[str, Callable[[float, float], bool]] = {
    "digits": lambda before, now: before < 40 and now > 94,
    "sentences": lambda before, now: before < 65 and now > 97,
    "waves": lambda before, now: before > 0.4 and now < 0.1,
    "ratings": lambda before, now: before > 0.9 and now < 0.6,
    "maze": lambda before, now: now > 0.4,
    "sounds": lambda before, now: before < 50 and now > 90,
    "customers": lambda before, now: before > 0.7 and now < 0.25,
}


@pytest.mark.parametrize("name", APPLICATIONS)
def test_it_learns_and_the_same_every_time(name: str) -> None:
    _, head, scores = trained(name)
    assert REACHED[name](float(scores[0]), float(scores[-1])), scores
    assert len(scores) == head["turns"] + 1 == head["done"] + 1
    bit_by_bit = ApplicationSession(name)
    for _ in range(4):
        _, (again,) = ask(bit_by_bit, "train", turns=2)
    assert (again == scores[:9]).all()


@pytest.mark.parametrize("name", APPLICATIONS)
def test_it_starts_again(name: str) -> None:
    session, _, scores = train(name)
    head, (fresh,) = ask(session, "again")
    assert (head["done"], fresh.tolist()) == (0, [scores[0]])


@pytest.mark.parametrize("name", [name for name in APPLICATIONS if name != "maze"])
def test_the_number_of_parameters_is_the_one_that_it_says(name: str) -> None:
    application = APPLICATIONS[name]()
    run: gn.Run = application.run  # type: ignore[attr-defined]
    count = sum(array.size for _, array in leaves(run.parameters()))
    assert f"{count:,} numbers" in application.about.network


def test_an_unknown_application_is_refused() -> None:
    with pytest.raises(UnknownNameError, match="application 'chess'"):
        gn.widgets.Application("chess")


@pytest.mark.parametrize("digit", range(10))
def test_digits_are_read_as_they_are_drawn(digit: int) -> None:
    session, _, _ = trained("digits")
    ask(session, "draw_digit", points=[])
    for points in DIGITS[digit]:
        head, (_, chances) = ask(session, "draw_digit", points=points)
    assert head["answer"] == int(chances.argmax()) == digit
    assert chances.sum() == pytest.approx(1, abs=1e-5)


@pytest.mark.parametrize(
    ("text", "friendly"),
    [
        ("the film was great", True),
        ("the film was not great", False),
        ("not bad", True),
        ("What a boring day!", False),
        ("the soup was never cold", True),
        ("i did not like the trip", False),
    ],
)
def test_not_turns_the_opinion_around(text: str, friendly: bool) -> None:
    head, _ = ask(trained("sentences")[0], "read_sentence", text=text)
    assert (head["after"][-1] > 0.5) == friendly
    assert len(head["words"]) == len(head["after"]) == len(head["known"])


def test_unknown_words_are_named_and_long_sentences_are_cut() -> None:
    session, _, _ = trained("sentences")
    head, _ = ask(session, "read_sentence", text="the zebra was good")
    assert head["known"] == [True, False, True, True]
    head, _ = ask(session, "read_sentence", text="good " * 20)
    assert (len(head["words"]), head["left_out"]) == (12, 8)
    assert ask(session, "read_sentence", text="")[0]["after"] == []


def test_half_of_the_sentences_are_friendly_and_none_is_both() -> None:
    texts, friendly = sentiment()
    assert 0.45 < friendly.mean() < 0.55
    assert not set(np.array(texts)[friendly == 1]) & set(np.array(texts)[friendly == 0])


def test_a_wave_goes_on_as_a_wave() -> None:
    session, _, _ = trained("waves")
    period = 20.0
    at = np.linspace(0, 31, 9)
    _head, (past, future) = ask(session, "forecast", points=list(np.sin(2 * np.pi * at / period)))
    truth = np.sin(2 * np.pi * np.arange(32, 56) / period)
    assert np.abs(future - truth).mean() < 0.25
    assert past[[0, -1]] == pytest.approx(np.sin(2 * np.pi * at[[0, -1]] / period), abs=1e-6)


def test_the_curve_goes_through_the_points_and_the_waves_are_noisy() -> None:
    points = np.array([0.0, 1.0, -1.0, 0.5, 0.2, 0.0, -0.7, 1.2, 0.1])
    fine = np.interp(np.linspace(0, 31, 9), np.arange(32), through(points))
    assert fine == pytest.approx(points, abs=0.2)
    data = noisy_waves()
    assert data.x.shape[1:] + data.y.shape[1:] == (32, 24)


def test_who_likes_some_science_fiction_and_no_romance_is_recommended_science_fiction() -> None:
    session, _, _ = train("ratings")
    before, _ = ask(session, "rate", stars=[0] * 12)
    assert np.ptp(before["expected"]) < 1.5
    stars = [5, 5, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0]
    head, _ = ask(session, "rate", stars=stars)
    expected = np.array(head["expected"])
    assert head["best"] in (2, 3) or head["kinds"][head["best"]] == "horror"
    assert expected[2:4].min() > expected[6:8].max() + 1
    assert head["rated"] == 4
    back, _ = ask(session, "rate", stars=[0] * 12)
    assert back["rated"] == 0


def test_about_sixty_of_a_hundred_ratings_are_known_and_none_is_the_readers() -> None:
    pairs, _ = known_ratings()
    assert 0.55 < len(pairs) / (60 * len(FILMS)) < 0.65
    assert pairs[:, 0].min() == 1


def test_the_way_through_the_maze_is_a_shortest_one() -> None:
    head, (values,) = ask(trained("maze")[0], "walk_maze")
    assert head["arrived"]
    assert len(head["way"]) - 1 == 8
    assert head["best"][head["way"][-2]] in (0, 1, 2, 3)
    assert values[head["way"][-2]] > values[head["way"][0]], "near the goal a step is worth more"


def test_another_maze_is_learnt_from_nothing() -> None:
    session, _, _ = train("maze")
    rows = ["S#...", ".#.#.", ".#.#.", ".#.#.", "...#G"]
    ask(session, "again")
    fresh, _ = ask(session, "walk_maze", rows=rows)
    assert (fresh["rows"], fresh["attempts"], set(fresh["best"])) == (rows, 0, {-1})
    ask(session, "train", turns=100)
    found, _ = ask(session, "walk_maze", rows=rows)
    assert found["arrived"]
    assert len(found["way"]) - 1 == 16


@pytest.mark.parametrize(
    "rows", [["S....", ".....", ".....", ".....", "....."], ["S...", "....", "....", "....", "...G"]]
)
def test_a_maze_without_a_goal_or_of_another_size_is_refused_and_the_old_one_stays(rows: list[str]) -> None:
    session = ApplicationSession("maze")
    before, _ = ask(session, "walk_maze")
    head, _ = session.handle({"id": 1, "kind": "walk_maze", "rows": rows})
    assert head["kind"] == "error"
    assert ask(session, "walk_maze")[0]["rows"] == before["rows"]


@pytest.mark.parametrize("which", ["tone", "chord", "vowel"])
def test_most_new_sounds_are_heard_rightly(which: str) -> None:
    session, _, _ = trained("sounds")
    heard = [ask(session, "hear_sound", which=which)[0] for _ in range(10)]
    assert sum(head["classes"][head["answer"]] == which for head in heard) >= 8


def recording(samples: np.ndarray) -> dict[str, Any]:
    file = io.BytesIO()
    soundfile.write(file, samples, RATE, format="WAV", subtype="FLOAT")
    return uploaded("recording.wav", file.getvalue())


def test_a_whistle_that_is_recorded_is_heard_as_a_tone_and_stays() -> None:
    session, _, _ = trained("sounds")
    time = np.arange(RATE) / RATE
    loud = np.where((time > 0.4) & (time < 0.8), 0.3, 0.0)
    noise = np.random.default_rng(0).normal(0, 0.003, RATE)
    head, _ = session.handle({"id": 1, **recording(loud * np.sin(2 * np.pi * 1100 * time) + noise)})
    assert head["done"]
    heard, (samples, _, _) = ask(session, "hear_sound", which="own")
    assert (heard["classes"][heard["answer"]], heard["which"]) == ("tone", "own")
    assert len(samples) == 2000
    assert ask(session, "hear_sound")[0]["which"] == "own"


def test_a_recorded_vowel_is_heard_as_one() -> None:
    session, _, _ = trained("sounds")
    sung = tones(3, rate=RATE, seconds=1.0, seed=77, validation=0.0).x[2, :, 0]
    session.handle({"id": 1, **recording(sung)})
    heard, _ = ask(session, "hear_sound", which="own")
    assert heard["classes"][heard["answer"]] == "vowel"


@pytest.mark.parametrize(
    ("samples", "words"), [(np.zeros(RATE), "is silent"), (np.ones(4000) / 2, "shorter than 0.25 seconds")]
)
def test_a_silent_or_short_recording_is_refused_in_one_line(samples: np.ndarray, words: str) -> None:
    head, _ = ApplicationSession("sounds").handle({"id": 1, **recording(samples)})
    assert words in head["message"]
    assert "\n" not in head["message"]


def test_nothing_recorded_yet_is_said() -> None:
    head, _ = ApplicationSession("sounds").handle({"id": 1, "kind": "hear_sound", "which": "own"})
    assert head["message"] == "There is no recording yet: press Record, sing or whistle, and press it again."


def test_four_groups_are_the_four_kinds_that_nobody_named() -> None:
    head, (places, groups) = ask(trained("customers")[0], "group_customers", groups=4, own=[14, 15, 10, 45])
    truth = np.repeat(np.arange(len(KINDS)), len(shoppers()) // len(KINDS))
    counts = np.array([np.bincount(groups[truth == kind].astype(int), minlength=4) for kind in range(4)])
    assert counts.max(axis=1).sum() >= 0.97 * len(truth)
    assert sorted(counts.argmax(axis=1)) == [0, 1, 2, 3]
    assert head["group"] == counts[1].argmax(), "who shops like the second kind is in its group"
    assert places.shape == (600,)
    assert [one["count"] for one in head["groups"]] == sorted((one["count"] for one in head["groups"]), reverse=True)


@pytest.mark.parametrize("groups", range(2, 7))
def test_every_number_of_groups_is_found(groups: int) -> None:
    head, (_, found) = ask(trained("customers")[0], "group_customers", groups=groups, own=[4, 40, 60, 30])
    assert len(head["groups"]) == groups == len(set(found))
