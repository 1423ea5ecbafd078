"""What a lesson's cell shows and does, recognised by its calls: prose, code, exercises, figures, widgets, controls."""

import ast
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeAlias

from glassnet.lessons.prose import Prose, prose


@dataclass(frozen=True)
class ShownCode:
    """A listing of functions' source; a folded one shows only its title at first."""

    functions: tuple[str, ...]
    folded: bool = False


@dataclass(frozen=True)
class Exercise:
    """An exercise on a card, by lesson and number: "07.3"."""

    number: str


@dataclass(frozen=True)
class Judge:
    """A card judging a function that the reader writes."""

    function: str


@dataclass(frozen=True)
class Figure:
    """A figure, by the function that draws it: "gn.figures.loss_chart"."""

    kind: str


@dataclass(frozen=True)
class Widget:
    """A widget of `gn.widgets`."""

    kind: str


@dataclass(frozen=True)
class Control:
    """Something other cells can react to: a slider, list or button, a widget's values, a state."""

    kind: str


@dataclass(frozen=True)
class Stop:
    """A point where the cell stops if a condition holds."""


@dataclass(frozen=True)
class ScriptOnly:
    """Output shown only when the lesson is run as a script."""


Part: TypeAlias = Prose | ShownCode | Exercise | Judge | Figure | Widget | Control | Stop | ScriptOnly

TRANSPARENT_CALLS = {"linked", "cleandoc"}
"""Calls that prose may be wrapped in while still being the same for every reader."""


def parts_of(body: Iterable[ast.stmt]) -> tuple[Part, ...]:
    """Return what statements show and do, in the order of the source.

    >>> parts_of(ast.parse("rate = mo.ui.slider(); mo.md('How fast?')").body)
    (Control(kind='slider'), Prose(text='How fast?', fixed=True))
    """
    calls = [node for statement in body for node in ast.walk(statement) if isinstance(node, ast.Call)]
    found = [part_of(call) for call in sorted(calls, key=lambda call: (call.lineno, call.col_offset))]
    return tuple(part for part in found if part is not None)


def part_of(call: ast.Call) -> Part | None:
    """Return what one call shows or does; None if it is not one of the known parts."""
    owner, _, name = dotted(call.func).rpartition(".")
    if name == "judge" and owner.endswith("card"):
        return Judge(ast.unparse(call.args[0]))
    if (owner, name) in MAKERS:
        return MAKERS[owner, name](call)
    return KINDS[owner](name) if owner in KINDS else None


def dotted(value: ast.expr) -> str:
    """Return a dotted name, "mo.ui.slider"; "" if the expression is anything else.

    >>> dotted(ast.parse("mo.ui.slider", mode="eval").body)
    'mo.ui.slider'
    """
    if isinstance(value, ast.Attribute):
        owner = dotted(value.value)
        return f"{owner}.{value.attr}" if owner else ""
    return value.id if isinstance(value, ast.Name) else ""


def text_of(call: ast.Call) -> Prose:
    """Return the prose that `mo.md(…)` shows."""
    value = call.args[0]
    while isinstance(value, ast.Call) and dotted(value.func) in TRANSPARENT_CALLS:
        value = value.args[0]
    if isinstance(value, ast.Constant):
        return prose(str(value.value))
    return prose(_indented("".join(_written(value))), fixed=False)


def _indented(text: str) -> str:
    """Return a text with each line that begins with a computed value indented like the others.

    >>> _indented("    # Title\\n…")
    '    # Title\\n    …'
    """
    fixed = (line for line in text.splitlines() if line.strip() and not line.startswith("…"))
    margin = min((len(line) - len(line.lstrip()) for line in fixed), default=0)
    return re.sub("^(?=…)", " " * margin, text, flags=re.MULTILINE)


def _written(value: ast.expr) -> Iterable[str]:
    """Return the strings that a text is built from."""
    if isinstance(value, ast.Constant):
        return [value.value] if isinstance(value.value, str) else []
    if isinstance(value, ast.FormattedValue):
        return ["…"]
    if isinstance(value, ast.Call):  # "….".replace(…): the replacement is not counted
        return _written(value.func)
    children = (node for node in ast.iter_child_nodes(value) if isinstance(node, ast.expr))
    return [text for child in children for text in _written(child)]


def _figure(drawn: ast.expr) -> Part | None:
    return Figure(dotted(drawn.func)) if isinstance(drawn, ast.Call) else None


def _folded(call: ast.Call) -> bool:
    return any(given.arg == "folded" and ast.unparse(given.value) == "True" for given in call.keywords)


def _exercise(call: ast.Call) -> Part | None:
    name = call.args[1] if len(call.args) > 1 else None
    return Exercise(name.value) if isinstance(name, ast.Constant) and isinstance(name.value, str) else None


MAKERS: dict[tuple[str, str], Callable[[ast.Call], Part | None]] = {
    ("mo", "md"): text_of,
    ("mo", "Html"): lambda call: _figure(call.args[0]),
    ("mo", "state"): lambda _: Control("state"),
    ("mo", "stop"): lambda _: Stop(),
    ("", "show_code"): lambda call: ShownCode(tuple(ast.unparse(function) for function in call.args), _folded(call)),
    ("", "Card"): _exercise,
    ("", "is_script"): lambda _: ScriptOnly(),
}
"""By the owner and name of the function called."""

KINDS: dict[str, Callable[[str], Part]] = {"mo.ui": Control, "gn.widgets": Widget}
"""By the owner of the function called; its name is the kind."""
