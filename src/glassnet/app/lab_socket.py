"""The Lab's WebSocket: JSON text in, one binary message out."""

import json
import logging
from typing import Any

from starlette.websockets import WebSocket, WebSocketDisconnect

from glassnet.app.players import Players
from glassnet.widgets.frames import pack
from glassnet.widgets.lab import LabSession

LONGEST_REQUEST = 65_536
TOO_LARGE = 1009


async def lab_socket(socket: WebSocket) -> None:
    """Serve one page until it leaves. The session lives and ends with the connection."""
    players: Players = socket.app.state.players
    session = LabSession()
    await socket.accept()
    try:
        while True:
            text = await _receive_text(socket)
            if text is None:
                await socket.close(TOO_LARGE, "A request may have 65,536 characters.")
                return
            await socket.send_bytes(await _reply(players, session, text))
    except WebSocketDisconnect:
        return
    finally:
        players.leave(session)


async def _receive_text(socket: WebSocket) -> str | None:
    """Return the next request, "" for one in bytes, None for one that is too long."""
    message = await socket.receive()
    if message["type"] == "websocket.disconnect":
        raise WebSocketDisconnect(message.get("code", 1000))
    text: str = message.get("text") or ""
    return text if len(text) <= LONGEST_REQUEST else None


async def _reply(players: Players, session: LabSession, text: str) -> bytes:
    try:
        request = json.loads(text)
    except (ValueError, RecursionError):
        return _error(None, "A request is JSON text with id and kind; this was not JSON.")
    try:
        head, buffers = await players.answer(session, request)
    except Exception:  # the last wall: one bad request must not take the page's connection down
        logging.getLogger(__name__).exception("The Lab could not answer a request.")
        identity: Any = request.get("id") if isinstance(request, dict) else None
        return _error(identity, "Glassnet met an error of its own; the server's log has the details.")
    return pack(head, buffers)


def _error(identity: Any, message: str) -> bytes:
    return pack({"id": identity, "kind": "error", "message": message}, [])
