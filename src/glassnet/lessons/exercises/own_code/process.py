"""Starts a process for a learner's code, waits for it no longer than allowed, and reads what it tells."""

import json
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from threading import BoundedSemaphore, Timer
from typing import Any

import numpy as np

CHILD = Path(__file__).with_name("child.py")
THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")
KEPT = ("PATH", "SYSTEMROOT", "LD_LIBRARY_PATH", "VIRTUAL_ENV")
AT_ONCE = BoundedSemaphore(os.cpu_count() or 1)
"""More learners than processors wait for their turn."""


@dataclass(frozen=True)
class Limits:
    """What a learner's code may use.

    Arguments:
        seconds: of computing.
        wait: seconds until it is ended, computing or not.
        memory: bytes.
        file_size: bytes of any file that it writes, in a folder that is deleted afterwards.
        files: how many may be open.
        output: characters that it may print.
        reply: bytes of everything that it tells.
    """

    seconds: int = 5
    wait: int = 8
    memory: int = 2 * 1024**3
    file_size: int = 1_000_000
    files: int = 64
    output: int = 10_000
    reply: int = 20_000_000


@dataclass(frozen=True)
class Unreadable:
    """A returned value that isn't made of numbers.

    Arguments:
        words: what it is, "str 'a'".
    """

    words: str


@dataclass(frozen=True)
class Ran:
    """What became of a learner's code.

    Arguments:
        results: what the function returned, case by case, as far as it came.
        output: what it printed.
        error: why it ended early, "" if it didn't.
        line: the line of the learner's code in which it did.
    """

    results: tuple[Any, ...]
    output: str
    error: str = ""
    line: int | None = None


def run_code(
    code: str, name: str, cases: Sequence[tuple[Any, ...]], *, given: str = "", limits: Limits | None = None
) -> Ran:
    """Run a learner's code in a process of its own and call one of its functions.

    The limits are against accidents: like a notebook's, the code runs with the rights of whoever started the server.

    Arguments:
        code: what the learner wrote.
        name: the function to call.
        cases: the arguments of each call.
        given: code that runs before, whose names the learner may use.
        limits: what it may use.

    >>> run_code("def twice(x):\\n    print('here')\\n    return 2 * x", "twice", [(3.0,)])
    Ran(results=(array(6.),), output='here\\n', error='', line=None)
    >>> run_code("def twice(x):\\n    return y", "twice", [(3.0,)])
    Ran(results=(), output='', error="NameError: name 'y' is not defined", line=2)
    """
    limits = limits or Limits()
    job = {"code": code, "name": name, "cases": _written(list(cases)), "given": given, "limits": asdict(limits)}
    with AT_ONCE, tempfile.TemporaryDirectory(prefix="glassnet-code-", ignore_cleanup_errors=True) as folder:
        told, status = _told(json.dumps(job).encode(), folder, limits)
    return _ran(told, status, limits)


def _written(value: Any) -> Any:
    """Return arguments as JSON."""
    if isinstance(value, np.ndarray):
        return {"array": value.ravel().tolist(), "shape": list(value.shape), "dtype": value.dtype.str}
    if isinstance(value, np.generic):
        return value.item()
    if isinstance(value, tuple | list):
        return [_written(one) for one in value]
    if isinstance(value, dict):
        return {"dict": [[_written(name), _written(one)] for name, one in value.items()]}
    return value


def _told(job: bytes, folder: str, limits: Limits) -> tuple[bytes, int | None]:
    """Return what the process tells, and its exit status; None if it had to be ended."""
    ended: list[bool] = []
    with subprocess.Popen(
        [sys.executable, "-P", str(CHILD)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=folder,
        env=_environment(folder),
        start_new_session=True,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None

        def end() -> None:
            ended.append(True)
            _kill(process)

        clock = Timer(limits.wait, end)
        clock.start()
        told = b""
        try:
            process.stdin.write(job)
            process.stdin.close()
            told = process.stdout.read(limits.reply)
            if process.stdout.read(1):
                end()
            process.wait()
        except BrokenPipeError:
            pass  # it ended before it had read its job
        finally:
            clock.cancel()
            _kill(process)  # and whatever it has started
        return told, None if ended else process.wait()


def _kill(process: subprocess.Popen[bytes]) -> None:
    if hasattr(os, "killpg"):
        try:
            os.killpg(process.pid, signal.SIGKILL)
        except ProcessLookupError:
            return
    else:
        process.kill()


def _environment(folder: str) -> dict[str, str]:
    kept = {name: os.environ[name] for name in KEPT if name in os.environ}
    own = {"HOME": folder, "TMPDIR": folder, "TEMP": folder, "PYTHONDONTWRITEBYTECODE": "1", "PYTHONUTF8": "1"}
    return {**kept, **own, **dict.fromkeys(THREADS, "1")}


def _ran(told: bytes, status: int | None, limits: Limits) -> Ran:
    events = list(_events(told))
    results = tuple(_value(event["result"]) for event in events if "result" in event)
    output = "".join(str(event["out"]) for event in events if "out" in event)
    error = next((event for event in events if "error" in event), None)
    if error is not None:
        line = error.get("line")
        return Ran(results, output, str(error["error"]), line if isinstance(line, int) else None)
    if status == 0:
        return Ran(results, output)
    return Ran(results, output, _why(status, limits))


def _why(status: int | None, limits: Limits) -> str:
    slow = (None, -getattr(signal, "SIGXCPU", 0), -getattr(signal, "SIGALRM", 0))
    if status in slow or status == -9:
        return f"Your code was stopped after {limits.seconds} seconds. Is there a loop that doesn't end?"
    return f"Your code ended its process (status {status}): it may have needed more than {limits.memory // 1024**2} MB."


def _events(told: bytes) -> Iterator[dict[str, Any]]:
    for line in told.decode("utf-8", errors="replace").splitlines():
        try:
            event = json.loads(line)
        except ValueError:
            continue  # cut off where the process was ended
        if isinstance(event, dict):
            yield event


def _value(told: Any) -> Any:
    """Return a value that the process told; it is believed to be nothing but JSON."""
    try:
        if "parts" in told:
            return tuple(_value(part) for part in told["parts"])
        if "shape" in told:
            return np.array(told["data"], dtype=float).reshape(told["shape"])
        return Unreadable(str(told["other"]))
    except (TypeError, KeyError, ValueError):
        return Unreadable("something unreadable")
