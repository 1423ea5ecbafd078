"""Explanations: why one number is what it is, as text, as LaTeX, as a tree and as data for a page."""

import math
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from glassnet.base.checks import whole_number
from glassnet.explain.expression import Expression, evaluate, fold, leaves
from glassnet.explain.reference import Reference
from glassnet.explain.simplify import simplify
from glassnet.explain.style import LATEX, TEXT, format_number
from glassnet.explain.view import View, make_view
from glassnet.explain.write import write_numbers, write_symbols
from glassnet.figures.faces.face import listing
from glassnet.figures.faces.formula import as_html


class Leaf(NamedTuple):
    """A recorded number that another was computed from."""

    reference: Reference
    value: Any


@dataclass(frozen=True, eq=False)
class Explanation:
    """The arithmetic that made one number.

    Arguments:
        reference: which number.
        expression: how it was computed from recorded numbers, which can be explained in turn.
        note: for a number that was not computed in this step, where it comes from.
        earlier: for a number that an earlier step computed, that step and the number's reference in it.
        terms: how many terms of a long sum are shown; the largest come first.
    """

    reference: Reference
    expression: Expression
    note: str = ""
    earlier: tuple[int, Reference] | None = None
    terms: int = 6

    @property
    def value(self) -> Any:
        """The number as it was recorded."""
        return self.expression.value

    @cached_property
    def leaves(self) -> tuple[Leaf, ...]:
        """The recorded numbers that it was computed from, each with its `reference` and `value`, in formula order."""
        found = (Leaf(leaf.reference, leaf.value) for leaf in leaves(self.expression) if leaf.reference is not None)
        return tuple(leaf for leaf in found if leaf.reference != self.reference)

    @cached_property
    def view(self) -> View:
        """The expression as it is shown: sums flattened, long ones folded."""
        return make_view(simplify(self.expression), self.terms)

    @property
    def formula(self) -> str:
        """The arithmetic in symbols, on one line."""
        return f"{self._name} = {write_symbols(self.view, self.reference.layer, TEXT)}"

    @property
    def numbers(self) -> str:
        """The arithmetic in numbers, on one line."""
        return f"{self._name} = {self.in_numbers()}"

    def in_numbers(self, digits: int = 4) -> str:
        """Return the right-hand side in numbers, rounded to `digits` significant digits."""
        whole_number("digits", digits, minimum=1, maximum=17)
        return write_numbers(self.view, TEXT, digits)

    @property
    def latex(self) -> str:
        """Three lines of LaTeX: in symbols, in numbers, and the value."""
        name = LATEX.reference(self.reference, self.reference.layer)
        if self._is_given:
            return f"{name} = {LATEX.number(self.value, 4)}".replace("−", "-")
        symbols = write_symbols(self.view, self.reference.layer, LATEX)
        numbers = write_numbers(self.view, LATEX, 4)
        lines = [f"{name} &= {symbols}", f"&= {numbers}", f"&= {LATEX.number(self.value, 4)}"]
        text = " \\\\\n".join(lines).replace("−", "-")
        return f"\\begin{{aligned}}\n{text}\n\\end{{aligned}}"

    @property
    def text(self) -> str:
        """The formula in symbols, then in numbers, then the value."""
        if self._is_given:
            return f"{self.reference} = {format_number(self.value)}  ({self.note})"
        indent = " " * len(self._name)
        lines = [f"{self.reference.layer}: {self.formula}", f"{indent} = {self.in_numbers()}"]
        prefix = " " * (len(self.reference.layer) + 2)
        return "\n".join([lines[0], prefix + lines[1], f"{prefix}{indent} = {format_number(self.value, 6)}"])

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"<{self.reference} = {format_number(self.value)}>"

    def _repr_html_(self) -> str:
        lines = self.text.split("\n")
        shown = "<br>".join(as_html(line.strip()) for line in lines)
        return f"<section><p>{shown}</p>{listing('As a tree, with every leaf', self.tree())}</section>"

    def evaluate(self) -> Any:
        """Recompute the number from its leaves, in double precision."""
        return evaluate(self.expression)

    def tree(self, digits: int = 4) -> str:
        """Return the expression as a tree, one operation or leaf per line."""
        whole_number("digits", digits, minimum=1, maximum=17)
        lines: list[str] = []
        stack: list[tuple[View | str, str, str]] = [(self.view, "", "")]
        while stack:
            view, first, rest = stack.pop()
            if isinstance(view, str):
                lines.append(first + view)
                continue
            lines.append(f"{first}{_label(view, self.reference)} = {format_number(view.value, digits)}")
            below: list[View | str] = [*view.operands]
            if view.folded is not None:
                total = "" if view.folded.value is None else f" = {format_number(view.folded.value, digits)}"
                below.append(f"{view.folded.terms} more{total}")
            rows = [(part, f"{rest}├ ", f"{rest}│ ") for part in below[:-1]]
            rows += [(part, f"{rest}└ ", f"{rest}  ") for part in below[-1:]]
            stack.extend(reversed(rows))
        return "\n".join(lines)

    def to_dict(self) -> dict[str, Any]:
        """Return everything a page needs, ready for JSON."""
        return {
            "reference": reference_to_dict(self.reference),
            "value": number_to_json(self.value),
            "formula": self.formula,
            "numbers": self.numbers,
            "latex": self.latex,
            "note": self.note,
            "earlier": None
            if self.earlier is None
            else {"step": self.earlier[0], "reference": reference_to_dict(self.earlier[1])},
            "leaves": len(self.leaves),
            "expression": fold(self.view, _view_to_dict),
        }

    @property
    def _is_given(self) -> bool:
        """Whether the number was not computed in this step."""
        return not self.expression.operands and not self.leaves

    @property
    def _name(self) -> str:
        return TEXT.reference(self.reference, self.reference.layer)


def _label(view: View, about: Reference) -> str:
    if view.reference is not None:
        return TEXT.reference(view.reference, about.layer)
    return view.op


def number_to_json(value: Any) -> Any:
    """Return a number ready for JSON: infinity and NaN become strings, booleans 1 and 0.

    >>> number_to_json(0.5), number_to_json(float("nan")), number_to_json(True)
    (0.5, 'nan', 1)
    """
    if isinstance(value, bool):
        return int(value)
    return value if math.isfinite(value) else str(float(value))


def reference_to_dict(reference: Reference) -> dict[str, Any]:
    """Return a reference ready for JSON."""
    return {"layer": reference.layer, "part": reference.part, "index": list(reference.index), "text": str(reference)}


def _view_to_dict(view: View, operands: list[dict[str, Any]]) -> dict[str, Any]:
    result: dict[str, Any] = {"op": view.op, "value": number_to_json(view.value)}
    if view.reference is not None:
        result["reference"] = reference_to_dict(view.reference)
    if operands:
        result["operands"] = operands
    if view.folded is not None:
        value = view.folded.value
        result["folded"] = {"terms": view.folded.terms, "value": None if value is None else number_to_json(value)}
    return result
