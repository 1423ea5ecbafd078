"""Files that several processes write: each is written completely or not at all, and one at a time."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

LOCK_SECONDS = 30.0
"""How long to wait for another process; writing takes milliseconds."""


def write_atomically(path: Path, content: bytes) -> None:
    """Write `content` beside `path` and move it there, so that a crash leaves the old file or the new one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Keep other processes and threads that ask for the same file from going on until the end of the `with` block.

    The lock is SQLite's, on an empty file beside `path`: the system releases it if the process is killed.

    Raises:
        OSError: the folder can't be written to, or another process keeps the lock for too long.

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
