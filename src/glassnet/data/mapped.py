"""Memory-mapped data: arrays that stay on disk and are read batch by batch."""

from mmap import mmap
from typing import Any

import numpy as np

from glassnet.base.arrays import Array, Shape
from glassnet.base.errors import DataError


def is_mapped(array: Any) -> bool:
    """Return whether an array is memory-mapped from a file (np.load(…, mmap_mode="r"), np.memmap)."""
    while array is not None:
        if isinstance(array, np.memmap | MappedRows):
            return True
        array = getattr(array, "base", None)
    return False


def check_whole(array: Any) -> None:
    """Make sure that the file behind a memory-mapped array still has all its bytes: reading others would end Python.

    Raises:
        DataError: it has become shorter, or is gone.
    """
    while array is not None and not isinstance(array, np.memmap):
        array = getattr(array, "base", None)
    if array is None or array.filename is None or not isinstance(array.base, mmap):
        return
    try:
        size = array.base.size()  # of the file, as it is now, under whatever name
    except OSError as error:
        raise DataError(f"{array.filename} can't be read any more: {error.strerror}.") from None
    if size < array.offset + array.nbytes:
        raise DataError(f"{array.filename} has become shorter while it was being read: {size:,} bytes are left of it.")


class MappedRows:
    """Some rows of an array on disk, read when they are needed.

    Behaves like an array of those rows as far as training needs it: length, shape, `take` and slices.

    Arguments:
        array: shape (samples, …).
        rows: which of them, in which order.
        dtype: the number type in which they are returned.

    >>> rows = MappedRows(np.arange(10).reshape(5, 2), np.array([4, 0, 2]), "float32")
    >>> len(rows), rows.shape, rows.take(np.array([0, 2]), axis=0).tolist(), rows[1:].tolist()
    (3, (3, 2), [[8.0, 9.0], [4.0, 5.0]], [[0.0, 1.0], [4.0, 5.0]])
    """

    def __init__(self, array: Array, rows: Array, dtype: str) -> None:
        self._array = array
        self._rows = rows
        self.dtype = np.dtype(dtype)

    @property
    def shape(self) -> Shape:
        """The shape that all rows together would have."""
        return (len(self._rows), *self._array.shape[1:])

    @property
    def nbytes(self) -> int:
        """The memory that all rows together would take."""
        return int(np.prod(self.shape)) * self.dtype.itemsize

    def __len__(self) -> int:
        return len(self._rows)

    def take(self, places: Array, axis: int = 0) -> Array:
        """Return the rows at these positions (among these rows), in memory; they are read in the order of the file."""
        wanted = self._rows[places]
        order = np.argsort(wanted, axis=None)
        flat = wanted.reshape(-1)
        read = np.empty((flat.size, *self._array.shape[1:]), self.dtype)
        check_whole(self._array)
        read[order] = self._array[flat[order]]
        return read.reshape(*wanted.shape, *self._array.shape[1:])

    def __getitem__(self, places: slice) -> Array:
        return self.take(np.arange(len(self))[places])
