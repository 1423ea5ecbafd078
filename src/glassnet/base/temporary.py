"""Temporary files beside the one that is being written; those of a killed process are cleared by the next writer."""

import errno
import hashlib
import os
import sys
import time
from contextlib import suppress
from pathlib import Path
from secrets import token_hex

if sys.platform != "win32":
    import fcntl

ENDING = ".part"
LONG_AGO = 3600.0
"""Seconds."""
LONGEST_PREFIX = 200
"""Bytes of a file's name that its temporary file repeats; 255 is what most systems allow in all."""


def open_temporary(target: Path) -> tuple[int, Path]:
    """Create an empty file beside `target`, with the permissions of the umask, and return its descriptor and its path.

    It is locked until the descriptor is closed, so that `clear_abandoned` can tell it from one that was left behind.
    """
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    while True:
        path = target.with_name(f"{_prefix(target)}{token_hex(4)}{ENDING}")
        try:
            descriptor = os.open(path, flags, 0o666)
        except FileExistsError:
            continue
        _lock(descriptor)
        if os.fstat(descriptor).st_nlink:  # nobody cleared it before it was locked
            return descriptor, path
        os.close(descriptor)


def clear_abandoned(target: Path) -> None:
    """Remove temporary files of `target` whose writers have ended; what can't be removed stays."""
    prefix = _prefix(target)
    with suppress(OSError):
        for entry in os.scandir(target.parent):
            if entry.name.startswith(prefix) and entry.name.endswith(ENDING):
                with suppress(OSError):
                    _remove_unless_locked(Path(entry.path))


def _prefix(target: Path) -> str:
    if len(os.fsencode(target.name)) <= LONGEST_PREFIX:
        return f".{target.name}."
    return f".{hashlib.sha256(os.fsencode(target.name)).hexdigest()[:16]}."


def _lock(descriptor: int) -> None:
    if sys.platform != "win32":  # there, an open file can't be removed anyway
        with suppress(OSError):  # a file system without locks
            fcntl.flock(descriptor, fcntl.LOCK_EX)


def _remove_unless_locked(path: Path) -> None:
    if sys.platform == "win32":  # there are no such locks, but nobody writes for so long
        if time.time() - path.stat().st_mtime > LONG_AGO:
            path.unlink()
        return
    descriptor = os.open(path, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        path.unlink()
    finally:
        os.close(descriptor)


def sync_folder(folder: Path) -> None:
    """Make the names in a folder survive a power failure, where the system can do that for folders."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):  # some network file systems can't
            raise
    finally:
        os.close(descriptor)
