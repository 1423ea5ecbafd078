"""The site's own pages and their files."""

from collections.abc import Iterable
from html import escape
from pathlib import Path
from string import Template

from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from glassnet.app.contents import Entry
from glassnet.app.front_end import FrontEnd

HTML = Path(__file__).parent / "html"
FILES = Path(__file__).parent / "static"
EXAMPLE = """\
import glassnet as gn

data = gn.data.moons(500, noise=0.1, seed=1)
net = gn.Network([gn.Dense(8, "tanh"), gn.Dense(8, "tanh"), gn.Dense(1, "sigmoid")])
run = gn.fit(net, data, loss="binary_cross_entropy", optimizer=gn.SGD(0.3), epochs=60)
print(run.evaluate("validation").accuracy)
print(run.at(137).explain("dense_1", "z", sample=0, unit=3))  # any number of any step"""
"""What an engineer sees first; a test runs it."""
PAGE_HEADERS = {
    "cache-control": "no-cache",
    "content-security-policy": (
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
        "connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'"
    ),
}


class Pages:
    """The site's pages; a front end serves their scripts, and the home page lists the lessons.

    Arguments:
        front_end: serves the scripts.
        entries: the contents.
        root: the path that the site is under.
    """

    def __init__(self, front_end: FrontEnd, entries: Iterable[Entry], root: str = "") -> None:
        self._front_end = front_end
        self._root = root
        self._entries = tuple(entries)

    def routes(self) -> list[BaseRoute]:
        """Return the routes of home page, Lab and static files."""
        return [
            Route("/", self._home),
            Route("/lab", self._to_lab),
            Route("/lab/", self._lab),
            *self._front_end.routes(),
            Mount("/static", app=GZipMiddleware(Revalidated(StaticFiles(directory=FILES)), minimum_size=1000)),
        ]

    async def not_found(self, _request: Request, _error: Exception) -> Response:
        """Answer a request for a page that does not exist."""
        return self._page("not_found.html", 404)

    async def _home(self, _request: Request) -> Response:
        first = self._entries[0]
        return self._page(
            "home.html",
            modules=self._front_end.head("pages/home.js"),
            lessons="\n".join(_row(entry, self._root) for entry in self._entries),
            first=escape(first.number),
            first_title=escape(first.title),
            first_minutes=str(first.minutes),
            example=escape(EXAMPLE, quote=False),
        )

    async def _to_lab(self, _request: Request) -> Response:
        return RedirectResponse(f"{self._root}/lab/")

    async def _lab(self, _request: Request) -> Response:
        return self._page("lab.html", modules=self._front_end.head("pages/lab.js"))

    def _page(self, name: str, status: int = 200, **parts: str) -> Response:
        page = Template((HTML / name).read_text(encoding="utf-8"))
        return HTMLResponse(
            page.substitute(files=self._front_end.address, root=self._root, **parts), status, PAGE_HEADERS
        )


class Revalidated:
    """Makes browsers check each time (by ETag) whether a file has changed, so that none is ever stale."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""

        async def revalidated(message: Message) -> None:
            if message["type"] == "http.response.start":
                message = {**message, "headers": [*message["headers"], (b"cache-control", b"no-cache")]}
            await send(message)

        await self._app(scope, receive, revalidated)


def _row(entry: Entry, root: str) -> str:
    """Return a lesson's row in the course; what has been read is filled in on the page."""
    number = escape(entry.number)
    return (
        f'          <li data-lesson="{number}" data-sections="{entry.sections}" data-title="{escape(entry.title)}">'
        f'<span class="number" aria-hidden="true">{number}</span>'
        f'<div><h3><a href="{root}/lessons/{number}/">Lesson {number}: {escape(entry.title)}</a></h3>'
        f'<p>{escape(entry.question)}</p></div><p class="state">About {entry.minutes} minutes.</p></li>'
    )
