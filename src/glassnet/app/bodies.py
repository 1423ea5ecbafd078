"""The bodies of requests: limited in size and in time, and complete before the application gets them."""

import asyncio

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse, Response
from starlette.types import Message, Receive, Scope

MAX_BODY_BYTES = 1_000_000
"""Pages send files in pieces of half as much."""
BODY_SECONDS = 20.0
CLOSED = {"connection": "close"}


class BodyRefused(Exception):  # noqa: N818
    """A body is too large, or doesn't arrive; `response` says so."""

    def __init__(self, response: Response) -> None:
        super().__init__()
        self.response = response


async def complete(scope: Scope, receive: Receive) -> Receive:
    """Wait for a request's body, and return what gives it to the application.

    Raises:
        BodyRefused: it is too large, or has not arrived in time.
    """
    headers = Headers(scope=scope)
    if "transfer-encoding" not in headers and headers.get("content-length", "0") == "0":
        return receive
    length = headers.get("content-length", "")
    if length.isdecimal() and (len(length) > 9 or int(length) > MAX_BODY_BYTES):
        raise _too_large()
    try:
        async with asyncio.timeout(BODY_SECONDS):
            body = await _read(receive)
    except TimeoutError:
        raise BodyRefused(PlainTextResponse("The request did not arrive in time.", 408, CLOSED)) from None
    return _given(body, receive)


async def _read(receive: Receive) -> bytes:
    body = bytearray()
    while True:
        message = await receive()
        if message["type"] != "http.request":
            raise BodyRefused(PlainTextResponse("The request did not arrive whole.", 400, CLOSED))
        body += message.get("body", b"")
        if len(body) > MAX_BODY_BYTES:
            raise _too_large()
        if not message.get("more_body"):
            return bytes(body)


def _given(body: bytes, receive: Receive) -> Receive:
    left = [body]

    async def given() -> Message:
        return {"type": "http.request", "body": left.pop(), "more_body": False} if left else await receive()

    return given


def _too_large() -> BodyRefused:
    words = f"A request can have at most {MAX_BODY_BYTES:,} bytes."
    return BodyRefused(PlainTextResponse(words, 413, CLOSED))
