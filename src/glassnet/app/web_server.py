"""The web server: uvicorn, with our limits."""

import signal
from functools import partial
from types import FrameType
from typing import Any

import uvicorn
from starlette.types import ASGIApp
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from glassnet.app.connections import Connections, Entrance, LimitedProtocol, possible_connections
from glassnet.app.lab_socket import MAX_REQUEST_LENGTH
from glassnet.app.terminal import end_at_once

BACKLOG = 100
"""Connections that wait to be accepted. asyncio tries as often before it rests, if no more files can be opened."""


class WebServer(uvicorn.Server):
    """Serves an application until it is asked to stop; asked by Ctrl-C again, it ends at once.

    Arguments:
        site: the application.
        connections: how many there may be; by default as many as this system allows.
    """

    def __init__(self, site: ASGIApp, connections: Connections | None = None) -> None:
        connections = Connections(possible_connections()) if connections is None else connections
        proxied: Any = ProxyHeadersMiddleware(site, trusted_hosts=["127.0.0.1", "::1"])  # type: ignore[arg-type]
        protocol: Any = partial(LimitedProtocol, connections)
        super().__init__(
            uvicorn.Config(
                Entrance(proxied, connections),
                http=protocol,
                proxy_headers=False,  # inside, where the connection is known
                backlog=BACKLOG,
                log_config=None,
                log_level="warning",
                access_log=False,
                ws_max_size=4 * MAX_REQUEST_LENGTH,
                ws_per_message_deflate=False,  # images hardly shrink, and compressing them costs more than training
                timeout_graceful_shutdown=1,
                lifespan="on",
            )
        )

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Take note of a signal."""
        if self.should_exit and sig == signal.SIGINT:
            end_at_once()
        super().handle_exit(sig, frame)
