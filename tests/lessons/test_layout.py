"""`make lesson`: an empty lesson that passes the tests, and invalid arguments."""

import os
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

import glassnet.lessons
import glassnet.lessons.lesson_exercises
from glassnet.lessons import Lesson
from glassnet.lessons.catalogue import lessons_in
from glassnet.lessons.notebook_file import lesson_notebook

from . import lesson_rules

ROOT = Path(__file__).parents[2]
TOOL = ROOT / "tools" / "lesson.py"
NUMBER, TITLE = "97", "Optimisers: which, and why?"
# Python looks for the new lesson's modules where the others are, and where it was laid out.
CONFTEST = """
import glassnet.lessons, glassnet.lessons.lesson_exercises
glassnet.lessons.__path__.append({folder!r})
glassnet.lessons.lesson_exercises.__path__.append({folder!r} + "/lesson_exercises")
"""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("project")
    monkeypatch = pytest.MonkeyPatch()
    monkeypatch.syspath_prepend(TOOL.parent)
    written = import_module("lesson").lay_out(NUMBER, TITLE, root)
    monkeypatch.undo()
    assert len(written) == len([path for path in root.rglob("*") if path.is_file()]) == 3
    return root


@pytest.fixture
def lesson(root: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Lesson]:
    folder = root / "src" / "glassnet" / "lessons"
    monkeypatch.setattr(glassnet.lessons, "__path__", [*glassnet.lessons.__path__, str(folder)])
    beside = glassnet.lessons.lesson_exercises
    monkeypatch.setattr(beside, "__path__", [*beside.__path__, str(folder / "lesson_exercises")])
    (made,) = lessons_in(folder)
    yield made
    for name in [name for name in sys.modules if name.endswith((made.path.stem, f"lesson_exercises.lesson_{NUMBER}"))]:
        del sys.modules[name]


def test_an_empty_lesson_is_a_draft_that_keeps_every_rule(lesson: Lesson) -> None:
    assert (lesson.number, lesson.title, lesson.draft) == (NUMBER, TITLE, True)
    assert lesson.file == "lesson_97_optimisers_which_and_why.py"
    assert lesson_rules.missing(lesson) == []
    assert lesson_rules.long_cells(lesson) == []
    module = lesson.path.parent / "lesson_exercises" / f"lesson_{NUMBER}.py"
    assert lesson_rules.unplaced(lesson, module.read_text("utf-8")) == []
    lesson_rules.try_exercises(lesson)
    assert f"# {TITLE}" in lesson_notebook(lesson)


def test_as_a_finished_lesson_its_missing_parts_are_named(lesson: Lesson) -> None:
    finished = lesson.path.parent / f"lesson_{NUMBER}_finished.py"
    finished.write_text(lesson.source.replace("# draft = true", "# draft = false"), "utf-8")
    told = lesson_rules.missing(Lesson(finished))
    finished.unlink()
    assert [words.split(", ")[-1] for words in told] == ["15 wanted", "5 wanted", "no figure"]


def test_marimo_and_ruff_find_nothing_to_fix(lesson: Lesson, root: Path) -> None:
    ours = 'lint.isort.known-first-party = ["glassnet"]'
    settings = ["--config", str(ROOT / "pyproject.toml"), "--config", ours]
    for command in (
        ["marimo", "check", "--strict", str(lesson.path)],
        ["ruff", "format", "--check", *settings, str(root)],
        ["ruff", "check", *settings, "--ignore", "D1", str(root)],
    ):
        done = subprocess.run([sys.executable, "-m", *command], capture_output=True, text=True, timeout=120)
        assert (done.returncode, done.stderr) == (0, ""), done.stdout


def test_its_own_test_passes_and_it_runs_as_a_script(lesson: Lesson, root: Path) -> None:
    (root / "conftest.py").write_text(CONFTEST.format(folder=str(lesson.path.parent)), "utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--rootdir", str(root), str(root)]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stdout
    assert "1 passed" in done.stdout
    path = str(lesson.path)
    run = f"import conftest, runpy, sys; sys.argv = [{path!r}]; runpy.run_path({path!r}, run_name='__main__')"
    environment = {**os.environ, "PYTHONPATH": str(root)}
    done = subprocess.run([sys.executable, "-c", run], env=environment, capture_output=True, text=True, timeout=120)
    assert (done.returncode, done.stderr, done.stdout) == (0, "", "Twice 3.5 is 7.\n")


WRONG = {
    (): "Use: make lesson",
    ("7", "Title"): "NUMBER must be two digits, as in 10, with a letter for a part, as in 10a; got '7'",
    ("98", ""): "TITLE must be words",
    ("98", 'a "title"'): "TITLE must be words without quotes",
    ("07", "Downhill"): "Lesson 07 exists already: src/glassnet/lessons/lesson_07_gradient_descent.py",
}


@pytest.mark.parametrize("arguments", WRONG)
def test_invalid_arguments_are_explained_and_nothing_is_written(arguments: tuple[str, ...]) -> None:
    before = sorted(path.name for path in (ROOT / "src/glassnet/lessons").rglob("*.py"))
    done = subprocess.run([sys.executable, str(TOOL), *arguments], capture_output=True, text=True, timeout=60)
    assert done.returncode == 1
    assert WRONG[arguments] in done.stderr
    assert sorted(path.name for path in (ROOT / "src/glassnet/lessons").rglob("*.py")) == before
