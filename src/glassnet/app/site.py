"""The application: pages, the Lab's socket and the lessons, behind the guard."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import WebSocketRoute

from glassnet.app.guard import Access, Guard
from glassnet.app.lab_socket import lab_socket
from glassnet.app.pages import not_found, page_routes
from glassnet.app.players import Players


def make_site(access: Access | None = None) -> Starlette:
    """Return the whole web application.

    Arguments:
        access: who may come in; by default browsers on this machine.
    """
    return Starlette(
        routes=[*page_routes(), WebSocketRoute("/lab/socket", lab_socket)],
        middleware=[Middleware(Guard, access or Access())],
        exception_handlers={404: not_found},
        lifespan=_lifespan,
    )


@asynccontextmanager
async def _lifespan(site: Starlette) -> AsyncIterator[None]:
    site.state.players = Players()
    yield
    site.state.players.close()
