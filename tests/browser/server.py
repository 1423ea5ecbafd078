"""A server of its own for the browser tests, which can be killed and started again on the same port."""

import os
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path
from time import monotonic, sleep

PATIENCE = 30.0


class Server:
    """`glassnet serve` on a free port of this machine, with these arguments; what it says is kept in a file."""

    def __init__(self, log: Path, *arguments: str) -> None:
        self.port = free_port()
        self.log = log
        self.arguments = arguments
        self.process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Start it and wait until it answers."""
        command = [str(Path(sys.executable).with_name("glassnet")), "serve", "--no-browser", "--port", str(self.port)]
        command += self.arguments
        environment = {name: value for name, value in os.environ.items() if name != "PORT"}
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(command, stdout=log, stderr=log, env=environment)
        end = monotonic() + PATIENCE
        while not self._answers():
            assert self.process.poll() is None, self.log.read_text()
            assert monotonic() < end, f"the server does not answer: {self.log.read_text()}"
            sleep(0.02)

    def kill(self) -> None:
        """End it without warning, as a crash would."""
        if self.process:
            self.process.kill()
            self.process.wait(PATIENCE)
        self.process = None

    def _answers(self) -> bool:
        try:
            with urllib.request.urlopen(f"{self.url}/lab/", timeout=PATIENCE) as reply:
                return bool(reply.status == 200)
        except urllib.error.HTTPError as refusal:
            with refusal:
                return refusal.code == 403  # it asks for the access code
        except (urllib.error.URLError, ConnectionError):
            return False


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
