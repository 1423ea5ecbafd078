"""A lesson as a Jupyter notebook: prose becomes text cells, code becomes code cells, and cells that read a control become live cells."""

import ast
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from glassnet.lessons.cells import Cell, lines_inside_strings
from glassnet.lessons.jupyter_markdown import jupyter_markdown
from glassnet.lessons.lesson import Lesson
from glassnet.lessons.parts import Judge, ScriptOnly, ShownCode, Stop, parts_of
from glassnet.lessons.prose import Prose

INTRODUCTION = """*Lesson {number} of Glassnet as a Jupyter notebook. Choose* Run → Run All Cells *first; sliders and buttons work
while the kernel is running. Supporting code is collapsed; click the bar beside a cell to see it.
The lesson's own page (`glassnet serve`, then `/lessons/{number}/`) does more: all cells there update automatically,
and a formula, its figure and its code light up together.*"""


def lesson_notebook(lesson: Lesson) -> str:
    """Return a lesson as the text of an .ipynb file.

    >>> from glassnet.lessons import find
    >>> notebook = json.loads(lesson_notebook(find("07")))
    >>> notebook["nbformat"], notebook["cells"][1]["source"][:24]
    (4, 'from glassnet.lessons im')
    """
    controls = _controls(lesson.cells)
    made = [_markdown(INTRODUCTION.format(number=lesson.number))]
    for cell in lesson.cells:
        made += _exported(cell, controls)
    for place, one in enumerate(made):
        one["id"] = f"lesson-{lesson.number}-{place}"
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    metadata = {"kernelspec": kernel, "language_info": {"name": "python"}, "title": lesson.title}
    return (
        json.dumps(
            {"cells": made, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}, indent=1, ensure_ascii=False
        )
        + "\n"
    )


def _controls(cells: Iterable[Cell]) -> dict[str, tuple[str, ...]]:
    """Return, for each name that depends on controls, the controls that it depends on."""
    found: dict[str, tuple[str, ...]] = {}
    for cell in cells:
        watched = _watched(cell, found)
        for name in cell.makes:
            if watched:
                found[name] = watched
        found |= {name: (name,) for name in cell.controls}
    return found


def _watched(cell: Cell, controls: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(control for name in cell.reads for control in controls.get(name, ())))


def _exported(cell: Cell, controls: Mapping[str, tuple[str, ...]]) -> list[dict[str, Any]]:
    """Return a cell as a list of Jupyter cells: one, or none if it is not needed there."""
    only = cell.only
    if isinstance(only, ShownCode | ScriptOnly):
        return []
    if isinstance(only, Prose) and only.fixed:
        return [_markdown(jupyter_markdown(only))]
    source = cell.source.replace("import marimo as mo", "from glassnet.lessons import jupyter as mo")
    for page in ("page", "shared_results"):
        source = source.replace(f"from glassnet.lessons.{page} import", "from glassnet.lessons.jupyter import")
    # the reader writes the function in another cell, which may run again later
    written = tuple(f'mo.watched("{part.function}")' for part in cell.parts if isinstance(part, Judge))
    watched = _watched(cell, controls) + written
    if watched or _stops(cell) or _leaks_private_names(cell.body):
        source = _live(cell, watched)
    return [_code(source, hidden=cell.hidden)]


def _stops(cell: Cell) -> bool:
    return any(isinstance(part, Stop) for part in cell.parts)


def _leaks_private_names(body: list[ast.stmt]) -> bool:
    """Return whether a function defined in a cell keeps reading one of the cell's private names, which the next cell may overwrite."""
    own = {name.id for name in _names(body, ast.Store) if name.id.startswith("_")}
    functions = [
        node for statement in body for node in ast.walk(statement) if isinstance(node, ast.Lambda | ast.FunctionDef)
    ]
    read = {name.id for function in functions for name in _names([function], ast.Load)}
    return bool(own & read)


def _names(nodes: list[Any], context: type) -> Iterator[ast.Name]:
    walked = (node for top in nodes for node in ast.walk(top))
    return (node for node in walked if isinstance(node, ast.Name) and isinstance(node.ctx, context))


def _live(cell: Cell, watched: tuple[str, ...]) -> str:
    """Return a cell as a function that runs again when a control changes; it displays its last expression."""
    lines = cell.source.splitlines()
    inside = lines_inside_strings(cell.source)
    last = cell.body[-1]
    if isinstance(last, ast.Expr) and Stop() not in parts_of([last]):
        lines[last.lineno - 1] = "return " + lines[last.lineno - 1]
    head = [f"@mo.live({', '.join(watched)})", "def _():"]
    head += [f"    global {', '.join(cell.makes)}"] if cell.makes else []
    return "\n".join([*head, *(line if number in inside else f"    {line}" for number, line in enumerate(lines, 1))])


def _markdown(text: str) -> dict[str, Any]:
    return {"cell_type": "markdown", "id": "", "metadata": {}, "source": text}


def _code(source: str, *, hidden: bool) -> dict[str, Any]:
    metadata = {"jupyter": {"source_hidden": True}} if hidden else {}
    return {
        "cell_type": "code",
        "id": "",
        "execution_count": None,
        "metadata": metadata,
        "outputs": [],
        "source": source,
    }
