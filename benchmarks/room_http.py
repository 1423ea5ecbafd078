"""A small HTTP client for many clients in one process: one connection a request, as little work as possible."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Place:
    """The server under load."""

    host: str
    port: int

    @property
    def origin(self) -> str:
        """Its origin, as a browser sends it."""
        return f"http://{self.host}:{self.port}"

    def socket(self, path: str) -> str:
        """Return the address of a WebSocket."""
        return f"ws://{self.host}:{self.port}{path}"


async def ask(
    place: Place, path: str, *, body: bytes | None = None, headers: Mapping[str, str] | None = None
) -> tuple[int, bytes]:
    """Return status and body of a reply: GET, or POST if there is a body."""
    reader, writer = await asyncio.open_connection(place.host, place.port)
    try:
        lines = [f"{'GET' if body is None else 'POST'} {path} HTTP/1.1", f"host: {place.host}:{place.port}"]
        lines += ["connection: close", f"origin: {place.origin}", *(f"{k}: {v}" for k, v in (headers or {}).items())]
        lines += [] if body is None else [f"content-length: {len(body)}", "content-type: application/json"]
        writer.write("\r\n".join([*lines, "", ""]).encode() + (body or b""))
        head, _, rest = (await reader.read()).partition(b"\r\n\r\n")
        return int(head.split(b" ", 2)[1]), rest
    finally:
        writer.close()
