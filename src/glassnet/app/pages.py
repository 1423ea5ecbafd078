"""The site's own pages and their files."""

from collections.abc import Iterable
from functools import partial
from html import escape
from pathlib import Path
from string import Template

from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from glassnet.app.contents import Entry

HTML = Path(__file__).parent / "html"
PAGE_HEADERS = {
    "cache-control": "no-cache",
    "content-security-policy": (
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
        "connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'"
    ),
}


def page_routes(entries: Iterable[Entry]) -> list[BaseRoute]:
    """Return the routes of home page, which has these contents, Lab and static files."""
    static = StaticFiles(packages=[("glassnet.app", "static"), ("glassnet.widgets", "static")])
    return [
        Route("/", partial(_home, tuple(entries))),
        Route("/lab/", partial(_page, "lab.html")),
        Mount("/static", app=GZipMiddleware(Revalidated(static), minimum_size=1000)),
    ]


async def not_found(_request: Request, _error: Exception) -> Response:
    """Answer an address that leads nowhere."""
    return _html("not_found.html", 404)


class Revalidated:
    """Makes browsers ask each time whether a file is still the same (its ETag answers), so that none is ever stale."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""

        async def revalidated(message: Message) -> None:
            if message["type"] == "http.response.start":
                message = {**message, "headers": [*message["headers"], (b"cache-control", b"no-cache")]}
            await send(message)

        await self._app(scope, receive, revalidated)


async def _home(entries: tuple[Entry, ...], _request: Request) -> Response:
    page = Template((HTML / "home.html").read_text(encoding="utf-8"))
    return HTMLResponse(page.substitute(lessons="\n".join(map(_lesson_card, entries))), headers=PAGE_HEADERS)


def _lesson_card(entry: Entry) -> str:
    return (
        f'          <li><h3><a href="/lessons/{escape(entry.number)}/">Lesson {escape(entry.number)}: '
        f"{escape(entry.title)}</a></h3><p>{escape(entry.question)} About {entry.minutes} minutes.</p></li>"
    )


async def _page(name: str, _request: Request) -> Response:
    return _html(name)


def _html(name: str, status: int = 200) -> Response:
    return HTMLResponse((HTML / name).read_bytes(), status, PAGE_HEADERS)
