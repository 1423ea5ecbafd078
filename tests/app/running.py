"""`glassnet serve` as a process of its own, as a user starts it."""

import os
import re
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

PATIENCE = 30.0


@dataclass
class Running:
    """A started process, and what it said so far."""

    process: subprocess.Popen[str]
    said: str = ""

    @property
    def url(self) -> str:
        """The address it printed."""
        found = re.search(r"http://\S+", self.said)
        assert found, self.said
        return found[0]

    @property
    def port(self) -> int:
        found = re.search(r":(\d+)/", self.url)
        assert found, self.said
        return int(found[1])

    def wait_for(self, words: str) -> None:
        """Read on until it has said these words; a server that never says them is ended."""
        assert self.process.stdout
        end = threading.Timer(PATIENCE, self.process.kill)
        end.start()
        try:
            while words not in self.said:
                line = self.process.stdout.readline()
                assert line, f"it never said {words!r}, but: {self.said}"
                self.said += line
        finally:
            end.cancel()

    def stop(self, signal: int) -> tuple[int, float]:
        """Send a signal; return exit code and seconds until the end."""
        begin = time.monotonic()
        self.process.send_signal(signal)
        self.said += self.process.communicate(timeout=PATIENCE)[0]
        return self.process.returncode, time.monotonic() - begin


@contextmanager
def serving(*arguments: str, cwd: Path | None = None, **environment: str) -> Iterator[Running]:
    """Start a server that has printed its address, and end it whatever happens."""
    command = [str(Path(sys.executable).with_name("glassnet")), "serve", "--no-browser", *arguments]
    variables = {name: value for name, value in os.environ.items() if name != "PORT"}
    process = subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        cwd=cwd,
        env={**variables, "PYTHONWARNINGS": "error", **environment},
    )
    try:
        running = Running(process)
        running.wait_for("Press Ctrl-C to stop")
        yield running
    finally:
        if process.poll() is None:
            process.kill()
        process.communicate(timeout=PATIENCE)


def status(url: str, **headers: str) -> int:
    """Return the status that an address answers with."""
    try:
        with urllib.request.urlopen(urllib.request.Request(url, headers=headers), timeout=PATIENCE) as reply:
            return int(reply.status)
    except urllib.error.HTTPError as error:
        with error:
            return error.code
