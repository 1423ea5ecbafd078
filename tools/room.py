"""Print where the tests of a room are, for `make test ROOM=widgets`: its folders of tests, and its docstrings."""

import sys
from pathlib import Path
from typing import List

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = "src/glassnet"
MIRRORS = ("tests", "tests/browser")
"""Each has a folder for a room that needs one."""

ELSEWHERE = {
    "nn": ["tests/engine"],  # one table of layers, losses and rules, and one battery of tests over all its rows
    "optim": ["tests/engine"],
    "train": ["tests/engine"],
    "widgets": ["tests/test_front_end.py"],
}
"""What a room needs tested beside its own folders."""


def rooms() -> List[str]:
    """Return the names of all rooms: the folders of the package."""
    return sorted(file.parent.name for file in (ROOT / PACKAGE).glob("*/__init__.py"))


def paths_of(room: str) -> List[str]:
    """Return where a room's tests are, relative to the project's folder; a room that is not there is one line."""
    if room not in rooms():
        raise SystemExit(f"There is no room '{room}'. There are: {', '.join(rooms())}.")
    folders = [f"{mirror}/{room}" for mirror in MIRRORS]
    return [path for path in [*folders, *ELSEWHERE.get(room, []), f"{PACKAGE}/{room}"] if (ROOT / path).exists()]


def main() -> None:
    """Print the tests of every room that is named, each once."""
    print(" ".join(dict.fromkeys(path for room in sys.argv[1:] for path in paths_of(room))))


if __name__ == "__main__":
    main()
