"""The learner's answers, kept on this machine."""

import json
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from glassnet.base.files import locked, write_atomically
from glassnet.base.folders import user_folder

FILE = "answers.json"
MAX_TRIES = 50


@dataclass
class Book:
    """Answers and tries by exercise, in one file that several processes may write at the same time.

    Arguments:
        path: the file; None keeps everything in memory only.

    >>> book = Book(None)
    >>> book.record("06.1", 0.3, False)
    >>> book.record("06.1", 0.5, True)
    >>> [(entry["answer"], entry["right"]) for entry in book.tries("06.1")], book.solved("06")
    ([(0.3, False), (0.5, True)], 1)
    """

    path: Path | None
    entries: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    trouble: str = ""

    def __post_init__(self) -> None:
        self._read()

    def tries(self, exercise: str) -> list[dict[str, Any]]:
        """Return the answers given to an exercise, oldest first."""
        return list(self.entries.get(exercise, []))

    def record(self, exercise: str, answer: Any, right: bool | None, message: str = "") -> None:
        """Record an answer; a verdict on a prediction (`right` was None) replaces the prediction."""
        with ExitStack() as alone:
            if self.path is not None:
                with suppress(OSError):  # a folder that can't be written to is reported below
                    alone.enter_context(locked(self.path))
            self._read()  # another notebook, in this process or another, may have saved answers meanwhile
            self._add(exercise, answer, right, message)
            self._write()

    def _add(self, exercise: str, answer: Any, right: bool | None, message: str) -> None:
        kept = self.entries.setdefault(exercise, [])
        if kept and kept[-1]["right"] is None:
            kept.pop()
        now = datetime.now(UTC).isoformat(timespec="seconds")
        kept.append({"answer": answer, "right": right, "message": message, "at": now})
        del kept[:-MAX_TRIES]

    def solved(self, lesson: str) -> int:
        """Return how many exercises of a lesson have been answered correctly."""
        return sum(
            any(entry["right"] for entry in kept) for name, kept in self.entries.items() if name.split(".")[0] == lesson
        )

    def summary(self) -> str:
        """Return all answers as a Markdown table, for the learner to keep or hand in."""
        rows = [
            f"| {name} | {len(kept)} | {_first_right(kept)} | {_cell(kept[-1]['answer'])} | {kept[-1]['at']} |"
            for name, kept in sorted(self.entries.items())
            if kept
        ]
        head = "| exercise | tries | first correct try | last answer | when (UTC) |\n|---|---:|---:|---|---|"
        return "# Answers\n\n" + "\n".join([head, *rows]) + "\n"

    def _read(self) -> None:
        if self.path is None:
            return
        try:
            entries = json.loads(self.path.read_text("utf-8"))["answers"]
            self.entries = {str(name): [_checked(entry) for entry in kept] for name, kept in entries.items()}
        except FileNotFoundError:
            pass  # nothing has been answered yet
        except OSError as error:
            self.trouble = f"Can't read earlier answers from {self.path}: {error.strerror}."
        except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
            self._put_aside(self.path)

    def _put_aside(self, path: Path) -> None:
        aside = path.with_suffix(".damaged.json")
        try:
            path.replace(aside)
        except FileNotFoundError:  # another process has just done the same
            self.trouble = f"The answers file was damaged; it was renamed to {aside.name}."
        except OSError as error:
            self.path = None
            self.trouble = f"The answers file is damaged and can't be renamed ({error.strerror}): nothing is saved."
        else:
            self.trouble = f"The answers file was damaged; it was renamed to {aside.name}."

    def _write(self) -> None:
        if self.path is None:
            return
        try:
            write_atomically(self.path, json.dumps({"answers": self.entries}, ensure_ascii=False, indent=1).encode())
        except OSError as error:
            self.trouble = f"This answer was not saved: can't write to {self.path.parent} ({error.strerror})."


def open_book() -> Book:
    """Return this machine's book of answers."""
    folder = user_folder("data")
    return Book(None if folder is None else folder / FILE)


def _checked(entry: Any) -> dict[str, Any]:
    right = entry["right"]
    if right not in (True, False, None):
        raise ValueError(right)
    return {name: entry[name] for name in ("answer", "right", "message", "at")}


def _first_right(kept: list[dict[str, Any]]) -> str:
    return next((str(place) for place, entry in enumerate(kept, 1) if entry["right"]), "–")


def _cell(answer: Any) -> str:
    text = json.dumps(answer, ensure_ascii=False) if not isinstance(answer, str) else answer
    text = text.replace("|", "\\|").replace("\n", " ")
    return text if len(text) <= 60 else text[:59] + "…"
