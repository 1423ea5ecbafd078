"""Every lesson as a Jupyter notebook: whole, valid, free of marimo, and running from top to bottom."""

import ast
import json
import os
import re
import subprocess
import sys
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from glassnet.app.export_command import write_notebook
from glassnet.base.errors import SettingError
from glassnet.lessons import LESSONS, Lesson, find
from glassnet.lessons.notebook_file import lesson_notebook
from glassnet.lessons.parts import Judge

each_lesson = pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.number)
MOVES = """
begin.value, rate.value = -0.5, 0.04
step_card.answer({"id": 1, "kind": "answer", "answer": 1.5})[0]["message"]
"""


def notebook_of(lesson: Lesson) -> Any:
    return json.loads(lesson_notebook(lesson))


@each_lesson
def test_the_notebook_holds_the_whole_lesson_and_nothing_that_jupyter_cannot_show(lesson: Lesson) -> None:
    cells = notebook_of(lesson)["cells"]
    texts = [cell["source"] for cell in cells if cell["cell_type"] == "markdown"]
    codes = [cell["source"] for cell in cells if cell["cell_type"] == "code"]
    assert len({cell["id"] for cell in cells}) == len(cells)
    assert any(text.startswith(f"# {lesson.title}\n") for text in texts)
    assert not [text for text in texts if re.search(r"\\symbol\{|\]\(/|^///", text, re.MULTILINE)]
    assert not [code for code in codes if "import marimo" in code or "__generated_with" in code]
    for code in codes:
        ast.parse(code)
    functions = [cell.source for cell in lesson.cells if cell.function]
    assert functions
    assert [source for source in functions if source not in codes] == []


def test_cells_that_read_a_control_are_live_and_others_are_not() -> None:
    codes = [cell["source"] for cell in notebook_of(find("07"))["cells"] if cell["cell_type"] == "code"]
    assert [code.splitlines()[0] for code in codes if code.startswith("@")][:2] == [
        "@mo.live(begin, rate)",
        '@mo.live(mo.watched("my_step"))',
    ]
    (plain,) = (code for code in codes if "outcomes = {" in code)
    assert plain.splitlines()[1] == "outcomes = {value: descend(3.0, value, 60) for value in rates}"


def test_a_changed_notebook_is_never_overwritten_unasked(tmp_path: Path) -> None:
    path = write_notebook(find("07"), tmp_path / "new")
    assert write_notebook(find("07"), tmp_path / "new") == path
    path.write_text("mine", "utf-8")
    with pytest.raises(SettingError, match="may contain your changes"):
        write_notebook(find("07"), tmp_path / "new")
    write_notebook(find("07"), tmp_path / "new", overwrite=True)
    assert json.loads(path.read_text("utf-8"))["nbformat"] == 4


# Runs a notebook's cells in IPython, without a kernel around it; then writes each exercise's solution into a cell.
RUN = """
import inspect, json, re, sys, textwrap
from IPython.core.interactiveshell import InteractiveShell
shell = InteractiveShell.instance()
notebook = json.load(open(sys.argv[1], encoding="utf-8"))
cells = [cell["source"] for cell in notebook["cells"] if cell["cell_type"] == "code"]
for cell in cells:
    shell.run_cell(cell, store_history=True).raise_error()
known = shell.user_ns
solved = {}
for cell in cells:
    for card, name in re.findall(r"(\\w+)\\.judge\\((my_\\w+)\\)", cell):
        body = textwrap.indent(known[card].session.exercise.source, "    ")
        before = known[card].right
        shell.run_cell(f"def {name}{inspect.signature(known[name])}:\\n{body}", store_history=True).raise_error()
        solved[name] = (before, known[card].right)
print(json.dumps({"cards": sum(type(value).__name__ == "Card" for value in known.values()), "solved": solved}))
"""


@each_lesson
def test_a_lesson_runs_cell_by_cell_and_judges_what_its_reader_writes(lesson: Lesson, tmp_path: Path) -> None:
    (tmp_path / "lesson.ipynb").write_text(lesson_notebook(lesson), "utf-8")
    environment = {**os.environ, "IPYTHONDIR": str(tmp_path / "ipython"), "GLASSNET_HOME": "none"}
    command = [sys.executable, "-c", RUN, "lesson.ipynb"]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr[-3000:] + done.stdout[-3000:]
    told = json.loads(done.stdout.splitlines()[-1])
    assert told["cards"] >= 5
    parts = [part for cell in lesson.cells for part in cell.parts]
    assert list(told["solved"]) == [part.function for part in parts if isinstance(part, Judge)]
    assert list(told["solved"].values()) == [[None, True]] * len(told["solved"]) != []


# Once in ten or twenty times, on a busy machine, Jupyter's client (nbclient 0.11, ipykernel 7.4) misses a reply of its
# idle kernel, whatever the cells hold, and waits for ever. A lesson takes ten to thirty seconds.
TRY_SECONDS, TRIES = 150, 3


def executed(lesson: Lesson, folder: Path, last: str = "") -> Any:
    """A lesson's notebook after Jupyter has run all of it; `last` is one more cell."""
    notebook = notebook_of(lesson)
    if last:
        notebook["cells"].append({**notebook["cells"][1], "id": "last", "source": last.strip()})
    (folder / "lesson.ipynb").write_text(json.dumps(notebook), "utf-8")
    places = {f"JUPYTER_{kind}_DIR": str(folder / kind.lower()) for kind in ("CONFIG", "DATA", "RUNTIME")}
    environment = {**os.environ, **places, "IPYTHONDIR": str(folder / "ipython"), "GLASSNET_HOME": "none"}
    command = [sys.executable, "-m", "nbconvert", "--to", "notebook", "--execute", "--output", "done", "lesson.ipynb"]
    for _ in range(TRIES):
        with suppress(subprocess.TimeoutExpired):
            done = subprocess.run(
                command, cwd=folder, env=environment, capture_output=True, text=True, timeout=TRY_SECONDS
            )
            assert done.returncode == 0, done.stderr[-3000:]
            return json.loads((folder / "done.ipynb").read_text("utf-8"))
    raise AssertionError(f"nbconvert did not end within {TRY_SECONDS} seconds, {TRIES} times.")


def models(notebook: Any, name: str) -> list[Any]:
    """The states of all widgets of a kind."""
    state = notebook["metadata"]["widgets"]["application/vnd.jupyter.widget-state+json"]["state"]
    return [one["state"] for one in state.values() if one["model_name"] == name]


def texts_of(outputs: list[Any]) -> str:
    return "".join("".join(one.get("data", {}).get("text/markdown", "")) for one in outputs)


def check_it_ran(lesson: Lesson, notebook: Any) -> None:
    outputs = [output for cell in notebook["cells"] for output in cell.get("outputs", [])]
    live = [output for model in models(notebook, "OutputModel") for output in model["outputs"]]
    assert [output for output in outputs + live if output["output_type"] == "error"] == []
    assert len(models(notebook, "AnyModel")) >= len(lesson.exercises) >= 5


@pytest.mark.slow
def test_a_lesson_runs_in_jupyter_and_its_cells_follow_its_controls(tmp_path: Path) -> None:
    lesson = find("07")
    notebook = executed(lesson, tmp_path, MOVES)
    check_it_ran(lesson, notebook)
    told = [texts_of(model["outputs"]) for model in models(notebook, "OutputModel")]
    arrived = import_module(f"glassnet.lessons.{lesson.path.stem}").descend(-0.5, 0.04, 60)[-1]
    assert [text for text in told if f">{arrived:.4f}</span>" in text]
    assert "1.5" in json.dumps(notebook["cells"][-1]["outputs"])


@pytest.mark.slow
@each_lesson
def test_every_lesson_runs_in_jupyter(lesson: Lesson, tmp_path: Path) -> None:
    check_it_ran(lesson, executed(lesson, tmp_path))
