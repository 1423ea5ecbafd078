"""HTTP from the server to a lesson process, over connections that stay open."""

import asyncio
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass

import h11

CHUNK = 65_536
RawHeaders = list[tuple[bytes, bytes]]


@dataclass(frozen=True)
class Reply:
    """A reply whose body is still arriving."""

    status: int
    headers: RawHeaders
    body: AsyncIterator[bytes]

    async def whole(self) -> bytes:
        """Return the body."""
        return b"".join([piece async for piece in self.body])


class Connections:
    """The connections to one lesson process.

    Arguments:
        port: where it listens, on this machine.
    """

    def __init__(self, port: int) -> None:
        self._port = port
        self._idle: list[_Connection] = []

    @asynccontextmanager
    async def ask(
        self, method: str, target: str, headers: Iterable[tuple[bytes, bytes]], body: bytes = b""
    ) -> AsyncIterator[Reply]:
        """Send a request and give the reply; a connection that has been read to its end is used again.

        Raises:
            OSError, h11.RemoteProtocolError: the process has ended.
        """
        connection = self._idle.pop() if self._idle else await _Connection.to(self._port)
        try:
            fields = [*headers, (b"host", b"127.0.0.1"), (b"content-length", str(len(body)).encode())]
            yield await connection.exchange(h11.Request(method=method, target=target, headers=fields), body)
        except BaseException:
            connection.close()
            raise
        if connection.again():
            self._idle.append(connection)
        else:
            connection.close()

    def close(self) -> None:
        """Close the connections that nobody is using."""
        while self._idle:
            self._idle.pop().close()


class _Connection:
    """One connection, used for one request at a time."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader, self._writer = reader, writer
        self._http = h11.Connection(our_role=h11.CLIENT)

    @classmethod
    async def to(cls, port: int) -> "_Connection":
        return cls(*await asyncio.open_connection("127.0.0.1", port))

    async def exchange(self, request: h11.Request, body: bytes) -> Reply:
        whole = [request, *([h11.Data(data=body)] if body else []), h11.EndOfMessage()]
        self._writer.write(b"".join(self._http.send(event) or b"" for event in whole))
        await self._writer.drain()
        event = await self._next()
        while isinstance(event, h11.InformationalResponse):
            event = await self._next()
        if not isinstance(event, h11.Response):
            raise ConnectionResetError("The lesson process closed the connection.")
        return Reply(event.status_code, list(event.headers), self._pieces())

    async def _pieces(self) -> AsyncIterator[bytes]:
        while isinstance(event := await self._next(), h11.Data):
            yield bytes(event.data)

    async def _next(self) -> h11.Event | None:
        while (event := self._http.next_event()) is h11.NEED_DATA:
            self._http.receive_data(await self._reader.read(CHUNK))
        return event if isinstance(event, h11.Event) else None

    def again(self) -> bool:
        """Make ready for another request, if this one is complete."""
        if self._http.our_state is not h11.DONE or self._http.their_state is not h11.DONE:
            return False
        self._http.start_next_cycle()
        return True

    def close(self) -> None:
        self._writer.close()
