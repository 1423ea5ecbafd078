"""Every lesson: listed, clean, and working as a notebook and as a script."""

import inspect
import subprocess
import sys
from dataclasses import replace
from importlib import import_module
from pathlib import Path

import pytest
from marimo import Html

from glassnet.base.errors import SettingError
from glassnet.lessons import LESSONS, Lesson, find
from glassnet.lessons.catalogue import FOLDER, lessons_in
from glassnet.lessons.exercises import CodeExercise

from . import lesson_order, lesson_rules
from .ran import ran

WRITTEN = lessons_in(FOLDER)  # drafts, too
each_lesson = pytest.mark.parametrize("lesson", WRITTEN, ids=lambda lesson: lesson.number)


def test_there_are_lessons_and_all_of_them_are_listed() -> None:
    assert LESSONS
    assert sorted(FOLDER.glob("lesson_*.py")) == [lesson.path for lesson in WRITTEN]
    assert len({lesson.number for lesson in WRITTEN}) == len(WRITTEN)
    assert [lesson for lesson in WRITTEN if not lesson.draft] == list(LESSONS)


def test_every_lesson_has_its_modules_and_tests_and_no_module_is_without_its_lesson() -> None:
    lessons = {f"lesson_{lesson.number}.py" for lesson in WRITTEN}
    shared = {f"lesson_{lesson.whole}.py" for lesson in WRITTEN}  # by the parts of a lesson
    assert {path.name for path in (FOLDER / "lesson_exercises").glob("lesson_*.py")} == lessons
    assert {path.name for path in (FOLDER / "lesson_helpers").glob("lesson_*.py")} <= lessons | shared
    assert {path.name for path in Path(__file__).parent.glob("test_lesson_*.py")} == {
        f"test_{name}" for name in lessons
    }


@each_lesson
def test_a_lesson_runs_as_a_script(lesson: Lesson) -> None:
    done = subprocess.run([sys.executable, str(lesson.path)], capture_output=True, text=True, timeout=120)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.strip()


def test_marimo_finds_nothing_to_fix() -> None:
    """One process for all lessons: it takes a second to start and names the file of each problem."""
    command = [sys.executable, "-m", "marimo", "check", "--strict", *(str(lesson.path) for lesson in WRITTEN)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300)
    assert (done.returncode, done.stdout + done.stderr) == (0, "")


@each_lesson
def test_whatever_a_lesson_shows_as_html_is_plain_text(lesson: Lesson) -> None:
    """marimo sends nothing else to the page, not even subclasses of `str` such as figures."""
    shown = [output.text for output in ran(lesson)[0] if isinstance(output, Html)]
    assert len(shown) > 10
    assert {type(text) for text in shown} == {str}


@each_lesson
def test_a_lesson_has_the_parts_that_every_lesson_has(lesson: Lesson) -> None:
    assert lesson_rules.missing(lesson) == []


@each_lesson
def test_a_lesson_opens_on_its_question_and_a_widget(lesson: Lesson) -> None:
    assert lesson_order.first_things(lesson) == []


@each_lesson
def test_there_is_something_to_see_or_do_on_every_screen(lesson: Lesson) -> None:
    assert lesson_order.long_stretches(lesson) == []


@each_lesson
def test_a_lesson_is_prose_and_cells_of_a_few_lines(lesson: Lesson) -> None:
    assert lesson_rules.long_cells(lesson) == []


@each_lesson
def test_every_exercise_that_is_written_is_placed(lesson: Lesson) -> None:
    module = (FOLDER / "lesson_exercises" / f"lesson_{lesson.number}.py").read_text("utf-8")
    assert lesson_rules.unplaced(lesson, module) == []


@each_lesson
def test_every_exercise_of_a_lesson_accepts_only_what_is_right(lesson: Lesson) -> None:
    lesson_rules.try_exercises(lesson)


@each_lesson
def test_an_unwritten_function_is_not_a_try(lesson: Lesson) -> None:
    module = import_module(f"glassnet.lessons.{lesson.path.stem}")
    waiting = [inspect.getsource(function) for name, function in vars(module).items() if name.startswith("my_")]
    exercises = lesson_rules.exercises_of(lesson)
    code = [exercise for exercise in exercises.values() if isinstance(exercise, CodeExercise)]
    untouched = [[source for source in waiting if not exercise.differs_from_skeleton(source)] for exercise in code]
    assert all(len(found) == 1 for found in untouched)
    assert sorted(found[0] for found in untouched) == sorted(waiting)


@each_lesson
def test_the_right_and_the_wrong_functions_take_what_the_learner_is_given(lesson: Lesson) -> None:
    module = import_module(f"glassnet.lessons.{lesson.path.stem}")
    waiting = {name: function for name, function in vars(module).items() if name.startswith("my_")}
    for exercise in lesson_rules.exercises_of(lesson).values():
        if isinstance(exercise, CodeExercise):
            (given,) = (
                function
                for function in waiting.values()
                if not exercise.differs_from_skeleton(inspect.getsource(function))
            )
            assert lesson_rules.parameters(exercise.solution) == lesson_rules.parameters(given)


def changed(folder: Path, old: str, new: str) -> Lesson:
    """Lesson 07 with a change."""
    lesson = find("07")
    assert old in lesson.source
    path = folder / lesson.file
    path.write_text(lesson.source.replace(old, new), "utf-8")
    return replace(lesson, path=path)


CHANGES = {
    "no section 'Common pitfalls'": ("## Common pitfalls", "## Pitfalls"),
    "the last sections are not in the order": ("## Check yourself", "## What to do next\n\n    ## Check yourself"),
    "without a question in bold": ("**How do you find", "How do you find"),
    "without what its reader": ("After this lesson you will", "You will"),
    "without a deep dive": ("| Deep dive", "| More"),
    "without code that is shown": ("show_code(", "print("),
    "without words for a shell": ("is_script(__file__)", "True"),
    "without exercises numbered in order": ('"07.3"', '"07.9"'),
    "minutes to read, 25 allowed": ("## Common pitfalls", "## Common pitfalls\n\n" + "word " * 3_000),
    "minutes to read, 15 wanted": ("mo.md(", "str("),
    "exercises, 5 wanted": ("Card(", "dict("),
    "no widget": ("gn.widgets.", "dict."),
    "no figure": ("mo.Html(", "dict("),
    "without three exercises in": ("## Check yourself", "## Check"),
}


@pytest.mark.parametrize("told", CHANGES)
def test_what_a_lesson_lacks_is_named(told: str, tmp_path: Path) -> None:
    assert any(told in found for found in lesson_rules.missing(changed(tmp_path, *CHANGES[told])))


def test_a_long_cell_and_an_unplaced_exercise_are_named(tmp_path: Path) -> None:
    longer = changed(tmp_path, "rates = [0.001", "_ = 0\n" + "    _ = 0\n" * 16 + "    rates = [0.001")
    assert ["18 lines of code, 16 allowed" in told for told in lesson_rules.long_cells(longer)] == [True]
    module = "def step() -> NumberExercise: ...\ndef lost() -> Prediction: ...\ndef help(): ..."
    assert lesson_rules.unplaced(find("07"), module) == ["lost"]


def test_the_script_header_allows_only_known_settings(tmp_path: Path) -> None:
    assert changed(tmp_path, '# lab = "', '# draft = true\n# lab = "').draft
    with pytest.raises(SettingError, match=r"\[tool.glassnet\] has an unknown setting 'lap'; use draft or lab"):
        print(changed(tmp_path, '# lab = "', '# lap = "').draft)
    with pytest.raises(SettingError, match="isn't valid TOML"):
        print(changed(tmp_path, '# lab = "', "# lab = ").draft)
