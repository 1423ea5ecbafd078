"""Runs a learner's code: this file is started as a process of its own, and imports nothing of Glassnet.

Standard input: JSON with `code` and `given` (sources), `name` of the function, `cases` (arguments of each call) and
`limits`. Standard output: one line of JSON for each event: {"out": text}, {"error": message, "line": number or null},
{"result": value}. A value is {"shape", "data"}, {"parts": values}, or {"other": words} if it isn't made of numbers.
"""

import contextlib
import io
import json
import os
import signal
import sys
import traceback
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

try:
    import resource
except ImportError:  # Windows: there, the process that started this one limits time and output
    resource = None  # type: ignore[assignment]

FILE = "<your code>"
MAX_ELEMENTS = 100_000


def limit(limits: Mapping[str, int]) -> None:
    """Limit what this process may use, as far as the system can."""
    if resource is None:
        return
    wanted = {
        resource.RLIMIT_CPU: limits["seconds"],
        resource.RLIMIT_AS: limits["memory"],
        resource.RLIMIT_FSIZE: limits["file_size"],
        resource.RLIMIT_NOFILE: limits["files"],
        resource.RLIMIT_CORE: 0,
        getattr(resource, "RLIMIT_NPROC", resource.RLIMIT_CORE): 0,
    }
    for what, most in wanted.items():
        with contextlib.suppress(ValueError, OSError):  # a system that doesn't know this limit
            resource.setrlimit(what, (most, most))
    signal.alarm(limits["wait"])  # ends the process even if the one that started it is gone


class Told(io.TextIOBase):
    """What the code prints, told as it comes, up to a number of characters."""

    def __init__(self, tell: Callable[[dict[str, Any]], None], most: int) -> None:
        self._tell, self._left = tell, most

    def writable(self) -> bool:
        """Return True: print writes here."""
        return True

    def write(self, text: str) -> int:
        """Tell a piece of text; what is too much is left out."""
        if self._left > 0 and text:
            self._tell({"out": text[: self._left] + ("\n… (more was printed)" if len(text) > self._left else "")})
        self._left -= len(text)
        return len(text)


def read(value: Any) -> Any:
    """Return an argument: numbers, text, lists, dicts and arrays."""
    if isinstance(value, list):
        return [read(one) for one in value]
    if isinstance(value, dict) and "array" in value:
        return np.array(value["array"], dtype=value["dtype"]).reshape(value["shape"])
    if isinstance(value, dict):
        return {read(name): read(one) for name, one in value["dict"]}
    return value


def described(value: Any, depth: int = 0) -> dict[str, Any]:
    """Return a value as JSON: an array of numbers, several of them, or words that say what it is."""
    if isinstance(value, tuple | list) and depth == 0 and not all(np.isscalar(one) for one in value):
        return {"parts": [described(one, 1) for one in value[:100]]}
    if value is None:
        return {"other": "nothing"}
    try:
        array = np.asarray(value, dtype=float)
    except (TypeError, ValueError):
        return {"other": f"{type(value).__name__} {value!r}"[:80]}
    if array.size > MAX_ELEMENTS:
        return {"other": f"array of {array.size} numbers"}
    return {"shape": list(array.shape), "data": array.ravel().tolist()}


def explained(error: BaseException) -> dict[str, Any]:
    """Return an error's message, and the line of the learner's code in which it occurred."""
    told = traceback.TracebackException.from_exception(error)
    line = next((frame.lineno for frame in reversed(told.stack) if frame.filename == FILE), None)
    if isinstance(error, SyntaxError) and error.filename == FILE:
        line = error.lineno
        message = f"{type(error).__name__}: {error.msg}"
    elif isinstance(error, MemoryError):
        message = "MemoryError: this needs more memory than there is for it."
    else:
        message = "".join(told.format_exception_only()).strip().splitlines()[-1]
    return {"error": message[:500], "line": line}


def run(job: Mapping[str, Any], tell: Callable[[dict[str, Any]], None]) -> None:
    """Define the learner's function and call it with each case's arguments."""
    names: dict[str, Any] = {"np": np, "__name__": "your_code"}
    exec(compile(job["given"], "<given>", "exec"), names)  # noqa: S102  # that is what this process is for
    exec(compile(job["code"], FILE, "exec"), names)  # noqa: S102
    function = names.get(job["name"])
    if not callable(function):
        tell({"error": f"There is no function {job['name']}. Keep its name.", "line": None})
        return
    for arguments in job["cases"]:
        tell({"result": described(function(*map(read, arguments)))})


def main() -> None:
    """Do the job on standard input and tell its events on standard output, which the code itself can't reach."""
    job = json.load(sys.stdin)
    events = os.fdopen(os.dup(1), "w", encoding="utf-8")
    nowhere = os.open(os.devnull, os.O_RDWR)
    for number in (0, 1, 2):
        os.dup2(nowhere, number)

    def tell(event: dict[str, Any]) -> None:
        events.write(json.dumps(event) + "\n")
        events.flush()

    limit(job["limits"])
    with contextlib.redirect_stdout(Told(tell, job["limits"]["output"])):
        try:
            run(job, tell)
        except BaseException as error:  # SystemExit, too, is only the learner's code
            tell(explained(error))


if __name__ == "__main__":
    main()
