"""Write the lists of widgets that follow from the widgets: the door's stub, and the table in docs/widgets.md.

`make generate` runs it; tests/test_wire.py says when they are stale.
"""

import re
import sys
from importlib import import_module
from inspect import Parameter, signature
from pathlib import Path

from glassnet.widgets.host import HostedWidget

ROOT = Path(__file__).parents[1]
WIDGETS = ROOT / "src/glassnet/widgets"
DOOR = WIDGETS / "__init__.pyi"
PAGE = ROOT / "docs/widgets.md"
BEGIN, END = "<!-- widgets: made by make generate -->\n", "<!-- end of widgets -->\n"


def widgets() -> list[type[HostedWidget]]:
    """Return the widget of every folder that has a module `widget`."""
    found = []
    for file in sorted(WIDGETS.glob("*/widget.py")):
        module = import_module(f"glassnet.widgets.{file.parent.name}.widget")
        (widget,) = [each for each in vars(module).values() if _is_widget_of(each, module.__name__)]
        found.append(widget)
    return sorted(found, key=lambda widget: widget.__name__)


def _is_widget_of(thing: object, module: str) -> bool:
    return isinstance(thing, type) and issubclass(thing, HostedWidget) and thing.__module__ == module


def door() -> str:
    """Return the stub of glassnet.widgets."""
    lines = [f"from {widget.__module__} import {widget.__name__} as {widget.__name__}" for widget in widgets()]
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


def _row(widget: type[HostedWidget]) -> str:
    name = widget.__name__
    words = re.sub(r"(?<!^)(?=[A-Z])", " ", name).capitalize()
    arguments = ", ".join(each.name for each in signature(widget).parameters.values() if _is_needed(each))
    return f"| {words} | `gn.widgets.{name}({arguments})` | {(widget.__doc__ or '').splitlines()[0]} |"


def _is_needed(argument: Parameter) -> bool:
    return argument.default is argument.empty and argument.kind is not argument.VAR_KEYWORD


def written() -> dict[Path, str]:
    """Return both files with their texts."""
    return {DOOR: door(), PAGE: page()}


def main() -> None:
    """Write both files anew."""
    for path, text in written().items():
        path.write_text(text, encoding="utf-8")
    sys.stdout.write(f"widgets: {len(widgets())}\n")


if __name__ == "__main__":
    main()
