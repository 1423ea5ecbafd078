"""Every lesson: listed, clean, and working as a notebook and as a script."""

import inspect
import re
import subprocess
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from glassnet.lessons import LESSONS, Lesson
from glassnet.lessons import catalogue as catalogue_module
from glassnet.lessons.exercises import (
    Card,
    ChoiceExercise,
    CodeExercise,
    Exercise,
    GoalExercise,
    NumberExercise,
    OrderExercise,
    PlaceExercise,
    Prediction,
)

FOLDER = Path(catalogue_module.__file__).parent
each_lesson = pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.number)


def test_there_are_lessons_and_all_of_them_are_listed() -> None:
    assert LESSONS
    assert sorted(path.name for path in FOLDER.glob("lesson_*.py")) == sorted(lesson.file for lesson in LESSONS)
    assert len({lesson.number for lesson in LESSONS}) == len(LESSONS)


@each_lesson
def test_a_lesson_runs_as_a_script(lesson: Lesson) -> None:
    done = subprocess.run([sys.executable, str(lesson.path)], capture_output=True, text=True, timeout=120)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.strip()


@each_lesson
def test_marimo_finds_nothing_to_mend(lesson: Lesson) -> None:
    command = [sys.executable, "-m", "marimo", "check", "--strict", str(lesson.path)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert (done.returncode, done.stdout + done.stderr) == (0, "")


@each_lesson
def test_a_lesson_has_the_parts_that_every_lesson_has(lesson: Lesson) -> None:
    text = lesson.path.read_text("utf-8")
    for part in (f"# {lesson.title}\n", lesson.question, "After this lesson you will be able to", "## Check yourself"):
        assert part in text, part
    for part in ("Predict", "## Common pitfalls", "## When to use what", "/// details | Deep dive"):
        assert part in text, part
    order = ["# " + lesson.title, "## Check yourself", "## Common pitfalls", "## When to use what", "Deep dive"]
    places = [text.index(part) for part in (*order, "## What to do next")]
    assert places == sorted(places), dict(zip(order, places, strict=False))
    checks = text[places[1] : places[2]]
    assert len(re.findall(rf'"{lesson.number}\.\d+"', checks)) >= 3
    assert "Prediction(" in text
    assert 15 <= lesson.minutes <= 25


def exercises_of(lesson: Lesson) -> dict[str, Exercise]:
    """A lesson's exercises by name: those on cards, and those that stand by themselves."""
    _, defs = import_module(f"glassnet.lessons.{lesson.path.stem}").app.run()
    found = {value.session.name: value.session.exercise for value in defs.values() if isinstance(value, Card)}
    loose = {name: value for name, value in defs.items() if isinstance(value, ChoiceExercise | NumberExercise)}
    return found | loose


@each_lesson
def test_every_exercise_of_a_lesson_accepts_only_what_is_right(lesson: Lesson) -> None:
    exercises = exercises_of(lesson)
    assert len(exercises) >= 5
    cards = sorted((name for name in exercises if name.startswith(f"{lesson.number}.")), key=lambda name: int(name[3:]))
    assert cards in ([], [f"{lesson.number}.{place}" for place in range(1, len(exercises) + 1)])
    for exercise in exercises.values():
        BATTERY[type(exercise)](exercise)


@each_lesson
def test_what_waits_to_be_written_is_no_try(lesson: Lesson) -> None:
    module = import_module(f"glassnet.lessons.{lesson.path.stem}")
    waiting = [inspect.getsource(function) for name, function in vars(module).items() if name.startswith("my_")]
    code = [exercise for exercise in exercises_of(lesson).values() if isinstance(exercise, CodeExercise)]
    untouched = [[source for source in waiting if not exercise.tries_something(source)] for exercise in code]
    assert all(len(found) == 1 for found in untouched)
    assert sorted(found[0] for found in untouched) == sorted(waiting)


def check_choice(exercise: ChoiceExercise) -> None:
    verdicts = {option: exercise.check(option) for option in exercise.reasons}
    assert [option for option, verdict in verdicts.items() if verdict.right] == [exercise.right]
    assert len({verdict.message for verdict in verdicts.values()}) == len(verdicts) >= 2


def check_number(exercise: NumberExercise) -> None:
    assert exercise.check(exercise.answer).right
    assert exercise.check(exercise.answer + 10 * exercise.tolerance + 10_001).message == exercise.hint
    for slip, reason in exercise.slips.items():
        verdict = exercise.check(slip)
        assert (verdict.right, verdict.message) == (False, reason), exercise.question


def check_order(exercise: OrderExercise) -> None:
    right = list(exercise.steps)
    assert exercise.check(right).right
    for i in range(len(right) - 1):
        wrong = right.copy()
        wrong[i], wrong[i + 1] = wrong[i + 1], wrong[i]
        verdict = exercise.check(wrong)
        assert not verdict.right
        assert exercise.steps[wrong[i]] in verdict.message


def check_place(exercise: PlaceExercise) -> None:
    assert not exercise.check(list(exercise.start)).right
    for spot in (exercise.right, *exercise.slips):
        x = exercise.right.x if spot.x is None else spot.x
        y = exercise.picture.y_range[1] if spot.y is None else spot.y
        assert x is not None
        verdict = exercise.check([x, y])
        assert (verdict.right, verdict.message) == (spot is exercise.right, spot.message)


def check_code(exercise: CodeExercise) -> None:
    assert exercise.check(exercise.solution).right
    assert not exercise.check(lambda *arguments: 0.0).right
    assert exercise.source.strip()
    assert exercise.hints


def check_prediction(exercise: Prediction) -> None:
    BATTERY[type(exercise.ask)](exercise.ask)
    assert len(exercise.run()) > 10


def check_goal(exercise: GoalExercise) -> None:
    """A goal's right and wrong settings are the lesson's own matter: its own tests try them."""
    assert len(exercise.seeds) >= 3


BATTERY: dict[type, Callable[[Any], None]] = {
    ChoiceExercise: check_choice,
    NumberExercise: check_number,
    OrderExercise: check_order,
    PlaceExercise: check_place,
    CodeExercise: check_code,
    Prediction: check_prediction,
    GoalExercise: check_goal,
}
