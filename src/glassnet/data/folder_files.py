"""Which files a folder of classes holds, and which of them mean parts."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from glassnet.base.errors import DataError
from glassnet.data.file_kinds import medium_of

PART_NAMES = {
    **dict.fromkeys(("train", "training"), "train"),
    **dict.fromkeys(("validation", "valid", "val", "dev"), "validation"),
    **dict.fromkeys(("test", "testing"), "test"),
}
SYSTEM = {"__macosx", "thumbs.db", "desktop.ini", "ehthumbs.db", "@eadir", "$recycle.bin", "lost+found", "__pycache__"}
"""Names that systems, not people, put into folders; names that begin with a dot are hidden anyway."""


@dataclass(frozen=True)
class FolderFiles:
    """The files of a folder of classes.

    Arguments:
        names: the classes.
        files: (part, class number, path) of each file that may be read; the part is "" where folders name none.
        others: files of other kinds.
        outside: what may have been meant: folders without any file of the kind, files outside any class.
    """

    names: tuple[str, ...]
    files: tuple[tuple[str, int, Path], ...]
    others: tuple[str, ...]
    outside: tuple[str, ...]


def folder_files(root: Path, endings: Sequence[str], medium: str) -> FolderFiles:
    """Return the files below a folder: root/class/… or root/part/class/…, without hidden and system ones.

    Arguments:
        root: the folder.
        endings: of the files that can be read.
        medium: "image" or "sound"; what isn't told by its ending is told by its first bytes.

    Raises:
        DataError: no such folder, files right inside parts, fewer than two classes, or a class without training files.
    """
    try:
        found_it = root.is_dir()
    except (OSError, ValueError):  # a name that no system takes
        found_it = False
    if not found_it:
        raise DataError(f"There is no folder {root}.")
    found: list[tuple[str, str, Path]] = []
    others: list[str] = []
    outside: list[str] = []
    parts = {sub: PART_NAMES.get(sub.name.lower(), "") for sub in _inside(root) if sub.is_dir()}
    in_parts = "train" in parts.values() and all(parts.values())
    for sub, part in parts.items():
        inner = [one for one in _inside(sub) if one.is_dir()] if in_parts else [sub]
        if in_parts:
            _check_part(sub, inner, endings, medium)
        for folder in inner:
            fit, unfit = _sorted_out(folder, endings, medium)
            found += [(part if in_parts else "", folder.name, path) for path in fit]
            others += [str(path.relative_to(root)) for path in unfit]
            if not fit:
                outside.append(f"{folder.relative_to(root)}/ (no {medium}s in it)")
    for path in _inside(root):
        if path.is_file() and _is_of(path, endings, medium):
            outside.append(f"{path.name} (outside any class)")
        elif path.is_file():
            others.append(path.name)
    names = tuple(sorted({name for _, name, _ in found}))
    if len(names) < 2:
        raise DataError(
            f"{root} needs at least two subfolders with {medium}s ({', '.join(endings)}), one for each class; "
            f"found {len(names)}."
        )
    taught = {name for part, name, _ in found if part in ("", "train")}
    if strange := sorted(set(names) - taught):
        raise DataError(
            f"{root}: the class {strange[0]} has no {medium}s in the training folder; its names must agree."
        )
    files = tuple((part, names.index(name), path) for part, name, path in found)
    return FolderFiles(names, files, tuple(others), tuple(outside))


def _inside(folder: Path) -> list[Path]:
    return sorted(one for one in folder.iterdir() if not one.name.startswith(".") and one.name.lower() not in SYSTEM)


def _sorted_out(folder: Path, endings: Sequence[str], medium: str) -> tuple[list[Path], list[Path]]:
    """Return the files in a folder that are of this medium, at any depth, and the others."""
    fit: list[Path] = []
    unfit: list[Path] = []
    for one in _inside(folder):
        if one.is_dir():
            deeper = _sorted_out(one, endings, medium)
            fit, unfit = fit + deeper[0], unfit + deeper[1]
        else:
            (fit if _is_of(one, endings, medium) else unfit).append(one)
    return fit, unfit


def _is_of(path: Path, endings: Sequence[str], medium: str) -> bool:
    """Return whether a file is of this medium, by its ending or by its first bytes."""
    if path.suffix.lower() in endings:
        return True
    try:
        with path.open("rb") as file:
            return medium_of(file.read(1000)) == medium
    except OSError:
        return False


def _check_part(part: Path, inner: Sequence[Path], endings: Sequence[str], medium: str) -> None:
    """Refuse files right inside train/ or test/: these mean parts, and classes are their subfolders."""
    loose = [one for one in _inside(part) if one.is_file() and one.suffix.lower() in endings]
    if loose:
        raise DataError(
            f"{part} holds {len(loose)} {medium}s outside any class (first: {loose[0].name}): folders called train, "
            "validation and test mean parts, with a subfolder for each class; sort them, or rename the folders."
        )
    if not inner:
        raise DataError(f"{part} holds no classes: it needs a subfolder for each.")
