"""A report on how each column of a table was interpreted."""

from collections.abc import Sequence

import numpy as np

from glassnet.base.arrays import Array
from glassnet.base.names import Label
from glassnet.data.table.columns import Column, looks_like_identifier, mirrors
from glassnet.data.table.table import Table

MAX_NAME = 32


def table_report(
    table: Table,
    target: Column | None,
    used: Sequence[str] | None = None,
    classes: Sequence[Label] | None = None,
    kept: Array | None = None,
) -> tuple[str, ...]:
    """Return one line per column, then what was skipped.

    Arguments:
        table: the table.
        target: the column to predict, if there is one.
        used: the columns that are used as features; None for all.
        classes: the names of the target's classes, none for values; None if the target wasn't encoded.
        kept: the rows to keep; None for all.
    """
    width = min(MAX_NAME, max(map(len, table.columns), default=0))
    lines = [
        f"{name:<{width}}  {_role(column, target, used, classes)}{_kind(column)}{_remarks(column, target)}"
        for name, column in table.columns.items()
    ]
    gone = 0 if kept is None else len(table.lines) - len(kept)
    left_out = [f"rows dropped for missing values: {gone}"] if gone else []
    return (f"{len(table.lines):,} rows, {len(table.columns)} columns", *lines, *table.notes, *left_out)


def _role(column: Column, target: Column | None, used: Sequence[str] | None, classes: Sequence[Label] | None) -> str:
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
        return f"text, {count} distinct ({example}{', …' if count > 3 else ''})"
    values = column.values[~column.missing]
    values = values[np.isfinite(values)]
    return f"numbers from {values.min():g} to {values.max():g}" if len(values) else "numbers"


def _remarks(column: Column, target: Column | None) -> str:
    remarks = [f"{int(column.missing.sum())} missing"] if column.missing.any() else []
    remarks += column.notes
    if column.distinct == 1:
        remarks.append("constant, so it carries no information")
    if target is None or column.name != target.name:
        if looks_like_identifier(column):
            remarks.append(f'looks like an identifier, all values differ; drop=["{column.name}"] excludes it')
        if target is not None and mirrors(column, target):
            remarks.append(f'gives the target away; drop=["{column.name}"] excludes it')
    if column.problem:
        remarks.append(f"PROBLEM: {column.problem}")
    return "".join(f"; {remark}" for remark in remarks)
