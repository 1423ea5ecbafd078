"""Write the lists of widgets that follow from the widgets: the door's stub, and the table in docs/widgets.md.

`make generate` runs it; tests/test_wire.py says when they are stale.
"""

import ast
import re
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
WIDGETS = ROOT / "src/glassnet/widgets"
DOOR = WIDGETS / "__init__.pyi"
PAGE = ROOT / "docs/widgets.md"
BEGIN, END = "<!-- widgets: made by make generate -->\n", "<!-- end of widgets -->\n"


class Widget(NamedTuple):
    """A widget as its source has it: read, not imported, as its page may not be built yet."""

    name: str
    module: str
    shows: str
    needed: list[str]


def widgets() -> list[Widget]:
    """Return the widget of every folder that has a module `widget`.

    Raises:
        ValueError: such a module has no class over HostedWidget, or several.
    """
    return sorted(map(_read, WIDGETS.glob("*/widget.py")))


def _read(file: Path) -> Widget:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    classes = [
        node for node in tree.body if isinstance(node, ast.ClassDef) and "HostedWidget" in map(ast.unparse, node.bases)
    ]
    if len(classes) != 1:
        raise ValueError(f"{file.relative_to(ROOT)} must have one class over HostedWidget; it has {len(classes)}.")
    (widget,) = classes
    shows = (ast.get_docstring(widget) or "").partition("\n")[0]
    return Widget(widget.name, f"glassnet.widgets.{file.parent.name}.widget", shows, _needed(widget))


def _needed(widget: ast.ClassDef) -> list[str]:
    """Return the arguments that a widget has to be given."""
    made = [node for node in widget.body if isinstance(node, ast.FunctionDef) and node.name == "__init__"]
    arguments = [node.args for node in made]
    return [each.arg for given in arguments for each in given.args[1 : len(given.args) - len(given.defaults)]]


def door() -> str:
    """Return the stub of glassnet.widgets."""
    lines = [f"from {widget.module} import {widget.name} as {widget.name}" for widget in widgets()]
    head = (
        '"""The widgets; each is imported when it is first asked for: the web application does without their libraries.'
    )
    return "\n".join(
        [
            head,
            "",
            "Made by tools/widget_list.py: don't edit, run `make generate`.",
            '"""',
            "",
            *lines,
            "",
            "__all__: list[str]",
            "",
        ]
    )


def page() -> str:
    """Return docs/widgets.md with its table of the widgets that there are."""
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)
    _, found, after = rest.partition(END)
    if not found:
        raise ValueError(f"docs/widgets.md has lost the markers of its table: {BEGIN.strip()} … {END.strip()}")
    rows = ["| widget | one cell | shows |", "|---|---|---|", *map(_row, widgets())]
    return before + BEGIN + "\n".join(rows) + "\n" + END + after


def _row(widget: Widget) -> str:
    words = re.sub(r"(?<!^)(?=[A-Z])", " ", widget.name).capitalize()
    return f"| {words} | `gn.widgets.{widget.name}({', '.join(widget.needed)})` | {widget.shows} |"


def written() -> dict[Path, str]:
    """Return both files with their texts."""
    return {DOOR: door(), PAGE: page()}
