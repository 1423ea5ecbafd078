"""One column of a table: read as text, judged once."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from glassnet.base.arrays import Array
from glassnet.data.table.layout import Layout
from glassnet.data.table.numerals import REMARK, Numerals, advice_on, has_affix, without_affix

MISSING = (
    "",
    *("NA", "N/A", "n/a", "<NA>", "#N/A", "#NA", "NaN", "nan", "-nan", "-NaN", "null", "NULL", "None"),
    *("1.#IND", "-1.#IND", "1.#QNAN", "-1.#QNAN", "#N/A N/A"),
)
"""Text that marks a missing value in any column, as pandas reads it."""

USUAL_MARKS = (
    "?",
    "-",
    "--",
    "–",
    "—",
    "−",
    ".",
    "..",
    "...",
    "*",
    "unknown",
    "missing",
    "none",
    "nil",
    "#div/0!",
    "#num!",
)
"""Text that marks a missing value in a column of numbers; case is ignored."""

STAND_INS = (-999, -9999, 999, 9999, -99, 99999)
"""Numbers that some files use for missing values."""

FEW_ODD = 3
"""Among more distinct numbers than this, and than distinct other cells, the others are odd cells."""


@dataclass(frozen=True, eq=False)
class Column:
    """A column and how it was interpreted.

    Arguments:
        name: its heading.
        text: its cells, a pandas series.
        lines: the line of each cell in the file.
        missing: which cells are missing values (samples,).
        values: its numbers (samples,), NaN where missing; None for a column of text.
        notes: remarks about it for the report.
        problem: why it can't be used as it is, with the line and the option that fixes it; or "".
    """

    name: str
    text: Any
    lines: Array
    missing: Array
    values: Array | None
    notes: tuple[str, ...] = ()
    problem: str = ""

    @cached_property
    def known(self) -> Any:
        """The cells that aren't missing."""
        return self.text[~self.missing]

    @cached_property
    def distinct(self) -> int:
        """The number of distinct cells."""
        return len(set(self.known))


def judge(name: str, text: Any, lines: Array, layout: Layout) -> Column:
    """Return a column as numbers or as text.

    A column with a few cells that aren't numbers is a column of numbers with a problem; marks such as "?" among numbers
    are missing values, and so are `layout.missing_marks` anywhere.
    """
    missing = text.isin((*MISSING, *layout.missing_marks)).to_numpy()
    if name in layout.categories:
        return Column(name, text, lines, missing, None, ("categories, as asked",))
    numerals = Numerals(layout.decimal, layout.thousands)
    values, notes = numerals.read(text), []
    bare, unit = without_affix(text[~missing]) if (values.isna() & ~missing).any() else (text, "")
    if unit:
        values = numerals.read(bare).reindex(text.index)
        notes.append(f'numbers in "{unit}", without the sign')
    number = values.notna().to_numpy() & ~missing
    other = ~missing & ~number
    mark = other.copy()
    mark[other] = text[other].str.casefold().isin(USUAL_MARKS)
    odd = other & ~mark
    if not _are_numbers(text, number, odd, mark):
        return _as_text(name, text, lines, missing, number)
    if mark.any():
        listed = ", ".join(repr(one) for one in sorted(set(text[mark])))
        notes.append(f"{listed} among numbers read as a missing value ({int(mark.sum())} times)")
    if odd.any():
        problem = _odd_cells(name, text, lines, (number, odd))
        return Column(name, text, lines, missing | mark, values.to_numpy(), tuple(notes), problem)
    notes += _about_numbers(text[number], values[number])
    return Column(name, text, lines, missing | mark, values.to_numpy(), tuple(notes))


def _are_numbers(text: Any, number: Array, odd: Array, mark: Array) -> bool:
    """Return whether the column is numeric: most cells, or most distinct cells, are numbers."""
    if not number.any():
        return not odd.any() and not mark.any()  # nothing but missing values
    return int(number.sum()) >= int(odd.sum()) or text[number].nunique() > max(FEW_ODD, text[odd].nunique())


def _as_text(name: str, text: Any, lines: Array, missing: Array, number: Array) -> Column:
    known = text[~missing]
    counts = Counter(known)
    advised = {cell for cell in counts if advice_on(cell) is not None}
    if counts and 2 * sum(counts[cell] for cell in advised) >= len(known):
        place = next(at for at in np.flatnonzero(~missing).tolist() if text.iloc[at] in advised)
        problem = (
            f"{_at(name, lines[place])}: {text.iloc[place]!r} looks like a number in another format; "
            f'{advice_on(text.iloc[place])}, or categories=["{name}"] if it is text'
        )
        return Column(name, text, lines, missing, None, (), problem)
    notes = []
    if number.any():
        notes.append(f"text, though {int(number.sum())} of {len(known)} cells are numbers")
    if "?" in counts:
        problem = (
            f"{_at(name, lines[np.flatnonzero(text == '?')[0]])}: '?' may be a category or a missing value; use "
            f'missing_marks=["?"] for a missing value, categories=["{name}"] for a category'
        )
        return Column(name, text, lines, missing, None, (), problem)
    marks = sorted(cell for cell in counts if cell.casefold() in USUAL_MARKS)
    if marks:
        notes.append(f"{marks[0]!r} is one of its categories; if it is a missing value, use missing_marks={marks}")
    if len({cell.casefold() for cell in counts}) < len(counts):
        notes.append("some categories differ only in case")
    return Column(name, text, lines, missing, None, tuple(notes))


def _odd_cells(name: str, text: Any, lines: Array, kinds: tuple[Array, Array]) -> str:
    number, odd = kinds
    places = np.flatnonzero(odd)
    cell, line = text.iloc[places[0]], lines[places[0]]
    others = "" if len(places) == 1 else f" and {len(places) - 1} more (such as line {lines[places[1]]})"
    written = advice_on(cell)
    if has_affix(cell):
        other = lines[np.flatnonzero(number)[0]]
        advice = f"write all cells with the same sign (like {cell!r}) or without one (like line {other})"
    elif written:
        advice = f"{written}; or use drop=[{line}] to skip the line"
    elif REMARK.match(cell):
        advice = f'use comment="{cell[:1] if cell[0] == "#" else "//"}" if such lines are comments'
    elif len(places) == 1 and places[0] == 0:
        advice = f"if line {line} contains units or a second header, skip it with drop=[{line}]"
    else:
        advice = (
            f'if it marks a missing value, use missing_marks=["{cell}"] and missing="drop" or missing="fill"; '
            f"drop=[{line}] skips the line"
        )
    return (
        f"{_at(name, line)}: {cell!r}{others} is not a number, but {int(number.sum())} other cells are; {advice}, "
        f'categories=["{name}"] reads the column as text, drop=["{name}"] excludes it'
    )


def _at(name: str, line: int) -> str:
    return f"line {line}, column {name!r}"


def _about_numbers(text: Any, values: Any) -> list[str]:
    """Return remarks about a column of numbers."""
    notes = []
    if any(cell.isdecimal() and len(cell) > 1 for cell in text.tolist() if cell[:1] == "0"):
        notes.append("written with leading zeros: if these are codes, use categories=")
    if len(values) and bool((values.abs() > 2.0**53).any()) and not np.isinf(values).any():
        notes.append("whole numbers too large to be represented exactly")
    for mark in STAND_INS:
        rest = values[values != mark]
        if len(rest) and len(rest) < len(values) and not rest.min() - np.ptp(rest) <= mark <= rest.max() + np.ptp(rest):
            notes.append(f'{mark} is far from the others: if it is a missing value, use missing_marks=["{mark}"]')
    return notes


def looks_like_identifier(column: Column) -> bool:
    """Return whether all cells differ, in a column of text or of consecutive whole numbers."""
    known = column.known
    if len(known) < 5 or column.distinct < len(known):
        return False
    if column.values is None:
        return True
    values = column.values[~column.missing]
    whole = bool(np.isfinite(values).all() and (values % 1 == 0).all())
    spread = float(values.max() - values.min()) if whole else 0.0
    named = column.name.casefold().replace("_", " ").split()[-1:] in (["id"], ["index"], ["number"], ["no"], ["nr"])
    return whole and (spread == len(values) - 1 or named or column.name.endswith("Id"))


def mirrors(column: Column, target: Column) -> bool:
    """Return whether a column determines the target: its values and those of the target correspond one to one."""
    both = ~column.missing & ~target.missing
    if column.values is not None and target.values is not None:
        x, y = column.values[both], target.values[both]
        if not (np.isfinite(x).all() and np.isfinite(y).all()) or len(x) < 3 or x.std() == 0 or y.std() == 0:
            return False
        return bool(abs(np.corrcoef(x, y)[0, 1]) > 1 - 1e-9)
    if both.all() and column.distinct != target.distinct:
        return False
    pairs = set(zip(column.text[both], target.text[both], strict=True))
    ones, others = {one for one, _ in pairs}, {other for _, other in pairs}
    return len(pairs) == len(ones) == len(others) and 1 < len(pairs) < int(both.sum())
