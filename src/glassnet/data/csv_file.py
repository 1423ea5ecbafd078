"""Tables: CSV files with numbers, categories, missing values and a column to predict."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from glassnet.base.arrays import Array
from glassnet.base.errors import DataError, SettingError
from glassnet.base.random import stream
from glassnet.base.registry import look_up
from glassnet.data.dataset import Dataset
from glassnet.data.scaler import Scaler
from glassnet.data.split import split

MAX_CLASSES = 20
"""A target of whole numbers with at most this many distinct values is treated as classes."""

MAX_CATEGORIES = 100
"""A column of text with more distinct values than this holds names or remarks rather than categories."""


def csv(
    path: str | Path,
    target: str,
    *,
    features: Sequence[str] | None = None,
    target_kind: str = "auto",
    missing: str = "error",
    scale: str | None = "standard",
    separator: str = ",",
    encoding: str = "utf-8",
    seed: int = 0,
    validation: float = 0.2,
    test: float = 0.0,
) -> Dataset:
    """Return the table in a CSV file as a data set.

    Columns of numbers are scaled by the training part; columns of text (and true/false) become one feature
    per category, 0 or 1.

    Arguments:
        path: the file; its first line names the columns.
        target: the column to predict.
        features: the columns to predict it from (all others by default).
        target_kind: "classes", "values", or "auto": text and whole numbers with few distinct values are classes.
        missing: how to handle missing values: "error" reports where they are, "drop" removes their rows, "fill" inserts
            the median of the training part (for text: a separate category, "missing").
        scale: "standard", "min_max" or None; values to predict are scaled the same way.
        separator, encoding: the file's column separator and text encoding.
        seed, validation, test: what is held out.

    Raises:
        DataError: the file can't be read, lacks a column, or contains data that can't be learnt from.

    >>> import tempfile
    >>> rows = ["size,colour,price"] + [f"{n},{'red' if n % 2 else 'blue'},{3 * n}.5" for n in range(9)]
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     _ = Path(folder, "fruit.csv").write_text(chr(10).join(rows))
    ...     data = csv(Path(folder, "fruit.csv"), "price")
    >>> data.feature_names, data.x.shape, data.y.shape
    (('size', 'colour = blue', 'colour = red'), (9, 3), (9, 1))
    """
    table = _read(Path(path), separator, encoding)
    chosen = _chosen(table, target, features, path)
    table = _without_missing(table[[*chosen, target]], target, missing, path)
    y, class_names = _targets(table[target], target_kind)
    parts = split(y, stream(seed).child("csv"), validation=validation, test=test)
    columns = [_features(table[name], missing, parts["train"]) for name in chosen]
    x, scaler = _side_by_side(columns, parts["train"], scale)
    target_scaler = None if class_names or scale is None else Scaler.fitted(scale, y[parts["train"]])
    return Dataset(
        Path(path).stem,
        x,
        y if target_scaler is None else target_scaler.apply(y),
        parts,
        tuple(name for _, names, _ in columns for name in names),
        class_names,
        {"file": str(path), "target": target, "features": chosen, "missing": missing, "scaled": scale, "seed": seed},
        scaler=scaler,
        target_scaler=target_scaler,
    )


def _read(path: Path, separator: str, encoding: str) -> Any:
    import pandas as pd  # half a second to import, and only tables need it

    try:
        table = pd.read_csv(path, sep=separator, encoding=encoding, skipinitialspace=True)
    except OSError as error:
        raise DataError(f"Cannot read {path}: {error.strerror or error}.") from None
    except (UnicodeDecodeError, LookupError):
        raise DataError(f'{path} is not text in {encoding}; try encoding="latin-1" or "utf-16".') from None
    except (pd.errors.ParserError, pd.errors.EmptyDataError, ValueError) as error:
        raise DataError(f"{path} can't be read as a table: {str(error).strip()}.") from None
    table.columns = [str(name).strip() for name in table.columns]
    if len(table.columns) == 1 and any(mark in table.columns[0] for mark in ";\t|"):
        raise DataError(f'{path} has one column, {table.columns[0]!r}; pass its separator, such as separator=";".')
    if table.empty:
        raise DataError(f"{path} has column names but no rows.")
    if len(set(table.columns)) < len(table.columns):
        raise DataError(f"{path} has two columns of the same name: {', '.join(table.columns)}.")
    return table


def _chosen(table: Any, target: str, features: Sequence[str] | None, path: str | Path) -> list[str]:
    """Return the columns to predict from, after checking that they all exist."""
    for column in [target, *(features or ())]:
        look_up(f"column of {Path(path).name}", column, {name: name for name in table.columns})
    chosen = list(features) if features is not None else [name for name in table.columns if name != target]
    if not chosen or target in chosen:
        raise SettingError(f"features must be columns other than the target {target!r}; got {chosen}.")
    return chosen


def _without_missing(table: Any, target: str, missing: str, path: str | Path) -> Any:
    look_up("way to handle missing values", missing, {"error": 1, "drop": 1, "fill": 1})
    counts = {name: int(count) for name, count in table.isna().sum().items() if count}
    if counts and missing == "error":
        listed = ", ".join(f"{count} in {name}" for name, count in counts.items())
        raise DataError(f'{path} has missing values ({listed}); use missing="drop" or missing="fill".')
    kept = table.dropna() if missing == "drop" else table[table[target].notna()]
    if kept.empty:
        raise DataError(f"{path}: no rows are left after dropping those with missing values.")
    return kept.reset_index(drop=True)


def _targets(column: Any, kind: str) -> tuple[Array, tuple[str, ...]]:
    look_up("kind of target", kind, {"auto": 1, "classes": 1, "values": 1})
    numeric = _is_numeric(column)
    whole = numeric and bool((column % 1 == 0).all())
    if kind == "values" or (kind == "auto" and numeric and not (whole and column.nunique() <= MAX_CLASSES)):
        if not numeric:
            raise DataError(
                f'The target {column.name} is text, so it cannot be used as values; use target_kind="classes".'
            )
        if np.isinf(column.to_numpy(float)).any():
            raise DataError(f"The target {column.name} contains infinite numbers; correct or remove their rows.")
        return column.to_numpy(float)[:, None], ()
    labels = column.astype("int64") if whole else column
    names = sorted(labels.unique().tolist(), key=lambda name: (str(type(name)), name))
    if len(names) < 2:
        raise DataError(f"The target {column.name} is always {names[0]}: there is nothing to learn.")
    return labels.map({name: number for number, name in enumerate(names)}).to_numpy(np.int64), tuple(map(str, names))


def _features(column: Any, missing: str, train: Array) -> tuple[Array, list[str], bool]:
    """Return the values (samples, features), the features' names, and whether it is a column of numbers."""
    if _is_numeric(column):
        values = column.to_numpy(float)[:, None]
        if np.isinf(values).any():
            raise DataError(
                f"Column {column.name} contains infinite numbers; correct them, or exclude it from features."
            )
        if missing == "fill":
            known = values[train][~np.isnan(values[train])]
            if not len(known):
                raise DataError(f"Column {column.name} is empty in the training part; exclude it from features.")
            values = np.where(np.isnan(values), np.median(known), values)
        return values, [str(column.name)], True
    text = column.astype(object).where(column.notna(), "missing").astype(str)
    names = sorted(text.unique())
    if len(names) > MAX_CATEGORIES:
        raise DataError(
            f"Column {column.name} has {len(names)} distinct texts, too many for categories; exclude it from features."
        )
    values = (text.to_numpy()[:, None] == np.array(names, dtype=object)).astype(float)
    return values, [f"{column.name} = {name}" for name in names], False


def _is_numeric(column: Any) -> bool:
    return column.dtype.kind in "iuf"


def _side_by_side(
    columns: Sequence[tuple[Array, list[str], bool]], train: Array, kind: str | None
) -> tuple[Array, Scaler | None]:
    """Return all features in one array, with the numeric ones scaled, and their scaler."""
    x = np.concatenate([values for values, _, _ in columns], axis=1)
    if kind is None:
        return x, None
    is_number = np.concatenate([[numeric] * values.shape[1] for values, _, numeric in columns])
    fitted = Scaler.fitted(kind, x[train])
    scaler = Scaler(np.where(is_number, fitted.offset, 0.0), np.where(is_number, fitted.scale, 1.0))
    return scaler.apply(x), scaler
