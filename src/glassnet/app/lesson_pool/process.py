"""What a lesson process runs: the notebooks, for the server that has started it and for nobody else.

Use: python -m glassnet.app.lesson_pool.process, with a pipe as standard input. Its first line is JSON with the secret
of this start, the address of marimo's files and how long to keep a notebook whose reader is gone. The process writes
one line of JSON with its port when it is ready, and ends when its standard input is closed.
"""

import asyncio
import gc
import hmac
import json
import os
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from urllib.parse import parse_qs

import uvicorn
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Mount
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from glassnet.app.end_with_parent import end_with_parent
from glassnet.app.lesson_pool.settings import LEFT_THE_PAGE, SECRET_HEADER
from glassnet.app.listener import listen
from glassnet.app.log import keep_the_log_short
from glassnet.lessons import LESSONS
from glassnet.lessons.marimo_internals.application import Notebooks
from glassnet.lessons.marimo_internals.protocol import SESSION_PARAMETER

NICE = 5
"""Lower priority than the server, which must answer the Lab's pages while many lessons are opened."""
HOUR = 3600
GRACE_SECONDS = 10.0
"""Some telephones do the same when another application comes to the front for a moment."""


class OnlyOurs:
    """Answers only requests that carry the secret."""

    def __init__(self, app: ASGIApp, secret: str) -> None:
        self._app, self._secret = app, secret.encode()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request or connection."""
        if scope["type"] == "lifespan" or self._has_secret(scope):
            await self._app(scope, receive, send)
        elif scope["type"] == "websocket":
            await receive()
            await send({"type": "websocket.close", "code": 1008, "reason": "refused"})
        else:
            await PlainTextResponse("This process answers Glassnet's server only.", 403)(scope, receive, send)

    def _has_secret(self, scope: Scope) -> bool:
        return hmac.compare_digest(Headers(scope=scope).get(SECRET_HEADER, "").encode("latin-1"), self._secret)


class Lessons:
    """The notebooks as one ASGI application below /lessons, each made on first request."""

    def __init__(self, notebooks: Notebooks) -> None:
        self._notebooks = notebooks

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        path = scope["path"].removeprefix(scope.get("root_path", ""))
        number = path.split("/")[1]
        if number not in {lesson.number for lesson in LESSONS} or self._notebooks.lacks(path):
            raise HTTPException(404)
        app = self._notebooks.made.get(f"/{number}")
        if app is None:
            app = await run_in_threadpool(self._notebooks.application, f"/{number}")
        if scope["type"] == "websocket":
            await self._serve_reader(app, number, scope, receive, send)
        else:
            await app(scope, receive, send)

    async def _serve_reader(self, app: ASGIApp, number: str, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve a reader's socket; once they have closed or left the page, its notebook isn't kept for long."""
        left = False

        async def watched() -> Message:
            nonlocal left
            message = await receive()
            left = left or (message["type"] == "websocket.disconnect" and message.get("code") == LEFT_THE_PAGE)
            return message

        await app(scope, watched, send)
        session = parse_qs(scope["query_string"].decode("latin-1")).get(SESSION_PARAMETER, [""])[0]
        if left:
            asyncio.get_running_loop().call_later(GRACE_SECONDS, self._notebooks.leave, f"/{number}", session)


def make_application(notebooks: Notebooks, secret: str) -> Starlette:
    """Return what a lesson process serves."""

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        yield
        await notebooks.close()

    guard = Middleware(OnlyOurs, secret)
    return Starlette(routes=[Mount("/lessons", Lessons(notebooks))], middleware=[guard], lifespan=lifespan)


def first_line() -> str:
    """Return the first line of standard input, without reading ahead."""
    line = b""
    while not line.endswith(b"\n"):
        piece = os.read(0, 4096)
        if not piece:
            raise SystemExit(0)  # the server has ended meanwhile
        line += piece
    return line.decode()


def main() -> None:
    """Serve the notebooks until standard input is closed."""
    told = json.loads(first_line())
    end_with_parent()
    if hasattr(os, "nice"):
        os.nice(NICE)
    ready, _ = os.dup(1), os.dup2(2, 1)  # what a lesson prints must not fill the pipe that nobody reads
    paths = {f"/{lesson.number}": lesson.path for lesson in LESSONS}
    notebooks = Notebooks(paths, told["files"], told["session_seconds"])
    notebooks.prepare()
    keep_the_log_short()
    gc.collect()
    gc.freeze()  # loaded modules stay: searching them for garbage took a tenth of a second now and then
    with listen("127.0.0.1", 0) as listener:
        asyncio.run(_serve(make_application(notebooks, told["secret"]), listener, ready))
    sys.stderr.flush()
    os._exit(0)  # at once: a reader's thread may still be computing


async def _serve(application: Starlette, listener: socket.socket, ready: int) -> None:
    config = uvicorn.Config(
        application,
        log_config=None,
        log_level="warning",
        access_log=False,
        ws_per_message_deflate=False,
        ws_ping_interval=None,
        ws_max_size=2**30,
        timeout_keep_alive=HOUR,
        timeout_graceful_shutdown=1,
        lifespan="on",
    )
    server = uvicorn.Server(config)
    serving = asyncio.ensure_future(server.serve(sockets=[listener]))
    while not server.started and not serving.done():
        await asyncio.sleep(0.01)
    os.write(ready, f"{json.dumps({'port': listener.getsockname()[1]})}\n".encode())
    os.close(ready)
    await serving


if __name__ == "__main__":
    main()
