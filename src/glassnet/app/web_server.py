"""The web server: uvicorn, with our limits."""

import signal
from types import FrameType

import uvicorn
from starlette.types import ASGIApp

from glassnet.app.lab_socket import MAX_REQUEST_LENGTH
from glassnet.app.terminal import end_at_once


class WebServer(uvicorn.Server):
    """Serves an application until it is asked to stop; asked by Ctrl-C again, it ends at once.

    Arguments:
        site: the application.
    """

    def __init__(self, site: ASGIApp) -> None:
        super().__init__(
            uvicorn.Config(
                site,
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
