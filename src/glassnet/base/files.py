"""Files that several processes write: each is written completely or not at all, and one at a time."""

import os
import stat
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from glassnet.base.temporary import clear_abandoned, open_temporary, sync_folder

WINDOWS = sys.platform == "win32"
LOCK_SECONDS = 30.0
"""How long to wait for another process; writing takes milliseconds."""
MOST_AT_ONCE = 2**30
"""Bytes; more in one call is an error on some systems."""


def write_atomically(path: Path, content: bytes) -> None:
    """Write `content` beside `path` and move it there, so that a crash leaves the old file or the new one.

    A file that exists keeps its permissions. What a symbolic link points to is written, not the link; a device or a
    pipe is written into. Whatever a killed process left beside the file is removed.

    Raises:
        OSError: it can't be written; the old file is still there.
    """
    target = Path(os.path.realpath(path))
    mode = _mode(target)
    if mode is not None and not stat.S_ISREG(mode):
        _write_into(target, content)
        return
    _make_folder(target.parent)
    clear_abandoned(target)
    descriptor, temporary = open_temporary(target)
    try:
        try:
            if mode is not None and hasattr(os, "fchmod"):
                os.fchmod(descriptor, stat.S_IMODE(mode))
            _write_all(descriptor, content)
            os.fsync(descriptor)
            if not WINDOWS:  # while it is locked, so that nobody takes it for abandoned
                os.replace(temporary, target)  # noqa: PTH105 (all that is done to the disk goes through `os`)
        finally:
            os.close(descriptor)
        if WINDOWS:  # where what is open can't be moved
            temporary.replace(target)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise
    sync_folder(target.parent)


def check_writable(path: Path) -> None:
    """Make sure that a file could be written, by doing all but that: its folder is created if it isn't there.

    Raises:
        OSError: it couldn't: the system refuses the folder or the name.

    >>> import tempfile
    >>> check_writable(Path(tempfile.gettempdir()))
    Traceback (most recent call last):
    IsADirectoryError: [Errno None] it is a folder
    """
    target = Path(os.path.realpath(path))
    _make_folder(target.parent)
    mode = _mode(target)
    if mode is not None and stat.S_ISDIR(mode):
        raise IsADirectoryError(None, "it is a folder")
    if mode is not None and not stat.S_ISREG(mode):
        return
    descriptor, temporary = open_temporary(target)
    os.close(descriptor)
    temporary.unlink()


def _mode(target: Path) -> int | None:
    """Return what kind of file it is, with its permissions; None if there is none."""
    try:
        return target.stat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        return None


def _make_folder(folder: Path) -> None:
    if not folder.is_dir():
        _make_folder(folder.parent)
        folder.mkdir(exist_ok=True)
        sync_folder(folder.parent)


def _write_into(target: Path, content: bytes) -> None:
    descriptor = os.open(target, os.O_WRONLY | getattr(os, "O_BINARY", 0))
    try:
        _write_all(descriptor, content)
    finally:
        os.close(descriptor)


def _write_all(descriptor: int, content: bytes) -> None:
    rest = memoryview(content)
    while rest:
        rest = rest[os.write(descriptor, rest[:MOST_AT_ONCE]) :]


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Keep other processes and threads that ask for the same file from going on until the end of the `with` block.

    The lock is SQLite's, on an empty file beside `path`: the system releases it if the process is killed.

    Raises:
        OSError: the folder can't be written to, or another process keeps the lock for too long.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder, locked(Path(folder, "answers.json")):
    ...     [file.name for file in Path(folder).iterdir()]
    ['.answers.json.lock']
    """
    import sqlite3  # here: only who keeps a file together with others needs it

    path.parent.mkdir(parents=True, exist_ok=True)
    lock = path.with_name(f".{path.name}.lock")
    try:
        with closing(sqlite3.connect(lock, timeout=LOCK_SECONDS, isolation_level=None)) as connection:
            connection.execute("PRAGMA journal_mode = MEMORY")  # nothing is stored: no journal beside it either
            connection.execute("BEGIN EXCLUSIVE")
            yield
    except sqlite3.Error as error:
        raise OSError(None, f"it can't be locked: {error}") from error
