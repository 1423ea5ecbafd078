"""The Lab's WebSocket: JSON text in, one binary message out."""

import asyncio
import json
import logging
from typing import Any

from starlette.websockets import WebSocket, WebSocketDisconnect

from glassnet.app.players import Players
from glassnet.widgets.frames import pack
from glassnet.widgets.lab import LabSession

MAX_REQUEST_LENGTH = 65_536
TOO_LARGE = 1009
MAX_WAITING = 4
"""Maximum number of waiting requests per page; beyond that, no more are read until it has received its replies."""

Replies = asyncio.Queue[asyncio.Task[bytes]]


async def lab_socket(socket: WebSocket) -> None:
    """Serve one page until it disconnects, which also ends its session.

    The next request is processed while the last reply is still being sent.
    """
    players: Players = socket.app.state.players
    session = LabSession()
    replies: Replies = asyncio.Queue(MAX_WAITING)
    await socket.accept()
    try:
        async with asyncio.TaskGroup() as tasks:
            sending = tasks.create_task(_send(socket, replies))
            while (text := await _receive_text(socket)) is not None:
                await replies.put(asyncio.create_task(_reply(players, session, text)))
            sending.cancel()
        await socket.close(TOO_LARGE, "A request can have at most 65,536 characters.")
    except* WebSocketDisconnect:
        pass  # the reader has left
    finally:
        players.leave(session)


async def _send(socket: WebSocket, replies: Replies) -> None:
    """Send replies in the order of their requests, each as soon as it is ready."""
    while True:
        await socket.send_bytes(await (await replies.get()))


async def _receive_text(socket: WebSocket) -> str | None:
    """Return the next request, "" for one in bytes, None for one that is too long."""
    message = await socket.receive()
    if message["type"] == "websocket.disconnect":
        raise WebSocketDisconnect(message.get("code", 1000))
    text: str = message.get("text") or ""
    return text if len(text) <= MAX_REQUEST_LENGTH else None


async def _reply(players: Players, session: LabSession, text: str) -> bytes:
    try:
        request = json.loads(text)
    except (ValueError, RecursionError):
        return _error(None, "A request must be JSON text with id and kind; this was not JSON.")
    try:
        head, buffers = await players.answer(session, request)
    except Exception:  # the last resort: one bad request must not break the page's connection
        logging.getLogger(__name__).exception("The Lab could not answer a request.")
        identity: Any = request.get("id") if isinstance(request, dict) else None
        return _error(identity, "Something went wrong in Glassnet; the server's log has the details.")
    return pack(head, buffers)


def _error(identity: Any, message: str) -> bytes:
    return pack({"id": identity, "kind": "error", "message": message}, [])
