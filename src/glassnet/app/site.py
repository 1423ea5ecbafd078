"""The application: pages, the Lab's socket and the lessons, behind the guard."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import WebSocketRoute

from glassnet.app.guard import Access, Guard
from glassnet.app.lab_socket import lab_socket
from glassnet.app.lessons import LessonNotebooks, lesson_routes
from glassnet.app.pages import not_found, page_routes
from glassnet.app.players import Players

WARM_AFTER_SECONDS = 2.0
"""When the lessons' machinery is made ready: not at once, so that the first page needn't wait for it."""


def make_site(access: Access | None = None) -> Starlette:
    """Return the whole web application.

    Arguments:
        access: who may come in; by default browsers on this machine.
    """
    notebooks = LessonNotebooks()

    @asynccontextmanager
    async def lifespan(site: Starlette) -> AsyncIterator[None]:
        site.state.players = Players()
        warming = asyncio.get_running_loop().call_later(WARM_AFTER_SECONDS, notebooks.warm)
        yield
        warming.cancel()
        site.state.players.close()
        await notebooks.shutdown()

    return Starlette(
        routes=[*page_routes(), WebSocketRoute("/lab/socket", lab_socket), *lesson_routes(notebooks)],
        middleware=[Middleware(Guard, access or Access())],
        exception_handlers={404: not_found},
        lifespan=lifespan,
    )
