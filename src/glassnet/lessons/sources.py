"""The sources of a lesson's preview: while none of them changes, a cached preview is valid."""

import hashlib
import platform
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from glassnet.lessons.lesson import Lesson
from glassnet.lessons.local_mnist import find_local_mnist

PACKAGE = Path(__file__).parents[1]
WITHOUT_EFFECT = {"app", "static", "__pycache__"}
"""Folders that a preview doesn't depend on: the web application and files for the browser."""
OF_ONE_LESSON = re.compile(r"lesson_(\d\d[a-z]?)(?![a-z\d])")


class Sources:
    """Digests of the current sources of all previews.

    A lesson's digest covers its own modules, the rest of the package except other lessons' modules, the versions of Python
    and of every installed library, and whether the machine has MNIST.

    Arguments:
        package: the package's folder.

    >>> from glassnet.lessons import find
    >>> now, later = Sources(), Sources()
    >>> now.digest(find("07")) == later.digest(find("07")) != now.digest(find("08"))
    True
    """

    def __init__(self, package: Path = PACKAGE) -> None:
        self._own: dict[str, list[bytes]] = {}
        self._shared = hashlib.sha256(repr((sys.version, platform.machine(), find_local_mnist())).encode())
        for name in installed(sys.path):
            self._shared.update(f"{name}\n".encode())
        for file in source_files(package):
            entry = file.relative_to(package).as_posix().encode() + hashlib.sha256(file.read_bytes()).digest()
            own = OF_ONE_LESSON.search(file.relative_to(package).as_posix())
            if own:
                self._own.setdefault(own[1], []).append(entry)
            else:
                self._shared.update(entry)

    def digest(self, lesson: Lesson) -> str:
        """Return 32 hexadecimal digits that change whenever a source of the lesson's preview changes."""
        digest = self._shared.copy()
        own = [entry for number in sorted({lesson.whole, lesson.number}) for entry in self._own.get(number, [])]
        for entry in (lesson.number.encode(), *own):  # what a lesson's parts share has the number without a letter
            digest.update(entry)
        return digest.hexdigest()[:32]


def source_files(package: Path) -> Iterator[Path]:
    """Return all files that a preview may depend on, in a fixed order."""
    for entry in sorted(package.iterdir()):
        if entry.name in WITHOUT_EFFECT:
            continue
        if entry.is_dir():
            yield from source_files(entry)
        else:
            yield entry


def installed(path: Iterable[str]) -> list[str]:
    """Return the names and versions of all installed libraries, from the names of their folders.

    >>> any(name.startswith("numpy-") for name in installed(sys.path))
    True
    """
    folders = {Path(name) for name in path if name.endswith(("site-packages", "dist-packages"))}
    return sorted({entry.name for folder in folders if folder.is_dir() for entry in folder.glob("*.dist-info")})
