"""Folders of files, one subfolder per class: what images and sounds have in common."""

import warnings
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from glassnet.base.arrays import Array
from glassnet.base.checks import path_of
from glassnet.base.errors import DataError
from glassnet.base.random import stream
from glassnet.data.dataset import Dataset
from glassnet.data.folder_files import FolderFiles, folder_files
from glassnet.data.split import split

MAX_BYTES = 2**32
"""The most memory that all samples together may take."""

MAX_LISTED = 5


def read_folders(
    folder: str | Path,
    read: Callable[[Path], tuple[Array, str]],
    endings: Sequence[str],
    *,
    medium: str,
    sample_bytes: int,
    seed: int,
    validation: float,
    test: float,
) -> Dataset:
    """Read every file below `folder`; the name of its subfolder is its class, and train/ and test/ above mean parts.

    `read` returns a sample, and what had to be done to it in a word ("" for nothing). Files that it rejects with a
    DataError are left out and counted in one warning; `report` says for each class how many were read and changed,
    which were left out, and why; the data set's source lists them under "skipped".

    Raises:
        DataError: the folder is missing, lacks subfolders with readable files, or its files don't fit in memory.
    """
    root = path_of("folder", folder)
    found = folder_files(root, endings, medium)
    total = len(found.files)
    if total * sample_bytes > MAX_BYTES:
        raise DataError(
            f"{total:,} {medium}s of {sample_bytes:,} bytes don't fit into {MAX_BYTES >> 30} GiB; "
            "reduce their size or number."
        )
    samples, labels, where, skipped, changed = [], [], [], [], Counter[tuple[int, str]]()
    for part, label, path in found.files:
        try:
            sample, change = read(path)
            samples.append(sample)
            changed[label, change] += 1
            labels.append(label)
            where.append(part)
        except (DataError, OSError) as error:
            skipped.append((label, f"{path.relative_to(root)}: {error}"))
    report = _report(found, changed, skipped, medium)
    _check_classes(
        root, found, [label for label, part in zip(labels, where, strict=True) if part in ("", "train")], skipped
    )
    if skipped or found.outside:
        what = f"{len(skipped)} of {total} {medium}s left out" if skipped else "not read"
        first = skipped[0][1] if skipped else f"{found.outside[0]}"
        warnings.warn(f"{root}: {what}; first: {first}", stacklevel=3)
    y = np.array(labels)
    parts = _parts(root, y, np.array(where), seed, validation, test)
    reasons = [reason for _, reason in skipped]
    source = {"folder": str(root), "skipped": reasons, "seed": seed, "report": report}
    return Dataset(root.name, np.stack(samples), y, parts, (), found.names, source)


def _parts(root: Path, y: Array, where: Array, seed: int, validation: float, test: float) -> dict[str, Array]:
    """Return the parts that folders name; what they don't name is split off the training samples."""
    rng = stream(seed).child("folders")
    named = {part: np.flatnonzero(where == part) for part in ("train", "validation", "test")}
    if not len(named["train"]):
        return split(y, rng, validation=validation, test=test)
    if test and len(named["test"]):
        raise DataError(f"{root} has a folder for testing already; use test=0.")
    from_train = {"validation": 0.0 if len(named["validation"]) else validation, "test": test}
    chosen = split(y[named["train"]], rng, **from_train)
    return {
        part: named["train"][chosen[part]] if part == "train" or not len(named[part]) else named[part] for part in named
    }


def _check_classes(root: Path, found: FolderFiles, labels: Sequence[int], skipped: list[tuple[int, str]]) -> None:
    for label, name in enumerate(found.names):
        reasons = [reason for one, reason in skipped if one == label]
        if label not in labels:
            raise DataError(
                f"{root}: of the class {name} no file could be read ({len(reasons)} left out; {'; '.join(reasons[:2])})"
            )


def _report(
    found: FolderFiles, changed: Counter[tuple[int, str]], skipped: list[tuple[int, str]], medium: str
) -> list[str]:
    """Return one line per class, then what else was found."""
    lines = []
    for label, name in enumerate(found.names):
        kinds = {change: count for (one, change), count in sorted(changed.items()) if one == label}
        read = sum(kinds.values())
        done = ", ".join(f"{count} {change}" for change, count in kinds.items() if change)
        reasons = [reason for one, reason in skipped if one == label]
        more = f", and {len(reasons) - MAX_LISTED} more" if len(reasons) > MAX_LISTED else ""
        left_out = f"; {len(reasons)} left out: {'; '.join(reasons[:MAX_LISTED])}{more}" if reasons else ""
        what = f"{read} {medium}{'s' * (read != 1)} read{f' ({done})' if done else ''}"
        lines.append(f"{name}: {what}{left_out}")
    if found.outside:
        lines.append(f"not read: {', '.join(found.outside)}")
    if found.others:
        more = f", and {len(found.others) - MAX_LISTED} more" if len(found.others) > MAX_LISTED else ""
        lines.append(f"not {medium}s, left out: {', '.join(found.others[:MAX_LISTED])}{more}")
    return lines
