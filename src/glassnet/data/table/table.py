"""A table as interpreted columns."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import numpy as np

from glassnet.base.arrays import Array
from glassnet.base.errors import DataError, SettingError
from glassnet.base.registry import look_up
from glassnet.data.table.columns import Column, judge
from glassnet.data.table.layout import Layout
from glassnet.data.table.numerals import Numerals
from glassnet.data.table.rows import NAMES_OF_SEPARATORS, SEPARATORS, Rows, is_row_numbers, read_rows
from glassnet.data.table.source import read_text


@dataclass(frozen=True)
class Table:
    """The interpreted columns of a file, and what was skipped.

    Arguments:
        columns: by name.
        notes: remarks on what was skipped.
        lines: the line of each row in the file.
    """

    columns: dict[str, Column]
    notes: tuple[str, ...]
    lines: Array


def read_table(path: Path, layout: Layout) -> Table:
    """Return the table in a file.

    Raises:
        DataError: the file can't be read as a table, or its first line may be data or names.
    """
    text = read_text(path, layout.encoding)
    path = Path(path.name)  # what messages call it from here on: long folders would crowd out the advice
    rows = read_rows(text, layout, path)
    if len(rows.cells[0]) == 1 and (mark := next((mark for mark in SEPARATORS if mark in rows.cells[0][0]), None)):
        raise DataError(f"{path} has one column, {rows.cells[0][0]!r}; pass its separator, such as separator={mark!r}.")
    names, cells, lines = _headed(rows, layout, path)
    import pandas as pd  # half a second to import, and only tables need it

    width, flat = len(names), list(chain.from_iterable(cells))  # far quicker than zip of a hundred thousand rows
    texts = [pd.Series(flat[place::width], dtype=object) for place in range(width)]
    notes = list(rows.notes)
    if rows.separator != ",":
        notes.append(f"cells are separated by {NAMES_OF_SEPARATORS.get(rows.separator, repr(rows.separator))}")
    dropped = [name for name in layout.drop if isinstance(name, str)]
    for name in (*dropped, *layout.categories):
        look_up(f"column of {path.name}", name, {one: one for one in names})
    columns = {}
    for name, text in zip(names, texts, strict=True):
        if name in dropped:
            notes.append(f"column {name!r} dropped as requested")
        elif name == names[0] == "column 1" and layout.header is not None and is_row_numbers(text.tolist()):
            notes.append("the first column, without a name, was removed: it numbers the rows")
        else:
            columns[name] = judge(name, text, lines, layout)
    return Table(columns, tuple(notes), lines)


def _headed(rows: Rows, layout: Layout, path: Path) -> tuple[list[str], list[list[str]], Array]:
    """Return names, rows and their lines."""
    width = len(rows.cells[0])
    positions = [f"column {number}" for number in range(1, width + 1)]
    if layout.header is None:
        return positions, rows.cells, np.array(rows.lines)
    first, cells = rows.cells[0], rows.cells[1:]
    names = [name or position for name, position in zip(first, positions, strict=True)]
    twice = sorted({name for name in names if names.count(name) > 1})
    if layout.header == "auto" and cells:
        _check_header(first, cells, rows.lines[0], layout, path)
    if twice:
        raise DataError(
            f"{path} has two columns of the same name: {', '.join(twice)} (line {rows.lines[0]}); give each its own "
            "name, or use header=None if that line is data."
        )
    if not cells:
        raise DataError(f"{path} has column names but no rows.")
    return names, cells, np.array(rows.lines[1:])


def _check_header(first: Sequence[str], cells: list[list[str]], line: int, layout: Layout, path: Path) -> None:
    """Raise an error for a first line that looks like data: numbers above numbers, or only cells that occur again."""
    found = _numbers_above_numbers(first, cells, layout)
    again = len(first) > 1 and all(name and any(row[at] == name for row in cells) for at, name in enumerate(first))
    if not found and not again:
        return
    why = f"it has {found[0]!r} above numbers" if found else "all its cells occur again below"
    raise DataError(
        f"{path}: line {line} should contain the column names, but it looks like data ({why}); use header=None if "
        f'there are no names (they become "column 1", …), header=0 if these are the names, or drop=[{line}] '
        "to skip the line."
    )


def _numbers_above_numbers(first: Sequence[str], cells: list[list[str]], layout: Layout) -> list[str]:
    import pandas as pd  # half a second to import, and only tables need it

    numerals = Numerals(layout.decimal, layout.thousands)
    places = np.flatnonzero(numerals.read(pd.Series(list(first), dtype=object)).notna()).tolist()
    below = {at: pd.Series([row[at] for row in cells[:100]], dtype=object) for at in places}
    return [first[at] for at in places if numerals.read(below[at]).notna().mean() > 0.5]


def column_at(table: Table, target: str | int, path: Path) -> str:
    """Return the name of a column that is given by its name or its position (counted from 0, −1 is the last).

    Raises:
        UnknownNameError, SettingError: there is none.
    """
    names = list(table.columns)
    if isinstance(target, int) and not isinstance(target, bool):
        if not -len(names) <= target < len(names):
            raise SettingError(f"{path.name} has {len(names)} columns; got target={target}.")
        return names[target]
    return str(look_up(f"column of {path.name}", target, {name: name for name in names}))  # type: ignore[arg-type]
