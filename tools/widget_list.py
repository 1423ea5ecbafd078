"""Write the lists of widgets: the stub of glassnet.widgets, and the table in docs/widgets.md.

`make generate` runs it; tests/test_wire.py fails when they are stale.
"""

import ast
import re
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
WIDGETS = ROOT / "src/glassnet/widgets"
STUB = WIDGETS / "__init__.pyi"
PAGE = ROOT / "docs/widgets.md"
BEGIN, END = "<!-- widgets: made by make generate -->\n", "<!-- end of widgets -->\n"


class Widget(NamedTuple):
    """A widget as described in its source: parsed, not imported, as its page may not be built yet."""

    name: str
    module: str
    shows: str
    needed: list[str]


def widgets() -> list[Widget]:
    """Return the widget of every folder with a module `widget`.

    Raises:
        ValueError: such a module has no subclass of HostedWidget, or several.
    """
    return sorted(map(_read, WIDGETS.glob("*/widget.py")))


def _read(file: Path) -> Widget:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    classes = [
        node for node in tree.body if isinstance(node, ast.ClassDef) and "HostedWidget" in map(ast.unparse, node.bases)
    ]
    if len(classes) != 1:
        raise ValueError(f"{file.relative_to(ROOT)} must have one subclass of HostedWidget; it has {len(classes)}.")
    (widget,) = classes
    shows = (ast.get_docstring(widget) or "").partition("\n")[0]
    return Widget(widget.name, f"glassnet.widgets.{file.parent.name}.widget", shows, _needed(widget))


def _needed(widget: ast.ClassDef) -> list[str]:
    """Return the required arguments of a widget."""
    made = [node for node in widget.body if isinstance(node, ast.FunctionDef) and node.name == "__init__"]
    arguments = [node.args for node in made]
    return [each.arg for given in arguments for each in given.args[1 : len(given.args) - len(given.defaults)]]


def stub() -> str:
    """Return the stub of glassnet.widgets."""
    lines = [f"from {widget.module} import {widget.name} as {widget.name}" for widget in widgets()]
    head = '"""The widgets; each is imported on first use, as the web application does without their libraries.'
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
    """Return docs/widgets.md with an up-to-date table of widgets."""
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
    return {STUB: stub(), PAGE: page()}
