"""A disk that fails: at every call that changes it, a kill before, in the middle and after, or an error.

As SQLite's tests do, the calls are counted once, and then the same work is done again and again, each time with trouble
at another call. Power failures are worked out from a record of the calls: what wasn't synced may be there or not.
"""

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any, TextIO

from glassnet.base.errors import GlassnetError
from glassnet.base.files import write_atomically
from glassnet.files import write_run_file
from glassnet.lessons.exercises.book import Book

from .child import Child, die
from .outcome import Outcome

CALLS = ("open", "write", "fsync", "replace", "unlink", "fchmod", "mkdir", "close")
"""What `os` offers that changes a disk, or after which it is changed."""
MODES = ("before", "half", "after", "full", "broken")
ERRORS = {"full": errno.ENOSPC, "broken": errno.EIO}


@contextmanager
def failing(place: int, mode: str) -> Iterator[list[str]]:
    """Let the call at that place go wrong; yield the list of the calls so far."""
    made: list[str] = []
    real = {name: getattr(os, name) for name in CALLS}

    def replaced(name: str) -> Callable[..., Any]:
        def call(*arguments: Any, **named: Any) -> Any:
            made.append(name)
            here = len(made) - 1 == place
            if here and mode in ERRORS and name not in ("close", "unlink"):
                raise OSError(ERRORS[mode], os.strerror(ERRORS[mode]))
            if here and mode == "before":
                die()
            if here and mode == "half" and name == "write":
                real[name](arguments[0], arguments[1][: len(arguments[1]) // 2])
                die()
            result = real[name](*arguments, **named)
            if here and mode in ("half", "after"):
                die()
            return result

        return call

    for name in CALLS:
        setattr(os, name, replaced(name))
    try:
        yield made
    finally:
        for name, function in real.items():
            setattr(os, name, function)


def over_a_file(folder: Path) -> Path:
    """Return a file that holds the old content."""
    path = folder / "run.glass"
    write_atomically(path, OLD)
    return path


def through_a_link(folder: Path) -> Path:
    """Return a symbolic link to a file that holds the old content."""
    path, link = over_a_file(folder), folder / "links" / "link.glass"
    link.parent.mkdir()
    link.symlink_to(path)
    return link


def into_new_folders(folder: Path) -> Path:
    """Return a path whose folders don't exist yet."""
    return folder / "new" / "folder" / "run.glass"


OLD, NEW = b"old" * 1000, b"the new content" * 1000
SCENES = {"over a file": over_a_file, "through a link": through_a_link, "into new folders": into_new_folders}


def fail_everywhere(folder: Path) -> Outcome:
    """Save with trouble at every call in every way: the file is the old one or the new one, and later saving works."""
    outcome = Outcome("trouble at every call of saving")
    for scene, make in SCENES.items():
        (probe := folder / scene / "calls").mkdir(parents=True)
        path = make(probe)
        with failing(-1, "") as calls:
            write_run_file(path, NEW)
        for place, name in enumerate(list(calls)):
            for mode in MODES:
                (own := folder / scene / f"{place} {mode}").mkdir()
                with outcome.attempt(f"{scene}: {mode} {name}, call {place}"):
                    _fail_once(make(own), place, mode, f"{scene}: {mode} {name}, call {place}", outcome)
    outcome.notes.append(f"{len(calls)} calls in the longest case")
    return outcome


def _fail_once(path: Path, place: int, mode: str, what: str, outcome: Outcome) -> None:
    before, was_link = path.read_bytes() if path.exists() else None, path.is_symlink()

    def save(out: Any) -> None:
        with failing(place, mode):
            try:
                write_run_file(path, NEW)
                out.write("saved\n")
            except GlassnetError as error:
                out.write(f"refused {error}\n")

    said = Child(save).lines()
    after = path.read_bytes() if path.exists() else None
    if after not in (before, NEW):
        outcome.lose(f"{what}: the file is neither the old one nor the new one")
    if said == ["saved"] and after != NEW:
        outcome.lose(f"{what}: said to be saved, but it isn't")
    if said and said[0].startswith("raw"):
        outcome.blame(f"{what}: {said[0]}")
    write_run_file(path, NEW)
    left = [file.name for file in Path(os.path.realpath(path)).parent.iterdir() if file.name.endswith(".part")]
    if path.read_bytes() != NEW or left:
        outcome.lose(f"{what}: saving again left {left}")
    if path.is_symlink() != was_link:
        outcome.lose(f"{what}: the link was replaced")


def fail_books(folder: Path) -> Outcome:
    """Keep an answer with trouble at every call: the earlier answers are all there."""
    outcome = Outcome("trouble at every call of keeping an answer")
    with failing(-1, "") as calls:
        Book(folder / "probe" / "answers.json").record("06.2", 2, True)
    for place, name in enumerate(list(calls)):
        for mode in MODES:
            what = f"{mode} {name}, call {place}"
            path = folder / what / "answers.json"
            Book(path).record("06.1", 1, True)
            with outcome.attempt(what):
                said = Child(partial(_answer, path, place, mode)).lines()
                book = Book(path)
                if not book.tries("06.1") or book.trouble:
                    outcome.lose(f"{what}: the first answer is gone {book.trouble}")
                if said:
                    outcome.blame(f"{what}: {said[0]}")
    return outcome


def _answer(path: Path, place: int, mode: str, _: TextIO) -> None:
    book = Book(path)
    with failing(place, mode):
        book.record("06.2", 2, True)


def power_failures(folder: Path) -> Outcome:
    """Work out what a power failure after each call could leave: the old file or the new one, in the end the new."""
    outcome = Outcome("power failures during saving, worked out")
    for scene, make in SCENES.items():
        (own := folder / f"power {scene}").mkdir()
        path = make(own)
        target = os.path.realpath(path)
        before = path.read_bytes() if path.exists() else None
        record: list[tuple[str, Any, Any]] = []
        with recording(record):
            write_run_file(path, NEW)
        for length in range(len(record) + 1):
            allowed = {NEW} if length == len(record) else {before, NEW}
            with outcome.attempt(f"{scene}: after {length} calls"):
                wrong = possible(record[:length], target, before) - allowed
                if wrong:
                    kinds = [None if content is None else len(content) for content in wrong]
                    outcome.lose(f"{scene}: after {length} calls the file could be of {kinds} bytes")
    return outcome


@contextmanager
def recording(record: list[tuple[str, Any, Any]]) -> Iterator[None]:
    """Note each write, sync and rename with the file's path."""
    real, names = {name: getattr(os, name) for name in ("open", "write", "fsync", "replace")}, {}

    def opened(path: Any, *rest: Any, **named: Any) -> int:
        descriptor = int(real["open"](path, *rest, **named))
        names[descriptor] = os.fspath(path)
        return descriptor

    def written(descriptor: int, content: Any) -> int:
        count = int(real["write"](descriptor, content))
        record.append(("write", names.get(descriptor), bytes(content[:count])))
        return count

    def synced(descriptor: int) -> None:
        real["fsync"](descriptor)
        record.append(("sync", names.get(descriptor), None))

    def replaced(source: Any, target: Any) -> None:
        real["replace"](source, target)
        record.append(("replace", os.fspath(source), os.fspath(target)))

    for name, function in {"open": opened, "write": written, "fsync": synced, "replace": replaced}.items():
        setattr(os, name, function)
    try:
        yield
    finally:
        for name, function in real.items():
            setattr(os, name, function)


def possible(record: list[tuple[str, Any, Any]], target: str, before: bytes | None) -> set[bytes | None]:
    """Return all that the target may contain if the power fails after these calls.

    >>> sorted(possible([("write", "/d/a", b"new."), ("replace", "/d/a", "/d/b")], "/d/b", b"old"))
    [b'', b'ne', b'new.', b'old']
    """
    contents: dict[str, set[bytes | None]] = {target: {before}}
    written: dict[str, bytes] = {}
    for kind, name, value in record:
        if kind == "write":
            written[name] = written.get(name, b"") + value
            contents[name] = {b"", written[name][: len(written[name]) // 2], written[name]}
        elif kind == "sync" and name in written:
            contents[name] = {written[name]}
        elif kind == "replace":
            contents[value] = contents[value] | contents[name] if value in contents else {None, *contents[name]}
            contents[f"moved into {Path(value).parent}"] = contents[name]
        elif kind == "sync" and f"moved into {name}" in contents and name == str(Path(target).parent):
            contents[target] = contents[f"moved into {name}"]
    return contents[target]
