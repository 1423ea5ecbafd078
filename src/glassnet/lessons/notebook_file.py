"""A lesson as a Jupyter notebook: texts become text, code becomes code, and cells that read a control become live ones."""

import ast
import io
import json
import tokenize
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from inspect import cleandoc
from typing import Any

from glassnet.lessons.catalogue import Lesson
from glassnet.lessons.jupyter_text import tidied

INTRODUCTION = """*Lesson {number} of Glassnet as a Jupyter notebook. Choose* Run → Run All Cells *first; sliders and buttons answer as
long as the kernel runs. The code of the cells between is folded away; click its bar to see it.
The lesson's own page (`glassnet serve`, then `/lessons/{number}/`) does more: there all cells follow a change by themselves,
and a formula, its picture and its code light up together.*"""


@dataclass(frozen=True)
class Cell:
    """One cell of a lesson.

    Arguments:
        source: its code, as it stands at the left edge.
        tree: the same, parsed.
        hidden: whether the lesson's page hides the code.
        reads, makes: the names that it takes from other cells, and those that it gives to them.
    """

    source: str
    hidden: bool = False
    reads: tuple[str, ...] = ()
    makes: tuple[str, ...] = ()

    @property
    def body(self) -> list[ast.stmt]:
        """The cell's statements."""
        return ast.parse(self.source).body


def lesson_notebook(lesson: Lesson) -> str:
    """Return a lesson as the text of an .ipynb file.

    >>> from glassnet.lessons import find
    >>> notebook = json.loads(lesson_notebook(find("07")))
    >>> notebook["nbformat"], notebook["cells"][1]["source"][:24]
    (4, 'from glassnet.lessons im')
    """
    cells = list(cells_of(lesson.path.read_text("utf-8")))
    controls = _controls(cells)
    made = [_markdown(INTRODUCTION.format(number=lesson.number))]
    for cell in cells:
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


def cells_of(text: str) -> Iterator[Cell]:
    """Return the cells of a marimo notebook in their order.

    >>> [cell.source for cell in cells_of("@app.cell\\ndef _():\\n    x = 1\\n    return (x,)")]
    ['x = 1']
    """
    lines, inside = text.splitlines(), _inside_strings(text)
    for node in ast.parse(text).body:
        if isinstance(node, ast.With) and "app.setup" in ast.unparse(node.items[0]):
            yield Cell(_lines(lines, inside, node.body), hidden=True)
        elif isinstance(node, ast.FunctionDef | ast.ClassDef) and node.decorator_list:
            mark = ast.unparse(node.decorator_list[0])
            if mark.startswith("app.cell"):
                yield _cell(lines, inside, node, hidden="hide_code=True" in mark)
            else:
                yield Cell("\n".join(lines[node.lineno - 1 : node.end_lineno]))


def _cell(lines: list[str], inside: set[int], node: Any, *, hidden: bool) -> Cell:
    body = node.body
    makes: tuple[str, ...] = ()
    if isinstance(body[-1], ast.Return):
        value = body[-1].value
        makes = tuple(ast.unparse(one) for one in value.elts) if isinstance(value, ast.Tuple) else ()
        if value is not None and not makes:
            makes = (ast.unparse(value),)
        body = body[:-1]
    return Cell(_lines(lines, inside, body), hidden, tuple(argument.arg for argument in node.args.args), makes)


def _lines(lines: list[str], inside: set[int], body: list[Any]) -> str:
    """Return the statements' lines, moved to the left edge; what stands inside a long string stays where it is."""
    if not body:
        return ""
    first = getattr(body[0], "decorator_list", None) or [body[0]]
    begin, end = first[0].lineno - 1, body[-1].end_lineno
    while lines[begin - 1].strip().startswith("#"):  # comments above the first statement
        begin -= 1
    indent = body[0].col_offset
    return "\n".join(
        line if number in inside else line[indent:] for number, line in enumerate(lines[begin:end], begin + 1)
    )


def _inside_strings(text: str) -> set[int]:
    """Return the numbers of the lines that begin inside a string."""
    inside: set[int] = set()
    begun: list[int] = []
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        kind = tokenize.tok_name[token.type]
        if kind == "STRING":
            inside.update(range(token.start[0] + 1, token.end[0] + 1))
        elif kind.endswith("STRING_START"):  # Python 3.12 reads f-strings in parts
            begun.append(token.start[0])
        elif kind.endswith("STRING_END"):
            inside.update(range(begun.pop() + 1, token.end[0] + 1))
    return inside


def _controls(cells: list[Cell]) -> dict[str, tuple[str, ...]]:
    """Return for each name that changes with controls the controls that change it."""
    found: dict[str, tuple[str, ...]] = {}
    for cell in cells:
        watched = _watched(cell, found)
        for name in cell.makes:
            if watched:
                found[name] = watched
        for node in cell.body:
            if isinstance(node, ast.Assign) and isinstance(node.value, ast.Call):
                call, target = ast.unparse(node.value.func), node.targets[0]
                if call.startswith("mo.ui.") and isinstance(target, ast.Name):
                    found[target.id] = (target.id,)
                if call == "mo.state" and isinstance(target, ast.Tuple):
                    found[ast.unparse(target.elts[0])] = (ast.unparse(target.elts[0]),)
    return found


def _watched(cell: Cell, controls: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(control for name in cell.reads for control in controls.get(name, ())))


def _exported(cell: Cell, controls: Mapping[str, tuple[str, ...]]) -> list[dict[str, Any]]:
    """Return a cell as Jupyter's cells: one, or none where it has nothing to do there."""
    body = cell.body
    if len(body) == 1 and _is_for_page_or_script(body[0]):
        return []
    text = _fixed_text(body)
    if text is not None:
        return [_markdown(tidied(text))]
    source = cell.source.replace("import marimo as mo", "from glassnet.lessons import jupyter as mo")
    for page in ("page", "once"):
        source = source.replace(f"from glassnet.lessons.{page} import", "from glassnet.lessons.jupyter import")
    watched = _watched(cell, controls) + tuple(f'mo.written("{name}")' for name in _judged(body))
    if watched or _stops(body) or _lends_names(body):
        source = _live(cell, watched)
    return [_code(source, hidden=cell.hidden)]


def _is_for_page_or_script(statement: ast.stmt) -> bool:
    code = ast.unparse(statement)
    return code.startswith(("show_code(", "if is_script("))


def _fixed_text(body: list[ast.stmt]) -> str | None:
    """Return the text of a cell that shows nothing else: `mo.md("…")` or `mo.md(linked("…"))`."""
    if len(body) != 1 or not isinstance(body[0], ast.Expr):
        return None
    value: ast.expr = body[0].value
    while isinstance(value, ast.Call) and ast.unparse(value.func) in ("mo.md", "linked") and len(value.args) == 1:
        value = value.args[0]
    is_text = isinstance(value, ast.Constant) and isinstance(value.value, str) and value is not body[0].value
    return cleandoc(value.value) if is_text else None  # type: ignore[attr-defined]


def _stops(body: list[ast.stmt]) -> bool:
    return any(ast.unparse(statement).startswith("mo.stop(") for statement in body)


def _judged(body: list[ast.stmt]) -> list[str]:
    """Return the names of the reader's functions that a cell judges: written in another cell, they come back here."""
    calls = (node for statement in body for node in ast.walk(statement) if isinstance(node, ast.Call))
    judged = (call.args[0] for call in calls if ast.unparse(call.func).endswith("card.judge"))
    return [ast.unparse(function) for function in judged]


def _lends_names(body: list[ast.stmt]) -> bool:
    """Say whether a function made in a cell goes on reading one of the cell's own names, which the next cell may change."""
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
    """Return a cell as a function that runs again when a control is moved; its last line is what it shows."""
    lines = cell.source.splitlines()
    inside = _inside_strings(cell.source)
    last = cell.body[-1]
    if isinstance(last, ast.Expr) and not _stops([last]):
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
