"""Changing a page that another application serves."""

from collections.abc import Callable

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send


async def rewritten(app: ASGIApp, change: Callable[[str], str], scope: Scope, receive: Receive, send: Send) -> None:
    """Let an application answer a request, and send its page changed by `change`.

    The page then has no entity tag: it may change although the application's own page has not.
    """
    start: list[Message] = []
    parts: list[bytes] = []

    async def hold(message: Message) -> None:
        if message["type"] == "http.response.start":
            start.append(message)
            return
        parts.append(message.get("body", b""))
        if message.get("more_body"):
            return
        body = change(b"".join(parts).decode()).encode()
        headers = MutableHeaders(scope=start[0])
        headers["content-length"] = str(len(body))
        del headers["etag"]
        await send(start[0])
        await send({"type": "http.response.body", "body": body})

    await app(scope, receive, hold)
