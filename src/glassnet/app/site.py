"""The application: pages, the Lab's socket and the lessons, behind the guard."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import WebSocketRoute

from glassnet.app.contents import contents
from glassnet.app.front_end import FrontEnd
from glassnet.app.guard import Access, Guard
from glassnet.app.lab_socket import lab_socket
from glassnet.app.lessons import LessonNotebooks, lesson_routes
from glassnet.app.names import PossibleNames
from glassnet.app.pages import Pages
from glassnet.app.players import Players
from glassnet.app.prefix import Prefixed

START_AFTER_SECONDS = 0.3
"""When the lessons' process is started: the first page has been sent by then."""


def make_site(access: Access | None = None, *, root_path: str = "", warm_after: float | None = None) -> Starlette:
    """Return the whole web application.

    Arguments:
        access: who has access; by default browsers on this machine.
        root_path: the path under which a proxy serves it, "" for none.
        warm_after: seconds after which to prepare the lessons; by default the first request for one does it.
    """
    entries = contents()
    front_end = FrontEnd(root=root_path)
    notebooks = LessonNotebooks(entries, root_path, editor=front_end.editor)
    pages = Pages(front_end, entries, root_path)

    @asynccontextmanager
    async def lifespan(site: Starlette) -> AsyncIterator[None]:
        site.state.players = Players()
        if warm_after is not None:
            asyncio.get_running_loop().call_later(min(warm_after, START_AFTER_SECONDS), notebooks.start)
            asyncio.get_running_loop().call_later(warm_after, notebooks.warm)
        yield
        site.state.players.close()
        await notebooks.shutdown()

    site = Starlette(
        routes=[*pages.routes(), WebSocketRoute("/lab/socket", lab_socket), *lesson_routes(notebooks)],
        middleware=[Middleware(Prefixed, root_path), Middleware(Guard, access or Access()), Middleware(PossibleNames)],
        exception_handlers={404: pages.not_found},
        lifespan=lifespan,
    )
    site.router.redirect_slashes = False  # it would lead to the address that a proxy asked for, not the browser
    return site
