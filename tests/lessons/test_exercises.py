"""Exercises: every kind judges right and wrong answers, and the book records them."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import glassnet as gn
from glassnet.base.errors import SettingError, UnknownNameError
from glassnet.lessons.exercises import (
    Book,
    Card,
    ChoiceExercise,
    CodeExercise,
    ExerciseSession,
    GoalExercise,
    NumberExercise,
    OrderExercise,
    Picture,
    PlaceExercise,
    Prediction,
    Spot,
)

HALF = NumberExercise("Half of 7?", 3.5, 0.01, "7 / 2.", "Divide by 2.", {14.0: "Twice."})
EVEN = ChoiceExercise("Is 7 even?", "no", {"yes": "7 / 2 leaves 1.", "no": "It is odd."})
DRESS = OrderExercise(
    "Dress!", {"socks": "", "shoes": "After socks.", "coat": "Last."}, ("coat", "shoes", "socks"), "Yes."
)
MARK = PlaceExercise(
    "Where is (1, 2)?",
    Picture((0, 4), (0, 4), "x", "y", [np.array([[0.0, 0.0], [4.0, 4.0]])]),
    (0, 0),
    Spot(1, 2, (0.2, 0.2), "There."),
    (Spot(2, None, (0.2, 9), "Too far right."),),
    "Across, then up.",
)
GOAL = GoalExercise(
    "Small!", {"x is above 0": lambda s: s["x"] > 0}, lambda s, seed: s["x"] + seed, 2.0, "x + seed", (0, 1), "Small."
)
DOUBLE = CodeExercise(
    "Double x.", lambda x: 2 * x, "return 2 * x", [(np.array([[1.0, 3.0]]),), (2.0,)], ("Multiply.", "By 2."), "Right."
)


def ask(session: ExerciseSession, answer: Any, identity: int = 1) -> dict[str, Any]:
    return session.handle({"id": identity, "kind": "answer", "answer": answer})[0]


@pytest.mark.parametrize(
    ("exercise", "answer", "right", "message"),
    [
        (HALF, 3.505, True, "7 / 2."),
        (HALF, 14, False, "Twice."),
        (HALF, -1, False, "Divide by 2."),
        (EVEN, "no", True, "It is odd."),
        (EVEN, "yes", False, "7 / 2 leaves 1."),
        (DRESS, ["socks", "shoes", "coat"], True, "Yes."),
        (DRESS, ["socks", "coat", "shoes"], False, "“coat” comes too early. Last."),
        (MARK, [1.1, 1.9], True, "There."),
        (MARK, [2.1, 0], False, "Too far right."),
        (MARK, [4, 4], False, "Across, then up."),
        (GOAL, {"x": 0.5}, True, "Small. (x + seed, at each try: 0.5, 1.5.)"),
        (GOAL, {"x": 1.5}, False, "At try 2 of 2, x + seed is 2.5; it must be below 2."),
        (GOAL, {"x": -1}, False, "This must hold first: x is above 0."),
        (Prediction(EVEN, lambda: "Seen."), "no", True, "It is odd. Seen."),
        (Prediction(EVEN, lambda: "Seen."), "yes", False, "7 / 2 leaves 1. Seen."),
    ],
)
def test_answers_get_their_verdicts_through_the_session(exercise: Any, answer: Any, right: bool, message: str) -> None:
    session = ExerciseSession(exercise, "06.1", Book(None))
    head = ask(session, answer)
    assert (head["kind"], head["right"], head["message"], head["tries"]) == ("card", right, message, 1)
    assert session.handle({"id": 2, "kind": "open"})[0] == {**head, "id": 2}
    json.dumps(head, allow_nan=False)


@pytest.mark.parametrize("exercise", [HALF, EVEN, DRESS, MARK, GOAL, Prediction(EVEN, lambda: "")])
@pytest.mark.parametrize("answer", [None, float("nan"), "maybe", [1], {"x": "y"}, [float("inf"), 0], True])
def test_an_invalid_answer_is_refused_and_not_recorded(exercise: Any, answer: Any) -> None:
    if exercise is GOAL and isinstance(answer, dict):
        answer = None
    book = Book(None)
    head = ask(ExerciseSession(exercise, "06.1", book), answer)
    assert head["kind"] == "error"
    assert "\n" not in head["message"]
    assert book.tries("06.1") == []


@pytest.mark.parametrize("request_", [None, 3, {}, {"id": 1, "kind": "solve"}])
def test_an_invalid_request_gets_an_error_reply(request_: Any) -> None:
    assert ExerciseSession(HALF, "06.1", Book(None)).handle(request_)[0]["kind"] == "error"


def test_the_answer_is_never_sent_to_the_page_beforehand() -> None:
    told = json.dumps(ExerciseSession(HALF, "06.1", Book(None)).handle({"id": 1, "kind": "open"}))
    assert "3.5" not in told
    assert "reasons" not in json.dumps(EVEN.describe())


def test_a_prediction_is_recorded_before_its_experiment_runs() -> None:
    book, seen = Book(None), list[object]()

    def run() -> str:
        seen.append(book.tries("06.1")[-1]["right"])
        return "Run."

    ask(ExerciseSession(Prediction(EVEN, run), "06.1", book), "yes")
    assert seen == [None]
    assert [entry["right"] for entry in book.tries("06.1")] == [False]


def test_a_goal_takes_its_settings_from_the_given_function() -> None:
    session = ExerciseSession(GOAL, "06.1", Book(None), settings=lambda: {"x": 0.25})
    assert ask(session, None)["right"]


def test_code_shows_the_first_wrong_element_then_hints_then_a_solution() -> None:
    session = ExerciseSession(DOUBLE, "06.1", Book(None))
    tries = [
        (lambda x: x * x, "Case 1: element [0, 0] is 1, expected 2."),
        (lambda x: np.sum(x), "Case 1: the shape is (), expected (1, 2)."),
        (lambda x: 1 / 0, "Case 1: your function raises ZeroDivisionError: division by zero"),
        (lambda x: np.where(x == 2.0, 5.0, 2 * x), "Case 2: the result is 5, expected 4."),
    ]
    for number, (function, message) in enumerate(tries, 1):
        session.judge(function, f"source {number}")
        session.judge(function, f"source {number}")  # running the same cell again is no new try
        card = session.card()
        assert (card["message"], card["tries"]) == (message, number)
        assert len(card["hints"]) == min(number, 2)
        assert (card["solution"] is not None) == (number >= 3)
    session.judge(lambda x: x + x, "source 5")
    assert session.card()["right"]
    assert ask(session, "x")["kind"] == "error"


def test_an_untouched_skeleton_is_not_a_try() -> None:
    exercise = CodeExercise("Double x.", lambda x: 2 * x, "return 2 * x", [(1.0,)], ("By 2.",), "Right.", "return x")
    session = ExerciseSession(exercise, "06.1", Book(None))
    for waiting in (
        "def mine(x):\n    return x\n",
        "@app.function\ndef mine(x):\n    # Yours to write.\n    return  x",
    ):
        session.judge(lambda x: x, waiting)
        card = session.card()
        assert (card["tries"], card["right"], card["message"], card["hints"], card["solution"]) == (
            0,
            None,
            "",
            [],
            None,
        )
    session.judge(lambda x: x * x, "def mine(x):\n    return x * x")
    session.judge(lambda x: x, "def mine(x):\n    return x")  # back to the beginning: the try before still stands
    assert (session.card()["tries"], session.card()["hints"]) == (1, ["By 2."])


def test_only_code_is_judged() -> None:
    with pytest.raises(SettingError, match=r"06\.1 doesn't ask for code"):
        ExerciseSession(HALF, "06.1", Book(None)).judge(lambda: 3.5, "def mine(): ...")


def test_a_function_cannot_modify_the_hidden_cases() -> None:
    def spoil(x: Any) -> Any:
        if isinstance(x, np.ndarray):
            x *= 2
            return x
        return 2 * x

    assert DOUBLE.check(spoil).right
    assert DOUBLE.check(spoil).right


@pytest.mark.parametrize("shown", [("socks", "shoes", "coat"), ("socks", "shoes"), ("socks", "shoes", "hat")])
def test_an_order_must_be_shown_mixed_and_whole(shown: tuple[str, ...]) -> None:
    with pytest.raises(SettingError):
        OrderExercise("Dress!", DRESS.steps, shown, "Yes.")


def test_a_choice_needs_its_right_answer_among_the_options() -> None:
    with pytest.raises(SettingError):
        ChoiceExercise("?", "maybe", {"yes": "", "no": ""})
    with pytest.raises(UnknownNameError):
        EVEN.check("maybe")


def test_answers_survive_a_restart(tmp_path: Path) -> None:
    path = tmp_path / "new" / "answers.json"
    ask(ExerciseSession(HALF, "06.1", Book(path)), 14)
    ask(ExerciseSession(HALF, "06.1", Book(path)), 3.5)
    ask(ExerciseSession(EVEN, "06.2", Book(path)), "yes")
    book = Book(path)
    assert [entry["answer"] for entry in book.tries("06.1")] == [14, 3.5]
    assert (book.solved("06"), book.solved("07")) == (1, 0)
    head = ExerciseSession(HALF, "06.1", book).handle({"id": 1, "kind": "open"})[0]
    assert (head["answer"], head["right"], head["message"]) == (3.5, True, "7 / 2.")
    summary = book.summary()
    assert "| 06.1 | 2 | 2 | 3.5 |" in summary
    assert "| 06.2 | 1 | – | yes |" in summary


def test_two_notebooks_do_not_lose_each_others_answers(tmp_path: Path) -> None:
    one, other = Book(tmp_path / "a.json"), Book(tmp_path / "a.json")
    one.record("06.1", 1, False)
    other.record("06.2", 2, True)
    one.record("06.1", 3, True)
    assert Book(tmp_path / "a.json").solved("06") == 2


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "[" * 100_000, '{"answers": 3}', '{"answers": {"a": [{"right": "x"}]}}', '{"answers": {"a": [1]}}'],
)
def test_a_damaged_book_is_renamed_and_reported(tmp_path: Path, text: str) -> None:
    path = tmp_path / "answers.json"
    path.write_text(text)
    session = ExerciseSession(HALF, "06.1", Book(path))
    assert "damaged" in session.card()["trouble"]
    assert ask(session, 3.5)["right"]
    assert (tmp_path / "answers.damaged.json").read_text() == text
    assert Book(path).solved("06") == 1


def test_a_damaged_book_that_cannot_be_renamed_is_reported(tmp_path: Path) -> None:
    path = tmp_path / "answers.json"
    path.write_text("{")
    (tmp_path / "answers.damaged.json" / "in").mkdir(parents=True)  # what stands there can't be replaced
    session = ExerciseSession(HALF, "06.1", Book(path))
    assert "damaged and can't be renamed" in session.card()["trouble"]
    assert ask(session, 3.5)["right"]
    assert path.read_text() == "{"


def test_an_unwritable_folder_is_reported_and_the_answer_is_still_judged(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    head = ask(ExerciseSession(HALF, "06.1", Book(tmp_path / "file" / "answers.json")), 3.5)
    assert head["right"]
    assert "not saved" in head["trouble"]


def test_exercises_are_available_in_one_namespace() -> None:
    assert gn.exercises.NumberExercise is NumberExercise


def test_a_card_notifies_cells_whether_the_answer_is_right() -> None:
    card = Card(HALF, "06.1", Book(None))
    assert card.right is None
    card.answer({"id": 1, "kind": "answer", "answer": 14})
    assert card.right is False
    card.answer({"id": 2, "kind": "answer", "answer": 3.5})
    assert card.right is True
    code = Card(DOUBLE, "06.2", Book(None))
    assert code.judge(double).right is True


def double(x: Any) -> Any:
    return 2 * x
