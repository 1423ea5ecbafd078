"""What became of each column of a table, in words."""

from collections.abc import Sequence

import numpy as np

from glassnet.base.arrays import Array
from glassnet.data.table.columns import Column, looks_like_identifier, mirrors
from glassnet.data.table.table import Table

MAX_NAME = 32


def table_report(
    table: Table,
    target: Column | None,
    used: Sequence[str] | None = None,
    classes: Sequence[str] | None = None,
    kept: Array | None = None,
) -> tuple[str, ...]:
    """Return one line per column, then what was left out.

    Arguments:
        table: the table.
        target: the column to predict, if there is one.
        used: the columns that are used as features; None for all.
        classes: the names of the target's classes, none for values; None where the target was not encoded.
        kept: the rows that stay; None for all.
    """
    width = min(MAX_NAME, max(map(len, table.columns), default=0))
    lines = [
        f"{name:<{width}}  {_role(column, target, used, classes)}{_kind(column)}{_remarks(column, target)}"
        for name, column in table.columns.items()
    ]
    gone = 0 if kept is None else len(table.lines) - len(kept)
    left_out = [f"rows left out for missing values: {gone}"] if gone else []
    return (f"{len(table.lines):,} rows, {len(table.columns)} columns", *lines, *table.notes, *left_out)


def _role(column: Column, target: Column | None, used: Sequence[str] | None, classes: Sequence[str] | None) -> str:
    if target is not None and column.name == target.name:
        encoded = "" if classes is None else f", {len(classes)} classes" if classes else ", values"
        return f"target{encoded}: "
    return "left out: " if used is not None and column.name not in used else ""


def _kind(column: Column) -> str:
    if column.missing.all():
        return "no values at all"
    if column.values is None:
        count = column.distinct
        example = ", ".join(sorted(set(column.known))[:3])
        return f"text, {count} different ({example}{', …' if count > 3 else ''})"
    values = column.values[~column.missing]
    values = values[np.isfinite(values)]
    return f"numbers from {values.min():g} to {values.max():g}" if len(values) else "numbers"


def _remarks(column: Column, target: Column | None) -> str:
    remarks = [f"{int(column.missing.sum())} missing"] if column.missing.any() else []
    remarks += column.notes
    if column.distinct == 1:
        remarks.append("always the same: it says nothing")
    if target is None or column.name != target.name:
        if looks_like_identifier(column):
            remarks.append(f'looks like an identifier, no two rows alike; drop=["{column.name}"] leaves it out')
        if target is not None and mirrors(column, target):
            remarks.append(f'says what the target is; drop=["{column.name}"] leaves it out')
    if column.problem:
        remarks.append(f"PROBLEM: {column.problem}")
    return "".join(f"; {remark}" for remark in remarks)
