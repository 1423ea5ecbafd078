"""Connections: how many a stranger may have, and how long they may keep us waiting.

A connection is a stranger's until a request on it has passed the guard. Strangers get little: a limited number of
connections, in each of which a request's head has to arrive in time. When there are too many, the oldest is closed.
"""

import asyncio
import os
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from starlette.types import ASGIApp, Receive, Scope, Send
from uvicorn.protocols.http.h11_impl import H11Protocol

from glassnet.app.codes import network

HEAD_SECONDS = 10.0
STRANGERS_PER_ADDRESS = 100
"""A classroom behind one address needs fewer, even if all open the first page together."""
MAX_CONNECTIONS = 4096
SPARE_FILES = 128
"""Files that the server itself may need."""
FILES_PER_CONNECTION = 2
"""A lesson's socket has another one, to the process in which its notebook runs."""
ADMITTED = "glassnet.admitted"
"""The extension by which the guard says that a connection is no stranger's."""

Client = tuple[str, int]


@dataclass
class _Open:
    transport: asyncio.Transport
    network: str
    stranger: bool = True


class Connections:
    """All open connections, oldest first.

    Arguments:
        most: how many there may be.
        strangers: how many a stranger's address may have.
    """

    def __init__(self, most: int, strangers: int = STRANGERS_PER_ADDRESS) -> None:
        self._most, self._strangers = most, strangers
        self._open: dict[Client, _Open] = {}

    def add(self, transport: asyncio.Transport, client: Client) -> None:
        """Note a new connection, and close an older stranger's (or this one) if it is one too many."""
        self._open = {place: one for place, one in self._open.items() if not one.transport.is_closing()}
        new = self._open[client] = _Open(transport, network(client[0]))
        strangers = [one for one in self._open.values() if one.stranger]
        same = [one for one in strangers if one.network == new.network]
        if len(same) > self._strangers:
            same[0].transport.abort()
        elif len(self._open) > self._most:
            strangers[0].transport.abort()

    def admit(self, client: Client) -> None:
        """Note that a connection is no stranger's."""
        found = self._open.get(client)
        if found is not None:
            found.stranger = False


class LimitedProtocol(H11Protocol):
    """HTTP on one connection, which is closed if a request's head doesn't arrive in time.

    Arguments:
        connections: all open connections.
        settings: uvicorn's arguments.
    """

    def __init__(self, connections: Connections, **settings: Any) -> None:
        super().__init__(**settings)
        self._all = connections
        self._limit: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Note a new connection."""
        super().connection_made(transport)
        self._all.add(transport, self.client or ("", 0))
        self._wait_for_a_head()

    def connection_lost(self, exc: Exception | None) -> None:
        """Note that a connection has ended."""
        self._stop_waiting()
        super().connection_lost(exc)

    def on_response_complete(self) -> None:
        """Wait for the next request."""
        super().on_response_complete()
        self._wait_for_a_head()

    def _wait_for_a_head(self) -> None:
        self._stop_waiting()
        if not self.transport.is_closing():
            self._limit = self.loop.call_later(HEAD_SECONDS, self._give_up)

    def _stop_waiting(self) -> None:
        if self._limit is not None:
            self._limit.cancel()
            self._limit = None

    def _give_up(self) -> None:
        is_socket = self.transport.get_protocol() is not self
        if not is_socket and (self.cycle is None or self.cycle.response_complete):
            self.transport.abort()


class Entrance:
    """Lets the application say that the connection of a request is no stranger's."""

    def __init__(self, app: ASGIApp, connections: Connections) -> None:
        self._app, self._connections = app, connections

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request or connection."""
        client = scope.get("client")
        if client is not None:
            extensions = {**scope.get("extensions", {}), ADMITTED: lambda: self._connections.admit(tuple(client))}
            scope = {**scope, "extensions": extensions}
        await self._app(scope, receive, send)


def admitted(scope: Scope) -> None:
    """Say that a request's connection is no stranger's."""
    note: Callable[[], None] | None = scope.get("extensions", {}).get(ADMITTED)
    if note is not None:
        note()


def possible_connections() -> int:
    """Return how many connections this process can have open, as many as the system lets it."""
    if os.name != "posix":
        return MAX_CONNECTIONS
    import resource  # only there

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = SPARE_FILES + FILES_PER_CONNECTION * MAX_CONNECTIONS
    if soft < wanted:
        soft = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    return max(SPARE_FILES // 2, min(MAX_CONNECTIONS, (soft - SPARE_FILES) // FILES_PER_CONNECTION))
