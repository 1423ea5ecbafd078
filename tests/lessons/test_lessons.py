"""Every lesson: listed, clean, and working as a notebook and as a script."""

import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from glassnet.lessons import LESSONS, Lesson
from glassnet.lessons import catalogue as catalogue_module
from glassnet.lessons.exercises import ChoiceExercise, NumberExercise

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
    for part in ("Predict", "## Common pitfalls", "/// details | Deep dive", "## What to do next"):
        assert part in text, part


@each_lesson
def test_every_exercise_of_a_lesson_accepts_only_what_is_right(lesson: Lesson) -> None:
    _, defs = import_module(f"glassnet.lessons.{lesson.path.stem}").app.run()
    exercises = [value for value in defs.values() if isinstance(value, ChoiceExercise | NumberExercise)]
    assert len(exercises) >= 3
    for exercise in exercises:
        if isinstance(exercise, ChoiceExercise):
            verdicts = {option: exercise.check(option) for option in exercise.reasons}
            assert [option for option, verdict in verdicts.items() if verdict.right] == [exercise.right]
            assert len({verdict.message for verdict in verdicts.values()}) == len(verdicts) >= 2
        else:
            assert exercise.check(exercise.answer).right
            assert exercise.check(exercise.answer + 10 * exercise.tolerance + 1).message == exercise.hint
            for slip, reason in exercise.slips.items():
                verdict = exercise.check(slip)
                assert (verdict.right, verdict.message) == (False, reason), exercise.question
