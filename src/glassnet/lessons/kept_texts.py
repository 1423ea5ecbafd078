"""What is known of the lessons, on disk: whatever has been written once needn't be written again at the next start."""

import contextlib
import hashlib
from collections.abc import Iterable
from pathlib import Path

from glassnet.base.files import write_atomically
from glassnet.base.folders import user_folder

VERSIONS_KEPT = 4
"""How many texts of a name are kept: those of other versions and of other copies of Glassnet on this machine."""


class KeptTexts:
    """Texts by name and digest, a file each; a file that is damaged is as good as none.

    Several servers may share the folder: files appear whole and are the same whoever writes them. Where the folder
    cannot be read or written, nothing is kept, and nothing else happens.

    Arguments:
        folder: where they are; made when the first is kept. None keeps nothing.

    >>> KeptTexts(None).read("07", "0123") is None
    True
    """

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder

    def read(self, name: str, digest: str) -> str | None:
        """Return a text, or None where it isn't kept whole."""
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
            file.touch()  # the least lately used are the first to go
        return content.decode()

    def keep(self, name: str, digest: str, text: str) -> None:
        """Keep a text, if the folder can be written to."""
        if self.folder is None:
            return
        content = text.encode()
        with contextlib.suppress(OSError):
            write_atomically(self._file(self.folder, name, digest), _checksum(content) + b"\n" + content)

    def clear(self, names: int) -> None:
        """Delete what has lain unused the longest, as far as there is more than is kept of so many names."""
        with contextlib.suppress(OSError):
            for old in _latest_first(self.folder.iterdir() if self.folder else ())[names * VERSIONS_KEPT :]:
                old.unlink(missing_ok=True)

    @staticmethod
    def _file(folder: Path, name: str, digest: str) -> Path:
        return folder / f"{name}-{digest}.txt"


def texts_folder() -> Path | None:
    """Return this user's folder for what is known of the lessons, which need not exist; None where nothing is to be kept."""
    try:
        folder = user_folder("cache")
    except RuntimeError:  # nobody knows where this user is at home
        return None
    return None if folder is None or folder.parts[:1] == ("~",) else folder / "lessons"


def _checksum(content: bytes) -> bytes:
    return hashlib.sha256(content).hexdigest().encode()


def _latest_first(files: Iterable[Path]) -> list[Path]:
    used = []
    for file in files:
        with contextlib.suppress(OSError):  # another server may have deleted it
            used.append((file.stat().st_mtime, file))
    return [file for _, file in sorted(used, reverse=True)]
