"""Passes a lesson's requests and sockets on to the process in which its notebook runs."""

import asyncio
from contextlib import suppress
from urllib.parse import parse_qs, quote

import h11
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import Message, Receive, Scope, Send
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, WebSocketException

from glassnet.app.lesson_pool.connection import RawHeaders
from glassnet.app.lesson_pool.lesson_process import LessonProcess
from glassnet.app.lesson_pool.pool import LessonPool, NoLessonProcessError, Seat
from glassnet.app.lesson_pool.settings import LEFT_THE_PAGE, SECRET_HEADER
from glassnet.base.folders import user_folder
from glassnet.lessons.marimo_internals.protocol import (
    SCRIPTS,
    SESSION_HEADER,
    SESSION_PARAMETER,
    has_run,
    notice,
)

KEPT_HERE = frozenset(
    b"connection keep-alive proxy-connection te trailer transfer-encoding upgrade host content-length cookie "
    b"authorization".split()
) | {SECRET_HEADER.encode()}
"""Headers of one connection, and the access code's cookie, which is none of a notebook's business."""
OPENED_AGAIN = "This lesson was opened again"
UNREACHABLE = (OSError, h11.RemoteProtocolError, NoLessonProcessError)
RESTARTING = "The lessons are being started again; reload the page in a moment."
TRY_AGAIN = 1012
"""Tells marimo's page to connect again in a moment."""


class Relay:
    """The lessons' notebooks, as one ASGI application below /lessons, run elsewhere."""

    def __init__(self, pool: LessonPool) -> None:
        self._pool = pool

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request or connection."""
        if scope["type"] == "websocket":
            await self._socket(scope, receive, send)
            return
        response = await self._answer(Request(scope, receive))
        await response(scope, receive, send)

    async def page(self, number: str) -> str:
        """Return marimo's page of a lesson.

        Raises:
            HTTPException: there is none.
        """
        try:
            process = await self._pool.any()
            headers = [(b"accept", b"text/html"), _secret(process)]
            async with process.connections.ask("GET", f"/lessons/{number}/", headers) as reply:
                page = (await reply.whole()).decode()
        except UNREACHABLE as error:
            raise HTTPException(503, RESTARTING) from error
        if reply.status != 200:
            raise HTTPException(reply.status)
        return page

    async def _answer(self, request: Request) -> Response:
        body = await request.body()
        headers = [*_forwarded(request.headers.raw)]
        try:
            for process in await self._places(request):
                target = _target(request.scope)
                async with process.connections.ask(request.method, target, [*headers, _secret(process)], body) as reply:
                    response = Response(await reply.whole(), reply.status)
                    response.raw_headers = [*_forwarded(reply.headers), *response.raw_headers]
                if response.status_code != 404:
                    break
        except UNREACHABLE:
            return PlainTextResponse(RESTARTING, 503)
        return response

    async def _places(self, request: Request) -> list[LessonProcess]:
        """Return the processes to ask, in order: a widget's script doesn't say to whose notebook it belongs."""
        first = self._pool.home(request.headers.get(SESSION_HEADER, "")) or await self._pool.any()
        others = [one for one in self._pool.processes if one is not first]
        return [first, *others] if SCRIPTS in request.scope["path"] else [first]

    async def _socket(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve a reader's socket until they leave, or until their notebook's process ends."""
        await receive()
        await send({"type": "websocket.accept"})  # at once: the page gives up after some seconds
        notebook: asyncio.Future[ClientConnection] = asyncio.get_running_loop().create_future()
        telling = asyncio.ensure_future(self._tell(scope, notebook, send))
        hearing = asyncio.ensure_future(_hear(receive, notebook))
        try:
            await asyncio.wait({telling, hearing}, return_when=asyncio.FIRST_COMPLETED)
            if not hearing.done():
                code, reason = telling.result()
                await send({"type": "websocket.close", "code": code, "reason": reason})
        finally:
            for task in (telling, hearing, notebook):
                task.cancel()
            await asyncio.gather(telling, hearing, return_exceptions=True)

    async def _tell(self, scope: Scope, notebook: "asyncio.Future[ClientConnection]", send: Send) -> tuple[int, str]:
        """Pass on what the notebook sends; return the code and the reason with which to close the reader's socket."""
        session = parse_qs(scope["query_string"].decode("latin-1")).get(SESSION_PARAMETER, [""])[0]
        try:
            async with self._pool.seat(session) as seat:
                assert seat.process is not None
                async with _connect(seat.process, scope) as upstream:
                    notebook.set_result(upstream)
                    return await self._pass_on(upstream, seat, send)
        except (OSError, WebSocketException, NoLessonProcessError):
            return TRY_AGAIN, ""

    async def _pass_on(self, upstream: ClientConnection, seat: Seat, send: Send) -> tuple[int, str]:
        opening = True
        try:
            while True:
                message = await upstream.recv()
                await send(_sent(message))
                if opening and has_run(message):
                    opening = False
                    self._pool.opened(seat)
                    if seat.anew:
                        await send(_sent(notice(OPENED_AGAIN, why(saves=user_folder("data") is not None))))
        except ConnectionClosed as closed:
            return (TRY_AGAIN, "") if closed.rcvd is None else (closed.rcvd.code, closed.rcvd.reason)


def why(*, saves: bool) -> str:
    """Return what a reader is told whose notebook was opened again.

    Arguments:
        saves: whether this server saves answers.

    >>> why(saves=False)
    'Its notebook had ended meanwhile. Answers, controls and widgets are as at the beginning.'
    """
    what = "Your answers are kept; controls and widgets" if saves else "Answers, controls and widgets"
    return f"Its notebook had ended meanwhile. {what} are as at the beginning."


async def _hear(receive: Receive, notebook: "asyncio.Future[ClientConnection]") -> None:
    """Pass on what the reader's page sends, and finally that they have left the page."""
    while (message := await receive())["type"] != "websocket.disconnect":
        upstream = await asyncio.shield(notebook)
        with suppress(ConnectionClosed):
            await upstream.send(message["text"] if message.get("text") is not None else message["bytes"])
    if message.get("code") == LEFT_THE_PAGE and notebook.done():
        await notebook.result().close(LEFT_THE_PAGE)


def _connect(process: LessonProcess, scope: Scope) -> connect:
    address = f"ws://127.0.0.1:{process.port}{_target(scope)}"
    return connect(
        address,
        additional_headers={SECRET_HEADER: process.secret},
        compression=None,
        max_size=None,
        ping_interval=None,  # the process is on this machine
        open_timeout=None,
        proxy=None,
    )


def _target(scope: Scope) -> str:
    """Return path and query of the same request to a lesson process."""
    path = quote(f"/lessons{scope['path'].removeprefix(scope['root_path'])}", safe="/@:~!$&'()*+,;=")
    query = scope["query_string"].decode("latin-1")
    return f"{path}?{query}" if query else path


def _forwarded(headers: RawHeaders) -> RawHeaders:
    return [(name, value) for name, value in headers if name.lower() not in KEPT_HERE]


def _secret(process: LessonProcess) -> tuple[bytes, bytes]:
    return SECRET_HEADER.encode(), process.secret.encode()


def _sent(content: str | bytes) -> Message:
    return {"type": "websocket.send", "text" if isinstance(content, str) else "bytes": content}
