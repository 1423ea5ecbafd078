"""Encoding columns as features and targets."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from glassnet.base.arrays import Array
from glassnet.base.errors import DataError
from glassnet.base.names import Label
from glassnet.base.registry import look_up
from glassnet.data.labels import number_classes
from glassnet.data.scaler import Scaler
from glassnet.data.table.columns import Column

MAX_CLASSES = 20
"""A target of whole numbers with at most this many distinct values is treated as classes."""

MAX_CATEGORIES = 100
"""A column of text with more distinct values than this holds names or remarks rather than categories."""

Encoded = tuple[Array, list[str], bool]
"""The values (samples, features), the features' names, and whether it is a column of numbers."""


def kept_rows(columns: Sequence[Column], target: Column, missing: str, path: Path) -> Array:
    """Return which rows to keep, given how to handle missing values: `missing` is "error", "drop" or "fill".

    Raises:
        DataError: values are missing and `missing` is "error", or no rows are left.
    """
    look_up("way to handle missing values", missing, {"error": 1, "drop": 1, "fill": 1})
    counts = {column.name: int(column.missing.sum()) for column in (*columns, target) if column.missing.any()}
    if counts and missing == "error":
        first = min(
            (int(column.missing.argmax()), column.name) for column in (*columns, target) if column.name in counts
        )
        listed = ", ".join(f"{count} in {name}" for name, count in counts.items())
        cell = next(one.text.iloc[first[0]] for one in (*columns, target) if one.name == first[1])
        line = next(one.lines[first[0]] for one in (*columns, target) if one.name == first[1])
        written = f", {cell!r}" if cell else ""
        raise DataError(
            f"{path.name} has missing values ({listed}; first: line {line}, column {first[1]}{written}); use "
            'missing="drop" to drop those rows or missing="fill" to insert the median.'
        )
    dropped = [column.missing for column in (*columns, target)] if missing == "drop" else [target.missing]
    kept = np.flatnonzero(~np.any(dropped, axis=0))
    if not len(kept):
        empty = [name for name, count in counts.items() if count == len(target.text)]
        advice = f"; the column {empty[0]} is empty: drop={empty[:1]}" if empty and empty != [target.name] else ""
        raise DataError(f"{path.name}: no rows are left after dropping those with missing values{advice}.")
    return kept


def encoded_target(column: Column, kept: Array, kind: str) -> tuple[Array, tuple[Label, ...]]:
    """Return targets and class names: numbers of classes, or values (samples, 1) and no names.

    Raises:
        DataError: the kind is "values" but the column is text, numbers are infinite, or there is only one class.
    """
    look_up("kind of target", kind, {"auto": 1, "classes": 1, "values": 1})
    if column.values is None:
        if kind == "values":
            raise DataError(
                f'The target {column.name} is text, so it cannot be used as values; use target_kind="classes".'
            )
        return _classes(column.name, column.text.to_numpy()[kept].tolist())
    values = column.values[kept]
    if np.isinf(values).any():
        raise DataError(f"The target {column.name} contains infinite numbers; correct or remove their rows.")
    whole = bool((values % 1 == 0).all())
    if kind == "values" or (kind == "auto" and not (whole and len(np.unique(values)) <= MAX_CLASSES)):
        return values[:, None], ()
    return _classes(column.name, (values.astype(np.int64) if whole else values).tolist())


def _classes(name: str, labels: Sequence[Label]) -> tuple[Array, tuple[Label, ...]]:
    numbers, names = number_classes(labels)
    if len(names) < 2:
        raise DataError(f"The target {name} is always {names[0]}: there is nothing to learn.")
    return numbers, names


def encoded_feature(column: Column, kept: Array, train: Array) -> Encoded:
    """Return a column as features: its numbers, or one feature of 0 and 1 for each of its categories.

    Raises:
        DataError: infinite numbers, a training part without a value, or too many categories.
    """
    gone = column.missing[kept]
    if column.values is not None:
        values = np.where(gone, np.nan, column.values[kept])[:, None]
        if np.isinf(values).any():
            raise DataError(
                f"Column {column.name} contains infinite numbers; correct them, or exclude it from features."
            )
        if gone.any():
            known = values[train][~gone[train]]
            if not len(known):
                raise DataError(f"Column {column.name} is empty in the training part; exclude it from features.")
            values = np.where(gone[:, None], np.median(known), values)
        return values, [column.name], True
    text = np.where(gone, "missing", column.text.to_numpy()[kept]).astype(object)
    names = sorted(set(text.tolist()))
    if len(names) > MAX_CATEGORIES:
        raise DataError(
            f"Column {column.name} has {len(names)} distinct texts (such as {names[0]!r}), too many for categories; "
            f'exclude it with drop=["{column.name}"].'
        )
    values = (text[:, None] == np.array(names, dtype=object)).astype(float)
    return values, [f"{column.name} = {name}" for name in names], False


def column_rule(column: Column, encoded: Encoded, train: Array) -> dict[str, Any]:
    """Return how a column became features, as JSON: its categories, or the median that fills gaps.

    Arguments:
        column: what was read.
        encoded: what became of it.
        train: the training samples.
    """
    values, features, is_number = encoded
    if is_number:
        return {"name": column.name, "fill": float(np.median(values[train]))}
    return {"name": column.name, "categories": [feature.removeprefix(f"{column.name} = ") for feature in features]}


def side_by_side(columns: Sequence[Encoded], train: Array, kind: str | None) -> tuple[Array, Scaler | None]:
    """Return all features in one array, with the numeric ones scaled, and their scaler."""
    x = np.concatenate([values for values, _, _ in columns], axis=1)
    if kind is None:
        return x, None
    is_number = np.concatenate([[numeric] * values.shape[1] for values, _, numeric in columns])
    fitted = Scaler.fitted(kind, x[train])
    scaler = Scaler(np.where(is_number, fitted.offset, 0.0), np.where(is_number, fitted.scale, 1.0))
    return scaler.apply(x), scaler
