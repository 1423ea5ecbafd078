"""The lessons' previews and contents entries, cached on disk so that they needn't be made again at the next start."""

import contextlib
import hashlib
from collections.abc import Iterable
from pathlib import Path

from glassnet.base.files import write_atomically
from glassnet.base.folders import user_folder

MAX_VERSIONS = 4
"""Texts kept per name: other versions, and other copies of Glassnet on this machine, have their own."""


class TextCache:
    """Texts by name and digest, one file each; a damaged file counts as missing.

    Several servers may share the folder: files are written atomically, and every server writes the same content. If the
    folder can't be read or written, nothing is cached, and no error is raised.

    Arguments:
        folder: where the files are; created when the first text is written. None caches nothing.

    >>> TextCache(None).read("07", "0123") is None
    True
    """

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder

    def read(self, name: str, digest: str) -> str | None:
        """Return a text, or None if it is missing or damaged."""
        if self.folder is None:
            return None
        file = self._file(self.folder, name, digest)
        try:
            checksum, _, content = file.read_bytes().partition(b"\n")
        except OSError:
            return None
        if checksum != _checksum(content):
            return None
        with contextlib.suppress(OSError):
            file.touch()  # the least recently used are deleted first
        return content.decode()

    def write(self, name: str, digest: str, text: str) -> None:
        """Store a text, if the folder is writable."""
        if self.folder is None:
            return
        content = text.encode()
        with contextlib.suppress(OSError):
            write_atomically(self._file(self.folder, name, digest), _checksum(content) + b"\n" + content)

    def prune(self, names: int) -> None:
        """Delete the least recently used texts, leaving room for `MAX_VERSIONS` texts of each of `names` names."""
        with contextlib.suppress(OSError):
            for old in _most_recent_first(self.folder.iterdir() if self.folder else ())[names * MAX_VERSIONS :]:
                old.unlink(missing_ok=True)

    @staticmethod
    def _file(folder: Path, name: str, digest: str) -> Path:
        return folder / f"{name}-{digest}.txt"


def cache_folder() -> Path | None:
    """Return this user's cache folder for lessons, which may not exist yet; None if nothing is to be cached."""
    folder = user_folder("cache")
    return None if folder is None else folder / "lessons"


def _checksum(content: bytes) -> bytes:
    return hashlib.sha256(content).hexdigest().encode()


def _most_recent_first(files: Iterable[Path]) -> list[Path]:
    used = []
    for file in files:
        with contextlib.suppress(OSError):  # another server may have deleted it
            used.append((file.stat().st_mtime, file))
    return [file for _, file in sorted(used, reverse=True)]
