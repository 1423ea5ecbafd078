"""A table's text as rows of cells, each row with the number of its line."""

import csv
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from glassnet.base.errors import DataError, SettingError
from glassnet.data.table.layout import WHITESPACE, Layout

SEPARATORS = ("\t", ";", "|", ",")
"""In this order: a comma may also be the decimal mark of a table whose separator is another."""

SAMPLE_LINES = 50
BLANK = re.compile(r"\s")
REMARKS = ("#", "//", "%", "@")
NAMES_OF_SEPARATORS = {"\t": "a tab", WHITESPACE: "spaces", ",": "a comma", ";": "a semicolon", "|": "a bar"}


@dataclass(frozen=True)
class Rows:
    """The rows of a table: cells without surrounding spaces, all rows of the same length.

    Arguments:
        cells: one list per row.
        lines: the line of the file in which each row begins, counted from 1.
        separator: what separates the cells.
        notes: remarks on what was skipped.
    """

    cells: list[list[str]]
    lines: list[int]
    separator: str
    notes: tuple[str, ...] = ()


def read_rows(text: str, layout: Layout, path: Path) -> Rows:
    """Return the rows of a table; empty lines, comments and dropped lines are skipped.

    Raises:
        DataError: no rows, a quotation mark that is never closed, or a line with more or fewer cells than the others.
    """
    lines = re.split(r"\r\n|\r|\n", text)
    told = re.fullmatch(r'"?sep=(.)"?', lines[0].strip())  # as Excel writes it
    dropped = sorted({one for one in layout.drop if isinstance(one, int)})
    if dropped and not 1 <= dropped[0] <= dropped[-1] <= len(lines):
        raise SettingError(f"{path} has lines 1 to {len(lines)}; got drop={dropped}.")
    comments = {number for number, line in enumerate(lines, 1) if _is_comment(line, layout)}
    skipped = {*comments, *dropped, *([1] if told else [])}
    kept = ["" if number in skipped else line for number, line in enumerate(lines, 1)]
    separator = layout.separator
    if separator == "auto":
        separator = told[1] if told else found_separator(kept)
    cells, numbers = _parsed(kept, separator, path)
    if not cells:
        raise DataError(f"{path} can't be read as a table: it has no cells.")
    filled = [place for place, row in enumerate(cells) if any(row)]
    notes = _left_out(len(cells) - len(filled), len(comments), dropped)
    begin = layout.header if isinstance(layout.header, int) else 0
    cells, numbers = [cells[place] for place in filled[begin:]], [numbers[place] for place in filled[begin:]]
    cells, more = _even(cells, numbers, separator, layout, path)
    return Rows(cells, numbers, separator, (*notes, *more))


def _left_out(empty: int, comments: int, dropped: Sequence[int]) -> list[str]:
    """Return remarks on what was skipped."""
    notes = [f"empty rows skipped: {empty}"] if empty else []
    notes += [f"comment lines skipped: {comments}"] if comments else []
    return [*notes, *([f"dropped as requested: line {', '.join(map(str, dropped))}"] if dropped else [])]


def found_separator(lines: Sequence[str]) -> str:
    r"""Return what separates the cells: the first candidate that every line has equally often.

    >>> found_separator(["a;b", "0,5;1,5"]), found_separator(["a,b", "1,x;y"]), found_separator(["1  2", " 3 4"])
    (';', ',', '\\s+')
    """
    sample = [line for line in lines[: 20 * SAMPLE_LINES] if line.strip()][:SAMPLE_LINES]
    even = [separator for separator in SEPARATORS if _is_even(sample, separator)]
    if even:
        with_blanks = even == ["\t", ","] and sample[0].count("\t") == sample[0].count(",")
        return "," if with_blanks else even[0]
    if not any("," in line for line in sample):
        for separator in (";", "\t", "|"):
            if all(separator in line for line in sample[1:]) and len(sample) > 1:
                return separator
        blank = [len(line.split()) for line in sample]
        if len(blank) > 1 and min(blank) == max(blank) > 1:
            return WHITESPACE
    return ","


def _is_even(sample: Sequence[str], separator: str) -> bool:
    if not sample or not any(separator in line for line in sample):
        return False
    counts = {len(row) for row in csv.reader([line + "\n" for line in sample], delimiter=separator) if row}
    return len(counts) == 1 and counts != {1}


def _is_comment(line: str, layout: Layout) -> bool:
    return layout.comment is not None and line.lstrip().startswith(layout.comment)


def _parsed(lines: list[str], separator: str, path: Path) -> tuple[list[list[str]], list[int]]:
    if separator == WHITESPACE:
        lines, separator = [" ".join(line.split()) for line in lines], " "
    elif len(separator) > 1:
        lines, separator = [line.replace(separator, "\x1f") for line in lines], "\x1f"
    reader = csv.reader(_with_ends(lines), delimiter=separator, skipinitialspace=True, strict=True)
    cells, numbers, before = [], [], 0
    blank = any(BLANK.search(line) for line in lines)
    try:
        for row in reader:
            if row:
                cells.append([cell.strip() for cell in row] if blank else row)
                numbers.append(before + 1)
            before = reader.line_num
    except csv.Error as error:
        problem = (
            "a quotation mark is opened and never closed"
            if "end of data" in str(error) or "limit" in str(error)
            else "a quotation mark is inside a cell, not around it"
        )
        raise DataError(
            f"{path} can't be read as a table: in the row that begins in line {before + 1}, {problem}; correct it, or "
            f"use drop=[{before + 1}]."
        ) from None
    return cells, numbers


def _with_ends(lines: list[str]) -> Iterator[str]:
    return (line + "\n" for line in lines)


def _even(
    cells: list[list[str]], numbers: list[int], separator: str, layout: Layout, path: Path
) -> tuple[list[list[str]], list[str]]:
    """Return rows of one length: an empty last cell in every row is removed, a row of another length is an error."""
    if not cells:
        raise DataError(f"{path} has no rows: header={layout.header} is beyond its end.")
    counts = Counter(map(len, cells))
    usual = max(counts, key=lambda count: (counts[count], count == len(cells[0])))
    shorter_header = layout.header is not None and len(cells[0]) == usual - 1 and counts[usual] == len(cells) - 1
    if shorter_header and not any(row[-1] for row in cells[1:]):  # a comma at the end of every line but the first
        return [cells[0], *(row[:-1] for row in cells[1:])], ["an empty column at the end was removed"]
    for row, number in zip(cells, numbers, strict=True):
        if len(row) != usual:
            raise DataError(_ragged(row, number, usual, numbers[0], separator, path))
    if usual > 1 and not any(row[-1] for row in cells):
        return [row[:-1] for row in cells], ["an empty column at the end was removed"]
    return cells, []


def _ragged(row: list[str], number: int, usual: int, first: int, separator: str, path: Path) -> str:
    """Return the error message for a row whose length differs from the others."""
    advice = f"correct it, or skip it with drop=[{number}]"
    mark = next((mark for mark in REMARKS if row[0].startswith(mark)), None)
    if mark:
        advice = f'if such lines are comments, use comment="{mark}"'
    elif number == first:
        if len(row) == usual - 1:
            return (
                f"{path} can't be read as a table: line {number} has {len(row)} names, but the lines after it have "
                f"{usual} cells; add the missing name (row names need one too), or use drop=[{number}] and header=None."
            )
        advice = f"if it is a title, skip it with drop=[{number}]; if there are no names at all, use header=None too"
    elif separator == "," and len(row) > usual:
        advice += (
            '; cells that hold commas need quotation marks around them (decimal commas: separator=";", decimal=",")'
        )
    cells = "1 cell" if len(row) == 1 else f"{len(row)} cells"
    return (
        f"{path} can't be read as a table: line {number} has {cells} where most lines have {usual} "
        f"(separated by {NAMES_OF_SEPARATORS.get(separator, repr(separator))}); {advice}."
    )


def is_row_numbers(cells: Sequence[str]) -> bool:
    """Return whether cells are 0, 1, 2, … or 1, 2, 3, …, as a program numbers rows.

    >>> is_row_numbers(["1", "2", "3"]), is_row_numbers(["0", "2"])
    (True, False)
    """
    return (
        bool(cells)
        and cells[0] in ("0", "1")
        and all(cell == str(number) for number, cell in enumerate(cells, int(cells[0])))
    )
