"""Print the paths of a room's tests, for `make test ROOM=widgets`: its test folders, and its own, for doctests."""

import sys
from pathlib import Path
from typing import List

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = "src/glassnet"
MIRRORS = ("tests", "tests/browser")
"""Folders that may contain a folder of tests for a room."""

ELSEWHERE = {
    "files": ["tests/campaign"],  # kills, damaged files and full disks, among others
    "nn": ["tests/engine"],  # one table of layers, losses and rules, and one battery of tests over all its rows
    "optim": ["tests/engine"],
    "train": ["tests/engine"],
    "widgets": ["tests/test_front_end.py"],
}
"""Further tests of a room, besides its own folders."""


def rooms() -> List[str]:
    """Return the names of all rooms: the folders of the package."""
    return sorted(file.parent.name for file in (ROOT / PACKAGE).glob("*/__init__.py"))


def paths_of(room: str) -> List[str]:
    """Return the paths of a room's tests, relative to the project's folder; an unknown room is a one-line error."""
    if room not in rooms():
        raise SystemExit(f"There is no room '{room}'. The rooms are: {', '.join(rooms())}.")
    folders = [f"{mirror}/{room}" for mirror in MIRRORS]
    return [path for path in [*folders, *ELSEWHERE.get(room, []), f"{PACKAGE}/{room}"] if (ROOT / path).exists()]


def main() -> None:
    """Print the paths for all rooms on the command line, each once."""
    print(" ".join(dict.fromkeys(path for room in sys.argv[1:] for path in paths_of(room))))


if __name__ == "__main__":
    main()
