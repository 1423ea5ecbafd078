"""The lessons in the web application: marimo notebooks in run mode, each at its own address."""

import asyncio
import gc
import threading
from collections.abc import Awaitable, Callable, Iterable
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.types import Receive, Scope, Send
from starlette.websockets import WebSocketClose

from glassnet.app.contents import Entry
from glassnet.app.lesson_endpoints import refusal
from glassnet.app.lesson_files import FrozenFiles
from glassnet.app.lesson_pages import LessonPages
from glassnet.app.lesson_pool.pool import LessonPool
from glassnet.app.lesson_pool.relay import Relay
from glassnet.app.lesson_pool.settings import PoolSettings
from glassnet.app.previews import Previews
from glassnet.lessons import LESSONS, find
from glassnet.lessons.catalogue import first_parts
from glassnet.lessons.marimo_internals.page import INDEX, VERSION, static_folder
from glassnet.lessons.notebook_file import lesson_notebook

MARIMO_FILES = f"/lessons/static/marimo-{VERSION}"


class LessonNotebooks:
    """The notebooks as one ASGI application below /lessons; they run in processes of their own.

    Arguments:
        entries: the contents.
        root: the path that the site is under.
        pool: how many processes, and for how long.
        editor: the address of the editor for code exercises.
    """

    def __init__(
        self, entries: Iterable[Entry], root: str = "", pool: PoolSettings | None = None, editor: str = ""
    ) -> None:
        self.root = root
        self.files = FrozenFiles(static_folder())
        self.previews = Previews()
        self.pages = LessonPages(root + MARIMO_FILES, self.previews, entries, root, editor)
        self._pool = LessonPool(root + MARIMO_FILES, pool)
        self._relay = Relay(self._pool)
        self._making: dict[str, asyncio.Lock] = {lesson.number: asyncio.Lock() for lesson in LESSONS}

    def start(self) -> None:
        """Start a lesson process in the background, before anybody needs it."""
        self._pool.start()

    def warm(self) -> None:
        """Read the lessons' texts in the background, and have missing ones written."""

        def make_ready() -> None:
            self.previews.load()
            self.files.warm(INDEX)
            gc.collect()
            gc.freeze()  # loaded modules stay: searching them for garbage took a tenth of a second now and then
            self.previews.write_missing()

        threading.Thread(target=make_ready, name="warm lessons", daemon=True).start()

    async def shutdown(self) -> None:
        """Close every open lesson, and stop preparing others."""
        self.previews.close()
        await self._pool.close()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request below /lessons."""
        _, number, *inner = scope["path"].removeprefix(scope.get("root_path", "")).split("/")
        refused = 404 if number not in self._making else None
        if refused is None and not inner and scope["type"] == "http":
            await RedirectResponse(f"{self.root}/lessons/{number}/")(scope, receive, send)
            return
        refused = refused or refusal(scope, "/" + "/".join(inner))
        if refused is not None and scope["type"] == "websocket":
            await WebSocketClose()(scope, receive, send)
            return
        if refused is not None:
            raise HTTPException(refused)
        if inner != [""] or scope["method"] != "GET":
            await self._relay(scope, receive, send)
            return
        response = await self._page(number)
        await response(scope, receive, send)

    async def _page(self, number: str) -> Response:
        """Return a lesson's page, which marimo makes for the first reader only."""
        async with self._making[number]:
            known = self.pages.known(number)
            if known is None:
                await run_in_threadpool(self.previews.load)
                known = self.pages.completed(await self._relay.page(number), number)
        return HTMLResponse(known, headers={"cache-control": "private, no-cache"})


def lesson_routes(notebooks: LessonNotebooks) -> list[BaseRoute]:
    """Return the routes of everything below /lessons."""

    async def to_contents(_: Request) -> RedirectResponse:
        return RedirectResponse(f"{notebooks.root}/#lessons")

    return [
        Route("/lessons", to_contents),
        Route("/lessons/", to_contents),
        Mount(MARIMO_FILES, notebooks.files),
        *(
            Route(f"/lessons/{number}/", _moved(notebooks.root, lesson.number))
            for number, lesson in first_parts(LESSONS).items()
        ),
        Route("/lessons/{number}/notebook.ipynb", _notebook),
        Mount("/lessons", notebooks),
    ]


def _moved(root: str, number: str) -> Callable[[Request], Awaitable[Response]]:
    """Return a page that leads from the address of a lesson that has become several parts to its first part."""

    async def moved(request: Request) -> Response:
        return RedirectResponse(f"{root}/lessons/{number}/" + f"?{request.url.query}" * bool(request.url.query), 308)

    return moved


async def _notebook(request: Request) -> Response:
    number = request.path_params["number"]
    if number not in {lesson.number for lesson in LESSONS} | first_parts(LESSONS).keys():
        raise HTTPException(404)
    lesson = find(number)
    text = await run_in_threadpool(lesson_notebook, lesson)
    name = Path(lesson.file).with_suffix(".ipynb").name
    headers = {"content-disposition": f'attachment; filename="{name}"', "cache-control": "no-cache"}
    return Response(text, media_type="application/x-ipynb+json", headers=headers)
