"""Tables: CSV files with numbers, categories, missing values and a column to predict."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Unpack

from glassnet.base.arguments import checked
from glassnet.base.arrays import Array
from glassnet.base.checks import path_of
from glassnet.base.errors import DataError, SettingError
from glassnet.base.names import Label
from glassnet.base.random import stream
from glassnet.base.registry import look_up
from glassnet.data.dataset import Dataset
from glassnet.data.scaler import Scaler
from glassnet.data.split import split
from glassnet.data.table.columns import Column
from glassnet.data.table.encoding import (
    Encoded,
    column_rule,
    encoded_feature,
    encoded_target,
    kept_rows,
    side_by_side,
)
from glassnet.data.table.layout import Layout, LayoutSettings
from glassnet.data.table.report import table_report
from glassnet.data.table.table import Table, column_at, read_table

CSV_SETTINGS = ("target", "features", "target_kind", "missing", "scale", "seed", "validation", "test")


@checked
def csv(
    path: str | Path,
    target: str | int,
    *,
    features: Sequence[str] | None = None,
    target_kind: str = "auto",
    missing: str = "error",
    scale: str | None = "standard",
    seed: int = 0,
    validation: float = 0.2,
    test: float = 0.0,
    **layout: Unpack[LayoutSettings],
) -> Dataset:
    """Return the table in a CSV file as a data set.

    Columns of numbers are scaled by the training part; columns of text (and true/false) become one feature
    per category, 0 or 1. Where most cells of a column are numbers, a cell that isn't is refused, with its line and the
    setting that reads it. `report` says what became of each column.

    Arguments:
        path: the file, which may be packed (gzip, bzip2, xz, zip).
        target: the column to predict, by name or by place (-1 is the last).
        features: the columns to predict it from (all others by default).
        target_kind: "classes", "values", or "auto": text and whole numbers with few distinct values are classes.
        missing: how to handle missing values: "error" reports where they are, "drop" removes their rows, "fill" inserts
            the median of the training part (for text: a separate category, "missing").
        scale: "standard", "min_max" or None; values to predict are scaled the same way.
        seed, validation, test: what is held out.
        layout: how the file is written, where that can't be seen: separator, encoding ("utf-8"), decimal ("."),
            thousands (None), header (the line of the names from 0, or None), comment ("#" skips such lines), drop
            (names of columns, numbers of lines), missing_marks (besides "", "NA" and, among numbers, "?"), categories
            (columns whose numbers are codes).

    Raises:
        DataError: the file can't be read, lacks a column, or contains data that can't be learnt from.

    >>> import tempfile
    >>> rows = ["size;price", *(f"{n * n},5;{n}" for n in range(9))]
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     _ = Path(folder, "fruit.csv").write_text(chr(10).join(rows))
    ...     data = csv(Path(folder, "fruit.csv"), "price", target_kind="values", decimal=",")
    >>> data.feature_names, data.x.shape, data.y.shape
    (('size',), (9, 1), (9, 1))
    """
    for name in layout:
        look_up("setting of csv", name, LayoutSettings.__annotations__ | dict.fromkeys(CSV_SETTINGS))
    path = path_of("path", path)
    table = read_table(path, Layout(**layout))
    aim = table.columns[column_at(table, target, path)]
    used = _chosen(table, aim.name, features, path)
    kept = kept_rows(used, aim, missing, path)
    y, class_names = encoded_target(aim, kept, target_kind)
    parts = split(y, stream(seed).child("csv"), validation=validation, test=test)
    columns = [encoded_feature(column, kept, parts["train"]) for column in used]
    settings = {"target": aim.name, "features": [one.name for one in used], "missing": missing, "scaled": scale}
    rules = [column_rule(column, made, parts["train"]) for column, made in zip(used, columns, strict=True)]
    report = list(table_report(table, aim, settings["features"], class_names, kept))
    remembered = {"layout": dict(layout), "columns": rules, "report": report}
    source = {"file": str(path), **settings, "seed": seed, **remembered}
    return _scaled(path.stem, columns, (y, class_names), parts, source)


def _scaled(
    name: str,
    columns: Sequence[Encoded],
    target: tuple[Array, tuple[Label, ...]],
    parts: dict[str, Array],
    source: dict[str, Any],
) -> Dataset:
    """Return encoded columns as a data set, scaled as its source says."""
    (y, class_names), scale, train = target, source["scaled"], parts["train"]
    x, scaler = side_by_side(columns, train, scale)
    target_scaler = None if class_names or scale is None else Scaler.fitted(scale, y[train])
    y = y if target_scaler is None else target_scaler.apply(y)
    feature_names = tuple(feature for _, features, _ in columns for feature in features)
    return Dataset(name, x, y, parts, feature_names, class_names, source, scaler=scaler, target_scaler=target_scaler)


def csv_report(path: str | Path, target: str | int | None = None, layout: Layout | None = None) -> str:
    """Return what `csv` would make of each column of a file, faults included.

    Raises:
        DataError: the file can't be read as a table.
    """
    table = read_table(Path(path), layout or Layout())
    aim = None if target is None else table.columns[column_at(table, target, Path(path))]
    return "\n".join(table_report(table, aim))


def _chosen(table: Table, target: str, features: Sequence[str] | None, path: Path) -> list[Column]:
    """Return the columns to predict from, after checking that they all exist and none has a problem."""
    names = [name for name in table.columns if name != target]
    if features is not None:
        names = [column_at(table, name, path) for name in ([features] if isinstance(features, str) else features)]
    if not names or target in names or len(set(names)) < len(names):
        raise SettingError(f"features must be columns other than the target {target!r}, each once; got {names}.")
    for name in (target, *names):
        if table.columns[name].problem:
            raise DataError(f"{path.name}, {table.columns[name].problem}.")
    return [table.columns[name] for name in names]
