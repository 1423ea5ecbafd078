"""What users pass as features and targets (lists, arrays, pandas, sparse matrices) as plain arrays."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from glassnet.base.arrays import Array
from glassnet.base.errors import DataError
from glassnet.data.mapped import is_mapped

MAX_DENSE_BYTES = 2**32
"""The most memory that a sparse matrix may take once it is stored densely."""

NUMERIC = "biuf"


def as_array(name: str, what: str, values: Any) -> Array:
    """Return values as one array; pandas columns and sparse matrices by their numbers, true and false as 1 and 0.

    Raises:
        DataError: a column holds no numbers, rows differ in length, or a sparse matrix is too large to store densely.

    >>> as_array("table", "features", [[True, False]]).tolist()
    [[1, 0]]
    """
    array = as_labels(name, what, values)
    return array.astype(int) if array.dtype == bool else array


def as_labels(name: str, what: str, values: Any) -> Array:
    """Return values as one array, as `as_array` does, but true and false as they are: they may be labels."""
    if is_sparse(values):
        return _dense(name, what, values)
    if hasattr(values, "columns") and hasattr(values, "dtypes"):
        return _from_frame(name, what, values)
    if hasattr(values, "dtype") and hasattr(values, "to_numpy"):
        return _from_series(values)
    try:
        return np.asarray(values)
    except ValueError:
        raise DataError(f"{name}: {what} do not form an array: every row needs the same length.") from None


def is_sparse(values: Any) -> bool:
    """Return whether values are a sparse matrix or array, as SciPy has them."""
    return hasattr(values, "toarray") and hasattr(values, "nnz")


def frozen(array: Array) -> Array:
    """Return an array that nobody can change: itself where that is so already, a copy otherwise; what is mapped stays.

    >>> given = np.zeros(2)
    >>> kept = frozen(given)
    >>> kept is given, kept.flags.writeable, frozen(kept) is kept
    (False, False, True)
    """
    if is_mapped(array) or _is_frozen(array):
        return array
    copy = np.array(array)
    copy.flags.writeable = False
    return copy


def _is_frozen(array: Any) -> bool:
    while isinstance(array, np.ndarray):
        if array.flags.writeable:
            return False
        array = array.base
    return True


def check_order(name: str, given: Mapping[str, Any]) -> None:
    """Refuse pandas objects with the same row labels in different orders: which row belongs to which can't be known.

    Arguments:
        name: what the data are called.
        given: features, targets and weights, by what they are called.

    Raises:
        DataError: two of them have the same labels, ordered differently.
    """
    indexed = {what: one.index for what, one in given.items() if hasattr(one, "index") and hasattr(one, "iloc")}
    first = next(iter(indexed), None)
    for what, index in indexed.items():
        one = indexed[str(first)]
        if len(index) == len(one) and not index.equals(one) and not len(index.symmetric_difference(one)):
            raise DataError(
                f"{name}: {first} and {what} have the same row labels in different orders; put them into one order "
                f"({what}.loc[{first}.index]), or pass them without labels (.to_numpy())."
            )


def _dense(name: str, what: str, values: Any) -> Array:
    size = int(np.prod(values.shape)) * np.dtype(values.dtype).itemsize
    if size > MAX_DENSE_BYTES:
        raise DataError(
            f"{name}: {what} are a sparse matrix of shape {values.shape}, which would take {size / 2**30:,.1f} GiB "
            f"stored densely (at most {MAX_DENSE_BYTES >> 30}); keep fewer columns or rows."
        )
    array = np.asarray(values.toarray())
    return array.astype(int) if array.dtype == bool else array


def _from_frame(name: str, what: str, frame: Any) -> Array:
    """Return a frame's numbers (rows, columns); a missing value is NaN."""
    columns = []
    for position, label in enumerate(frame.columns):
        column = frame.iloc[:, position] if hasattr(frame, "iloc") else frame[label]
        array = _from_series(column)
        if array.dtype == bool:
            array = array.astype(int)
        if array.dtype == object:
            array = _numbers_among_objects(array)
        if array.dtype.kind not in NUMERIC:
            raise DataError(
                f"{name}: the column {label!r} of the {what} holds {column.dtype}, not numbers; encode it first (for "
                "example with pandas.get_dummies), or leave it out."
            )
        columns.append(array)
    return np.stack(columns, axis=1) if columns else np.empty((len(frame), 0))


def _from_series(series: Any) -> Array:
    """Return a series as an array: nullable numbers as plain ones, with NaN where one is missing."""
    kind = getattr(series.dtype, "kind", "O")
    if kind not in NUMERIC or isinstance(series.dtype, np.dtype):
        return np.asarray(series)
    if series.isna().any():
        return np.asarray(series.to_numpy(dtype=float, na_value=np.nan))
    return np.asarray(series.to_numpy(dtype={"f": float, "b": bool}.get(kind, np.int64)))


def _numbers_among_objects(array: Array) -> Array:
    """Return Python numbers kept as objects as an array of numbers; anything else as it is."""
    if all(isinstance(one, int | float | np.number | np.bool_) for one in array):
        return array.astype(float)
    return array
