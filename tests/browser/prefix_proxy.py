"""A reverse proxy that serves a server under a path, as JupyterHub and web servers do."""

import contextlib
import select
import socket
import socketserver
import threading
from typing import Any

PATIENCE = 30.0
NOT_FOUND = b"HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\nconnection: close\r\n\r\n"


class PrefixProxy(socketserver.ThreadingTCPServer):
    """Passes what is asked below a path to a server on this machine; nothing else is found.

    Arguments:
        prefix: the path, without a slash at its end.
        target: the server's port.
        strips: whether the server gets paths without the prefix.
    """

    def __init__(self, prefix: str, target: int, *, strips: bool) -> None:
        super().__init__(("127.0.0.1", 0), Connection)
        self.missed: list[str] = []
        self.prefix, self.target, self.strips = prefix, target, strips
        self.ending = threading.Event()
        self._thread = threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.05})

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}{self.prefix}"

    def __enter__(self) -> "PrefixProxy":
        self._thread.start()
        return self

    def __exit__(self, *_: Any) -> None:
        self.ending.set()
        self.shutdown()
        self.server_close()  # waits for all connections
        self._thread.join(PATIENCE)

    def handle_error(self, request: object, client_address: object) -> None:
        """Browsers leave whenever they like."""

    def forwarded(self, head: str) -> str | None:
        """Return a request's head as the server gets it, None for a path that isn't below ours."""
        line, _, rest = head.partition("\r\n")
        method, path, version = line.split(" ")
        if not path.startswith(f"{self.prefix}/"):
            self.missed.append(path)
            return None
        path = path.removeprefix(self.prefix) if self.strips else path
        fields = rest.rstrip("\r\n").split("\r\n")
        if "\r\nupgrade: websocket" not in head.lower():  # one request a connection
            fields = [field for field in fields if not field.lower().startswith("connection:")] + ["Connection: close"]
        return "\r\n".join([f"{method} {path} {version}", *fields, "", ""])


class Connection(socketserver.BaseRequestHandler):
    """One connection of a browser, which is one request or one socket."""

    server: PrefixProxy
    request: socket.socket

    def handle(self) -> None:
        self.request.settimeout(PATIENCE)
        received = b""
        while b"\r\n\r\n" not in received:
            if self.server.ending.is_set():
                return
            if select.select([self.request], [], [], 0.1)[0]:
                if not (data := self.request.recv(65_536)):
                    return
                received += data
        head, _, body = received.partition(b"\r\n\r\n")
        forwarded = self.server.forwarded(head.decode("latin-1"))
        if forwarded is None:
            self.request.sendall(NOT_FOUND)
            return
        with contextlib.closing(socket.create_connection(("127.0.0.1", self.server.target), PATIENCE)) as there:
            there.sendall(forwarded.encode("latin-1") + body)
            self._pump(there)

    def _pump(self, there: socket.socket) -> None:
        other = {self.request: there, there: self.request}
        while not self.server.ending.is_set():
            for ready in select.select(list(other), [], [], 0.1)[0]:
                if not (data := ready.recv(65_536)):
                    return
                other[ready].sendall(data)
