"""Child processes for campaigns: forked, so that a thousand of them cost seconds; what they say comes back as lines."""

import os
import select
import signal
import sys
import time
import traceback
import warnings
from collections.abc import Callable
from typing import TextIO


class Child:
    """A process that runs one function and may be killed at any moment.

    Arguments:
        work: called in the child with a file whose lines the parent reads.
    """

    def __init__(self, work: Callable[[TextIO], object]) -> None:
        reading, writing = os.pipe()
        sys.stdout.flush()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # threads of the test runner take no part
            self.number = os.fork()
        if not self.number:
            os.close(reading)
            _run(work, writing)
        os.close(writing)
        self._pipe = reading
        self._heard = b""

    def wait_for_line(self, seconds: float) -> bool:
        """Wait until the child has written a whole line; return whether it has."""
        deadline = time.monotonic() + seconds
        while b"\n" not in self._heard and (left := deadline - time.monotonic()) > 0:
            ready, _, _ = select.select([self._pipe], [], [], left)
            if ready and not self._take():
                break
        return b"\n" in self._heard

    def kill(self) -> list[str]:
        """End the child with SIGKILL, which it can't notice, and return the whole lines that it wrote."""
        os.kill(self.number, signal.SIGKILL)
        return self.lines()

    def lines(self) -> list[str]:
        """Wait until the child has ended, and return the whole lines that it wrote."""
        while self._take():
            pass
        os.close(self._pipe)
        os.waitpid(self.number, 0)
        return self._heard.decode(errors="replace").split("\n")[:-1]

    def _take(self) -> bytes:
        more = os.read(self._pipe, 2**16)
        self._heard += more
        return more


def die() -> None:
    """End this process at once, with none of its clean-up."""
    os.kill(os.getpid(), signal.SIGKILL)


def _run(work: Callable[[TextIO], object], descriptor: int) -> None:
    """Run the child's part; whatever it raises becomes a line. Nothing of the parent's is cleaned up in the child."""
    with os.fdopen(descriptor, "w", buffering=1) as out:
        try:
            work(out)
        except BaseException as error:
            where = traceback.extract_tb(error.__traceback__)[-1]
            said = f"raw {type(error).__name__}: {error!s:.200} ({where.filename}:{where.lineno})"
            out.write(" ".join(said.split("\n")) + "\n")
        out.flush()
        die()
