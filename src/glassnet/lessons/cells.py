"""The cells of a lesson's notebook, read from its source without running it."""

import ast
import io
import tokenize
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from glassnet.lessons.parts import Control, Part, part_of, parts_of
from glassnet.lessons.prose import Prose


@dataclass(frozen=True)
class Cell:
    """One cell of a lesson.

    Arguments:
        source: its code, without indentation.
        hidden: whether the lesson's page hides the code.
        reads, makes: the names that it uses from other cells, and the names that it defines for them.
    """

    source: str
    hidden: bool = False
    reads: tuple[str, ...] = ()
    makes: tuple[str, ...] = ()

    @cached_property
    def body(self) -> list[ast.stmt]:
        """The cell's statements."""
        return ast.parse(self.source).body

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """What the cell shows and does."""
        return parts_of(self.body)

    @property
    def only(self) -> Part | None:
        """The only part of the cell; None if it has several parts or none."""
        if len(self.body) != 1:
            return None
        (whole,) = self.body
        call = whole.value if isinstance(whole, ast.Expr) else whole.test if isinstance(whole, ast.If) else None
        return part_of(call) if isinstance(call, ast.Call) else None

    @property
    def prose(self) -> tuple[Prose, ...]:
        """The prose that it shows."""
        return tuple(part for part in self.parts if isinstance(part, Prose))

    @property
    def controls(self) -> tuple[str, ...]:
        """The names of the controls that it creates."""
        made = (
            node.targets[0]
            for node in self.body
            if isinstance(node, ast.Assign)
            and isinstance(node.value, ast.Call)
            and isinstance(part_of(node.value), Control)
        )
        return tuple(ast.unparse(target.elts[0] if isinstance(target, ast.Tuple) else target) for target in made)

    @property
    def function(self) -> str:
        """The name of the function or class that the cell defines; "" if it is anything else."""
        (first, *more) = self.body or [ast.Pass()]
        return first.name if isinstance(first, ast.FunctionDef | ast.ClassDef) and not more else ""

    @cached_property
    def code_lines(self) -> int:
        """The number of lines of code, not counting prose, blank lines and comments."""
        lines = self.source.splitlines()
        texts = [
            node
            for statement in self.body
            for node in ast.walk(statement)
            if isinstance(node, ast.Constant | ast.JoinedStr) and node.end_lineno != node.lineno
        ]
        inside = {number for text in texts for number in range(text.lineno + 1, (text.end_lineno or 0) + 1)}
        return sum(
            bool(line.strip()) and not line.strip().startswith("#") and number not in inside
            for number, line in enumerate(lines, 1)
        )


def cells_of(text: str) -> Iterator[Cell]:
    """Return the cells of a marimo notebook in order.

    >>> [cell.source for cell in cells_of("@app.cell\\ndef _():\\n    x = 1\\n    return (x,)")]
    ['x = 1']
    """
    lines, inside = text.splitlines(), lines_inside_strings(text)
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
    """Return the statements' lines without their indentation; lines inside a multi-line string are left as they are."""
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


def lines_inside_strings(text: str) -> set[int]:
    """Return the numbers of the lines that begin inside a string."""
    inside: set[int] = set()
    begun: list[int] = []
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        kind = tokenize.tok_name[token.type]
        if kind == "STRING":
            inside.update(range(token.start[0] + 1, token.end[0] + 1))
        elif kind.endswith("STRING_START"):  # from Python 3.12 on, an f-string is several tokens
            begun.append(token.start[0])
        elif kind.endswith("STRING_END"):
            inside.update(range(begun.pop() + 1, token.end[0] + 1))
    return inside
