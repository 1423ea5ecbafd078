"""What a lesson's text is made from: while none of it changes, the text stays as it was."""

import hashlib
import platform
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from glassnet.lessons.lesson import Lesson
from glassnet.lessons.mnist_here import find_mnist

PACKAGE = Path(__file__).parents[1]
WITHOUT_EFFECT = {"app", "static", "__pycache__"}
"""Folders that a text doesn't depend on: what serves it, and what browsers are sent besides."""
OF_ONE_LESSON = re.compile(r"lesson_(\d\d)(?!\d)")


class Sources:
    """Digests of all that the texts are made from, as it is now.

    A lesson's digest covers its own modules, those of the package without the other lessons' own, the versions of Python
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
        self._shared = hashlib.sha256(repr((sys.version, platform.machine(), find_mnist())).encode())
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
        """Return 32 hexadecimal digits that differ whenever something differs that a lesson's text is made from."""
        digest = self._shared.copy()
        for entry in (lesson.number.encode(), *self._own.get(lesson.number, [])):
            digest.update(entry)
        return digest.hexdigest()[:32]


def source_files(package: Path) -> Iterator[Path]:
    """Return all files that a text may depend on, in an order that is always the same."""
    for entry in sorted(package.iterdir()):
        if entry.name in WITHOUT_EFFECT:
            continue
        if entry.is_dir():
            yield from source_files(entry)
        else:
            yield entry


def installed(path: Iterable[str]) -> list[str]:
    """Return the names of all installed libraries with their versions, as their folders say.

    >>> any(name.startswith("numpy-") for name in installed(sys.path))
    True
    """
    folders = {Path(name) for name in path if name.endswith(("site-packages", "dist-packages"))}
    return sorted({entry.name for folder in folders if folder.is_dir() for entry in folder.glob("*.dist-info")})
