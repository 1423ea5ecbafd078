"""The Lab's WebSocket: JSON text in, one binary message out, and a heartbeat by which each side knows of the other.

Sleep, a changed network or a proxy that gave up close nothing: without the beat, both sides would wait for ever.
"""

import asyncio
import json
from contextlib import suppress

from starlette.websockets import WebSocket, WebSocketDisconnect

from glassnet.app.players import Players
from glassnet.widgets.frames import pack
from glassnet.widgets.lab import LabSession

MAX_REQUEST_LENGTH = 65_536
TOO_LARGE = 1009
GONE = 1001
MAX_WAITING = 4
"""Maximum number of waiting requests per page; beyond that, no more are read until it has received its replies."""
NOT_JSON = "A request must be JSON text with id and kind; this was not JSON."
BEAT = "beat"
"""What the server sends as text, and every page sends back at once."""
BEAT_SECONDS = 1.0
SILENCE_SECONDS = 15.0
"""A page from which nothing has come for this long, or that has accepted nothing, is gone."""

Replies = asyncio.Queue[asyncio.Task[bytes]]


async def lab_socket(socket: WebSocket) -> None:
    """Serve one page until it disconnects or falls silent, which also ends its session.

    The next request is processed while the last reply is still being sent.
    """
    players: Players = socket.app.state.players
    session = LabSession()
    replies: Replies = asyncio.Queue(MAX_WAITING)
    await socket.accept()
    try:
        async with asyncio.TaskGroup() as tasks:
            serving = [tasks.create_task(_send(socket, replies)), tasks.create_task(_beat(socket))]
            while (text := await _receive_text(socket)) is not None:
                await replies.put(asyncio.create_task(_reply(players, session, text)))
            for task in serving:
                task.cancel()
        await socket.close(TOO_LARGE, "A request can have at most 65,536 characters.")
    except* WebSocketDisconnect:
        pass  # the reader has left
    except* TimeoutError:
        await _give_up(socket)
    finally:
        players.leave(session)


async def _give_up(socket: WebSocket) -> None:
    """Close a line that looks dead; a page that only slept then connects again at once."""
    with suppress(TimeoutError, WebSocketDisconnect):
        async with asyncio.timeout(BEAT_SECONDS):
            await socket.close(GONE)


async def _send(socket: WebSocket, replies: Replies) -> None:
    """Send replies in the order of their requests, each as soon as it is ready."""
    while True:
        reply = await (await replies.get())
        async with asyncio.timeout(SILENCE_SECONDS):
            await socket.send_bytes(reply)


async def _beat(socket: WebSocket) -> None:
    """Let the page know that the line is alive, however long a reply takes."""
    while True:
        await asyncio.sleep(BEAT_SECONDS)
        async with asyncio.timeout(SILENCE_SECONDS):
            await socket.send_text(BEAT)


async def _receive_text(socket: WebSocket) -> str | None:
    """Return the next request, "" for one in bytes, None for one that is too long.

    Raises:
        TimeoutError: nothing has come for a while, not even a beat.
        WebSocketDisconnect: the page has gone.
    """
    text = BEAT
    while text == BEAT:
        async with asyncio.timeout(SILENCE_SECONDS):
            message = await socket.receive()
        if message["type"] == "websocket.disconnect":
            raise WebSocketDisconnect(message.get("code", 1000))
        text = message.get("text") or ""
    return text if len(text) <= MAX_REQUEST_LENGTH else None


async def _reply(players: Players, session: LabSession, text: str) -> bytes:
    try:
        request = json.loads(text)
    except (ValueError, RecursionError):
        return pack({"id": None, "kind": "error", "message": NOT_JSON}, [])
    return pack(*await players.answer(session, request))
