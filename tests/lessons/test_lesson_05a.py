"""Lesson 05a: what its text says, asserted from the values that it computes and from the widgets as they open."""

from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from glassnet.lessons.lesson_05a_everything_becomes_numbers import app, my_count, ride
from glassnet.lessons.lesson_exercises.lesson_05a import counted
from glassnet.lessons.lesson_helpers.lesson_05a import strongest_pitch
from glassnet.widgets.text_to_vectors import WordsSession
from glassnet.widgets.text_to_vectors.counting import tabulate


@pytest.fixture(scope="module")
def lesson() -> dict[str, Any]:
    return dict(app.run()[1])


def asked(widget: Any, kind: str, **fields: Any) -> tuple[dict[str, Any], list[np.ndarray]]:
    head, buffers = widget.answer({"id": 1, "kind": kind, **fields})
    assert head["kind"] != "error", head["message"]
    return head, [np.frombuffer(buffer, "<f4") for buffer in buffers]


def test_the_picture_is_not_named_before_the_button_is_pressed(lesson: dict[str, Any]) -> None:
    head, (levels,) = asked(lesson["guess"], "puzzle", number=0)
    assert "words" not in head
    assert (levels.min(), levels.max()) == (34, 255)


def test_a_cyclist_learns_from_feedback_and_luck_decides_who_gets_stuck(lesson: dict[str, Any]) -> None:
    seconds = [rides[-1] for _, rides in lesson["rides"].values()]
    assert max(seconds) == 15.0
    assert min(seconds) < 10
    assert all((np.diff(rides) >= 0).all() for _, rides in lesson["rides"].values())
    assert ride(0.0, 0.0) < 2


def test_the_slider_shows_the_rides_up_to_that_try(lesson: dict[str, Any]) -> None:
    outputs, _ = app.run(defs={"tries": SimpleNamespace(value=3)})
    page = "\n".join(output.text for output in outputs if hasattr(output, "text"))
    assert "After 3 tries the three cyclists last" in page
    third = [seconds[3] for _, seconds in lesson["rides"].values()]
    assert ", ".join(f"<strong>{value:.1f}</strong>" for value in third) in page


def test_green_and_blue_are_dark_where_the_traffic_light_is_red(lesson: dict[str, Any]) -> None:
    settings = lesson["picture"].settings
    assert settings["picture"] == "traffic_light"
    _, (levels, _) = asked(lesson["picture"], "show", **{**settings, "colour": "rgb"})
    red, green, blue = levels.reshape(settings["size"], settings["size"], 3)[
        settings["size"] // 5, settings["size"] // 2
    ]
    assert red > 200 > 60 > max(green, blue)


def test_many_numbers_change_when_the_picture_moves_by_a_pixel(lesson: dict[str, Any]) -> None:
    settings = {**lesson["picture"].settings, "colour": "grey"}  # as the page opens, whatever another test has chosen
    _, (levels, _) = asked(lesson["picture"], "show", **settings)
    grid = levels.reshape(settings["size"], settings["size"])
    changed = grid[:, 1:] != grid[:, :-1]
    assert 0.3 < changed.mean() < 0.6  # many, and not nearly all
    steps = np.abs(np.diff(grid, axis=1))
    assert steps[changed].min() > 0
    assert (~changed).sum() > 40  # inside its areas of one colour nothing changes


def test_the_still_has_the_largest_tf_idf_of_the_first_line_because_there_are_two(lesson: dict[str, Any]) -> None:
    opening, _ = asked(lesson["words"], "open")
    assert opening["view"] == "counting"
    table = tabulate(opening["sentences"], "tf_idf")
    first = dict(zip(table.columns, table.dense[0], strict=True))
    assert max(first, key=lambda word: first[word]) == "the"
    assert table.counts[0, table.columns.index("the")] == 2
    assert first["the"] / 2 < first["mat"]


def test_the_bag_of_words_is_the_same_sparse_and_dense(lesson: dict[str, Any]) -> None:
    assert lesson["vocabulary"] == ["a", "bird", "cat", "dog", "sang", "sat", "saw", "the"]
    dense = lesson["counts"].toarray()
    assert dense[2].tolist() == [0, 0, 1, 1, 0, 0, 1, 2]
    assert lesson["counts"].nnz == np.count_nonzero(dense) == 13


@pytest.fixture(scope="module")
def trained() -> WordsSession:
    session = WordsSession("learning")
    session.handle({"id": 1, "kind": "begin"})
    session.training.advance(10_000, seconds=600)
    return session


def look(session: WordsSession, other: str) -> tuple[dict[str, Any], np.ndarray]:
    head, buffers = session.handle({"id": 1, "kind": "look", "chosen": ["king", "man", "woman", other]})
    return head, np.frombuffer(buffers[1], "<f4").reshape(6, -1)


def test_king_and_queen_agree_in_more_numbers_than_king_and_bicycle(
    trained: WordsSession, lesson: dict[str, Any]
) -> None:
    opening, _ = asked(lesson["meanings"], "open")
    begun, _ = asked(lesson["meanings"], "begin")
    assert (opening["view"], begun["chosen"]) == ("learning", ["king", "man", "woman", "queen"])
    assert 230 < len(begun["words"]) < 250
    queen, strips = look(trained, "queen")
    bicycle, far = look(trained, "bicycle")
    assert strips.shape == (6, 24)
    assert queen["cosine"] == pytest.approx(strips[0] @ strips[1], abs=1e-5)
    assert queen["cosine"] > 0.7 > 0.4 > bicycle["cosine"]
    assert (strips[0] * strips[1] > 0).sum() > (far[0] * far[1] > 0).sum()


def test_king_minus_man_plus_woman_is_queen(trained: WordsSession) -> None:
    head, strips = look(trained, "queen")
    assert head["found"][0]["word"] == "queen"
    total = strips[0] - strips[2] + strips[3]
    assert strips[4] == pytest.approx(total / np.linalg.norm(total), abs=1e-5)
    assert strips[4] @ strips[5] == pytest.approx(head["found"][0]["cosine"], abs=1e-5)


def test_a_rising_tone_falls_once_there_are_too_few_samples(lesson: dict[str, Any]) -> None:
    settings = lesson["sound"].settings
    assert settings["sound"] == "rising"

    def line(keep_every: int) -> np.ndarray:
        view, (strength, *_) = asked(lesson["sound"], "spectrogram", **{**settings, "keep_every": keep_every})
        return strength.reshape(view["rows"], -1).argmax(axis=0)

    offered = asked(lesson["sound"], "wave", **settings, at=0.1)[0]
    assert offered
    whole, few = line(1), line(16)
    assert whole[-5] > whole[len(whole) // 2] > whole[5]
    assert few.argmax() < 0.9 * len(few)


def test_a_tone_of_three_thousand_hertz_sounds_like_one_thousand() -> None:
    assert strongest_pitch(3_000, 4_000) == 1_000
    assert strongest_pitch(1_000, 4_000) == 1_000
    times = np.arange(40) / 4_000
    assert np.sin(2 * np.pi * 3_000 * times) == pytest.approx(-np.sin(2 * np.pi * 1_000 * times), abs=1e-9)


def test_the_function_to_be_fixed_is_wrong_and_the_solution_right(lesson: dict[str, Any]) -> None:
    exercise = lesson["count_card"].session.exercise
    assert exercise.check(my_count).message.startswith("Case 1: element [4]")
    assert exercise.check(counted).right
