"""Every widget has a reference page with its arguments and one cell that works, and a row in the list of widgets."""

import inspect
import re
import subprocess
import sys
from pathlib import Path

import pytest

import glassnet as gn

DOCS = Path(__file__).parents[2] / "docs"
CELL = re.compile(r"^One cell of a notebook:\n\n```python\n(.*?)^```", re.DOTALL | re.MULTILINE)
each_widget = pytest.mark.parametrize("name", gn.widgets.__all__)


def page_of(name: str) -> str:
    return (DOCS / "reference" / "widgets" / f"{name}.md").read_text("utf-8")


def test_the_cell_of_each_page_shows_that_widget() -> None:
    cells = {name: CELL.findall(page_of(name)) for name in gn.widgets.__all__}
    assert all(len(found) == 1 for found in cells.values())
    # As a notebook does: the value of the last line is what is shown.
    script = "".join(
        f"{cell.rstrip().rpartition(chr(10))[0]}\nwidget = {cell.rstrip().rpartition(chr(10))[2]}\n"
        f"print(type(widget).__name__, 'application/vnd.jupyter.widget-view+json' in widget._repr_mimebundle_()[0])\n"
        for (cell,) in cells.values()
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [f"{name} True" for name in gn.widgets.__all__]


@each_widget
def test_every_argument_has_its_meaning(name: str) -> None:
    text = page_of(name)
    widget = getattr(gn.widgets, name)
    assert (inspect.getdoc(widget) or "").splitlines()[0] in text
    for argument in inspect.signature(widget).parameters:
        assert re.search(rf"^- `(?:\w+, )*{argument}(?:, \w+)*`: \S", text, re.MULTILINE), argument


@each_widget
def test_the_list_of_widgets_has_it(name: str) -> None:
    rows = [line for line in (DOCS / "widgets.md").read_text("utf-8").splitlines() if line.startswith("| ")]
    assert [row for row in rows if f"`gn.widgets.{name}(" in row], f"docs/widgets.md needs a row for {name}"
