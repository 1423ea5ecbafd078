"""Rows of a table as they stand in a file, encoded as the data were that a network was trained on."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from glassnet.base.arrays import Array
from glassnet.base.checks import is_a, path_of
from glassnet.base.errors import DataError
from glassnet.base.hinted import hinted
from glassnet.base.registry import look_up
from glassnet.data.dataset import Dataset, read_from
from glassnet.data.table.layout import Layout
from glassnet.data.table.table import read_table

ENDINGS = (".csv", ".tsv", ".txt", ".gz", ".bz2", ".xz", ".zip")
"""How the name of a file with a table ends; other texts are no rows."""

EMPTY = ("", "NA", "?", "nan", "None")


def are_rows(rows: Any, dataset: Dataset) -> bool:
    """Return whether something is rows of a data set's table rather than an array of features.

    >>> from glassnet.data.planar import moons
    >>> are_rows([{"x₁": 1.0, "x₂": 2.0}], moons(20)), are_rows([[1.0, 2.0]], moons(20))
    (True, False)
    """
    if len(dataset.input_shape) != 1:
        return False
    if isinstance(rows, str):
        return rows.lower().endswith(ENDINGS)
    if hasattr(rows, "columns"):  # a frame, of these columns or of features under other names
        return {str(rule["name"]) for rule in _rules(dataset)} <= set(map(str, rows.columns))
    if isinstance(rows, Path | Mapping):
        return True
    if not isinstance(rows, list | tuple) or not len(rows):
        return False
    first, listed = rows[0], isinstance(rows[0], list | tuple)
    return isinstance(first, Mapping) or (
        bool(dataset.table_columns) and listed and any(isinstance(cell, str) for cell in first)
    )


@hinted
def encode(dataset: Dataset, rows: Any) -> Array:
    """Return rows as features, encoded and scaled as the data set's own were.

    Arguments:
        dataset: data from `gn.data.csv`, or any with one number for each feature.
        rows: a pandas frame, a CSV file's path, one mapping or a list of them from column to cell (columns that are no
            features are ignored), or a list of rows in the order of the columns. Cells are as in the file.

    Raises:
        DataError: a column is missing, or a cell is no number or no known category.

    >>> import tempfile
    >>> from glassnet.data.csv_file import csv
    >>> lines = ["size,colour,price", *(f"{n},{'red' if n % 2 else 'blue'},{n % 3}" for n in range(10))]
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     _ = Path(folder, "fruit.csv").write_text(chr(10).join(lines))
    ...     data = csv(Path(folder, "fruit.csv"), "price", scale=None)
    >>> encode(data, [{"size": 9, "colour": "red"}]).tolist()
    [[9.0, 0.0, 1.0]]
    """
    is_a("dataset", dataset, Dataset, "gn.data.csv(path, target)")
    rules = _rules(dataset)
    if len(dataset.input_shape) != 1:
        raise DataError(f"{dataset.name} is no table: its samples have the shape {dataset.input_shape}.")
    layout = read_from(dataset.source, "layout", {})
    listed = _listed(rows, [str(rule["name"]) for rule in rules], layout)
    columns = [np.array([_cells(dataset.name, rule, row, at) for at, row in enumerate(listed)]) for rule in rules]
    x = np.concatenate(columns, axis=1) if listed else np.zeros((0, *dataset.input_shape))
    return x if dataset.scaler is None else dataset.scaler.apply(x)


def _rules(dataset: Dataset) -> tuple[Mapping[str, Any], ...]:
    return dataset.table_columns or tuple({"name": name} for name in dataset.feature_names)


def _listed(rows: Any, names: Sequence[str], layout: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """Return rows as mappings from column to cell."""
    if isinstance(rows, str | Path):
        return _from_file(path_of("rows", rows), layout)
    if hasattr(rows, "columns") and hasattr(rows, "to_dict"):
        rows = rows.rename(columns=str).to_dict("records")
    if isinstance(rows, str) or not isinstance(rows, Mapping | Iterable) or getattr(rows, "shape", None) == ():
        raise DataError(f"rows must be a frame, a file, or a list of rows; got {rows!r:.100}.")
    rows = [rows] if isinstance(rows, Mapping) else list(rows)
    return [row if isinstance(row, Mapping) else _named(row, names, at) for at, row in enumerate(rows)]


def _from_file(path: Path, layout: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    columns = read_table(path, Layout(**layout)).columns
    cells = [column.text.tolist() if column.values is None else column.values.tolist() for column in columns.values()]
    return [dict(zip(columns, row, strict=True)) for row in zip(*cells, strict=True)]


def _named(row: Any, names: Sequence[str], at: int) -> Mapping[str, Any]:
    """Return a row's cells, which stand in the order of the columns, by name."""
    cells = list(row) if isinstance(row, Sequence | np.ndarray) and not isinstance(row, str) else [row]
    if len(cells) != len(names):
        raise DataError(
            f"Row {at} has {len(cells)} cells; a row needs {len(names)}, in this order: {', '.join(names)}."
        )
    return dict(zip(names, cells, strict=True))


def _cells(name: str, rule: Mapping[str, Any], row: Mapping[str, Any], at: int) -> list[float]:
    """Return the features of one cell: its number, or 1 for its category and 0 for the others."""
    cell = look_up(f"column of row {at}", rule["name"], row)
    text = "" if cell is None else str(cell).strip()
    empty = text in EMPTY
    if "categories" in rule:
        known = list(rule["categories"])
        text = "missing" if empty and "missing" in known else text
        look_up(f"{rule['name']} in row {at}", text, dict.fromkeys(known))
        return [float(text == one) for one in known]
    if empty and "fill" in rule:
        return [float(rule["fill"])]
    try:
        number = float(cell)
    except (TypeError, ValueError):
        raise DataError(f"{name}: row {at} has {cell!r} in {rule['name']}, where it needs a number.") from None
    if not np.isfinite(number):
        raise DataError(f"{name}: row {at} has {cell!r} in {rule['name']}; fill the missing value.")
    return [number]


def look_raw(dataset: Dataset, x: Array) -> bool:
    """Return whether features look as if they had not been scaled: far outside of what scaled ones are.

    >>> import glassnet as gn
    >>> data = gn.data.scaled(gn.data.from_arrays([[150.0], [170.0], [300.0]], [0, 1, 1]))
    >>> look_raw(data, np.array([[160.0]])), look_raw(data, np.array([[0.3]]))
    (True, False)
    """
    if dataset.scaler is None or not len(x):
        return False
    known = np.asarray(dataset.x[:1000], float)
    low, high = known.min(axis=0), known.max(axis=0)
    reach = 3 * (high - low) + 1
    outside = (x < low - reach) | (x > high + reach)
    own = dataset.scaler.apply(x)
    return bool(outside.any()) and bool(((own >= low - reach) & (own <= high + reach)).all())
