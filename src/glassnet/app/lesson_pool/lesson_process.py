"""One lesson process, seen from the server: started, asked, ended."""

import asyncio
import json
import os
import secrets
import subprocess
import sys
from dataclasses import dataclass, field
from time import monotonic

from glassnet.app.lesson_pool.connection import Connections
from glassnet.app.lesson_pool.settings import SECRET_HEADER, PoolSettings

COMMAND = (sys.executable, "-P", "-m", "glassnet.app.lesson_pool.process")
START_SECONDS = 120.0
"""For a machine under heavy load; on an idle one it takes two."""
END_SECONDS = 2.0
LESS_MEMORY = {"MALLOC_ARENA_MAX": "2"}
"""On Linux, or every reader's thread would keep memory of its own that is never given back."""
OWN_GROUP = getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0)
"""For Windows; as elsewhere, Ctrl-C reaches the server only, which then ends the lesson processes."""


@dataclass(eq=False)
class LessonProcess:
    """A running lesson process.

    Arguments:
        process: the system's process.
        port: where it listens on this machine.
        secret: what every request to it must carry.

    Attributes:
        readers: its readers' places.
        opening: the one whose notebook is being opened, if any.
        used: whether it has ever had a reader.
        left: when the last reader left, in seconds of the monotonic clock.
    """

    process: asyncio.subprocess.Process
    port: int
    secret: str
    readers: set[object] = field(default_factory=set)
    opening: object | None = None
    used: bool = False
    left: float = field(default_factory=monotonic)
    connections: Connections = field(init=False)

    def __post_init__(self) -> None:
        self.connections = Connections(self.port)

    @classmethod
    async def start(cls, files: str, settings: PoolSettings) -> "LessonProcess":
        """Start a process and wait until it answers.

        Arguments:
            files: the address of marimo's files, for its pages.
            settings: the pool's settings.

        Raises:
            OSError, TimeoutError, ValueError: it does not start.
        """
        secret = secrets.token_urlsafe(32)
        environment = {**LESS_MEMORY, **os.environ}
        process = await asyncio.create_subprocess_exec(
            *COMMAND,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=environment,
            start_new_session=True,
            creationflags=OWN_GROUP,
        )
        assert process.stdin is not None
        assert process.stdout is not None
        told = {"secret": secret, "files": files, "session_seconds": settings.session_seconds}
        try:
            process.stdin.write(f"{json.dumps(told)}\n".encode())
            line = await asyncio.wait_for(process.stdout.readline(), START_SECONDS)
            return cls(process, json.loads(line)["port"], secret)
        except BaseException:
            await _end(process)
            raise

    @property
    def headers(self) -> dict[str, str]:
        """The header that opens it."""
        return {SECRET_HEADER: self.secret}

    def idle(self, seconds: float) -> bool:
        """Return whether it has had no reader for so long."""
        return not self.readers and monotonic() - self.left >= seconds

    async def end(self) -> None:
        """End it, at once if it does not end by itself."""
        self.connections.close()
        await _end(self.process)


async def _end(process: asyncio.subprocess.Process) -> None:
    assert process.stdin is not None
    process.stdin.close()  # which it is waiting for
    try:
        await asyncio.wait_for(process.wait(), END_SECONDS)
    except TimeoutError:
        process.kill()
        await process.wait()
