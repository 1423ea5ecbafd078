"""The line between a browser and its server, which can fall silent in both directions without being closed.

That is what a laptop that slept, a changed network or a dead router leaves behind: neither side ever hears of it.
"""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

CHUNK = 65_536


class Line:
    """Forwards connections to a server on this machine; while it is dead, it accepts new ones and forwards nothing.

    Arguments:
        port: the server's.
    """

    def __init__(self, port: int) -> None:
        self.deaf_to = b""
        """What begins a request that gets no answer, b"GET /lab/socket"; new connections only."""
        self._target = port
        self.alive = threading.Event()
        self.alive.set()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._ends: list[socket.socket] = []
        threading.Thread(target=self._accept, daemon=True).start()

    @property
    def url(self) -> str:
        """What a page asks instead of the server itself."""
        return f"http://127.0.0.1:{self._listener.getsockname()[1]}"

    def die(self) -> None:
        """Forward nothing any more; nothing is closed, and what was open now stays dead."""
        self.alive.clear()

    def recover(self) -> None:
        """Forward what is connected from now on. What was open before stays dead, as after a change of network."""
        self.alive = threading.Event()
        self.alive.set()

    def close(self) -> None:
        """End every connection."""
        for end in (self._listener, *self._ends):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                page, _ = self._listener.accept()
                self._ends.append(page)
                if self.alive.is_set():
                    server = socket.create_connection(("127.0.0.1", self._target))
                    self._ends.append(server)
                    for one, other in ((page, server), (server, page)):
                        threading.Thread(target=_forward, args=(one, other, self), daemon=True).start()


def _forward(one: socket.socket, other: socket.socket, line: Line) -> None:
    alive, deaf_to = line.alive, line.deaf_to
    with suppress(OSError):
        while data := one.recv(CHUNK):
            if not alive.is_set() or (deaf_to and data.startswith(deaf_to)):
                return
            other.sendall(data)
        if alive.is_set():
            other.shutdown(socket.SHUT_WR)


@contextmanager
def line_to(port: int) -> Iterator[Line]:
    """Open a line to a server on this machine."""
    line = Line(port)
    try:
        yield line
    finally:
        line.close()
