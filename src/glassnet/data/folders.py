"""Folders of files with one subfolder per class: what images and sounds have in common."""

import warnings
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from glassnet.base.arrays import Array
from glassnet.base.errors import DataError
from glassnet.base.random import stream
from glassnet.data.dataset import Dataset
from glassnet.data.split import split

MAX_BYTES = 2**32
"""The most memory that all samples together may take."""


def read_folders(
    folder: str | Path,
    read: Callable[[Path], Array],
    endings: Sequence[str],
    *,
    what: str,
    sample_bytes: int,
    seed: int,
    validation: float,
    test: float,
) -> Dataset:
    """Read every file below `folder`; the name of its subfolder is its class.

    Files that `read` rejects with a DataError are skipped and counted in one warning; the data set's source lists
    them under "skipped".

    Raises:
        DataError: the folder is missing, lacks subfolders with readable files, or its files don't fit in memory.
    """
    root = Path(folder)
    if not root.is_dir():
        raise DataError(f"There is no folder {root}.")
    files = {
        sub.name: sorted(path for path in sub.rglob("*") if path.suffix.lower() in endings and path.is_file())
        for sub in sorted(root.iterdir())
        if sub.is_dir() and not sub.name.startswith(".")
    }
    files = {name: paths for name, paths in files.items() if paths}
    if len(files) < 2:
        raise DataError(
            f"{root} needs at least two subfolders with {what} ({', '.join(endings)}), one for each class; "
            f"found {len(files)}."
        )
    total = sum(map(len, files.values()))
    if total * sample_bytes > MAX_BYTES:
        raise DataError(
            f"{total:,} {what} of {sample_bytes:,} bytes don't fit into {MAX_BYTES >> 30} GiB; "
            "reduce their size or number."
        )
    samples, labels, names, skipped = [], [], tuple(files), []
    for label, paths in enumerate(files.values()):
        for path in paths:
            try:
                samples.append(read(path))
                labels.append(label)
            except DataError as error:
                skipped.append(f"{path.relative_to(root)}: {error}")
    if skipped:
        warnings.warn(f"{root}: {len(skipped)} of {total} {what} skipped; the first is {skipped[0]}", stacklevel=3)
    if len(set(labels)) < len(names):
        raise DataError(f"{root}: one class has no readable file. The first file skipped is {skipped[0]}")
    y = np.array(labels)
    parts = split(y, stream(seed).child("folders"), validation=validation, test=test)
    source = {"folder": str(root), "skipped": skipped, "seed": seed}
    return Dataset(root.name, np.stack(samples), y, parts, (), names, source)
