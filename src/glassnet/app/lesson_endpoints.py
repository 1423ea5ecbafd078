"""What a lesson's page may ask of marimo; marimo offers much more, which readers get no answer from."""

import re
from dataclasses import dataclass

from starlette.types import Scope

from glassnet.lessons.marimo_internals.protocol import SCRIPTS

SOCKET = "SOCKET"
"""What stands for a method where an endpoint is a socket."""


@dataclass(frozen=True)
class Endpoint:
    """An address below a lesson's own, and how it may be asked.

    Arguments:
        path: the address as a regular expression, with a slash at its beginning.
        methods: the methods of requests, or `SOCKET`.
    """

    path: str
    methods: frozenset[str]


READING = frozenset({"GET", "HEAD"})
ENDPOINTS = (
    Endpoint("/", READING),
    Endpoint("/health", READING),
    Endpoint(r"/(favicon\.ico|manifest\.json|(apple-touch-icon|android-chrome-\d+x\d+|logo)\.png)", READING),
    Endpoint(re.escape(SCRIPTS) + r"\d+-[\w.-]+", READING),
    Endpoint("/ws", frozenset({SOCKET})),
    *(
        Endpoint(f"/api/kernel/{name}", frozenset({"POST"}))
        for name in ("set_ui_element_value", "set_model_value", "function_call")
    ),
)
"""All that a lesson needs: page, icons, sign of life, widgets' scripts, socket, and what controls and widgets send."""


def refusal(scope: Scope, path: str) -> int | None:
    """Return the status that refuses a request, None if it may be asked.

    Arguments:
        scope: the request or connection.
        path: its address below the lesson's own.

    >>> asked = {"type": "http", "method": "GET"}
    >>> refusal(asked, "/"), refusal(asked, "/sse"), refusal(asked, "/api/kernel/set_model_value")
    (None, 404, 405)
    >>> refusal({"type": "websocket"}, "/ws"), refusal({"type": "websocket"}, "/ws_sync")
    (None, 404)
    """
    method = SOCKET if scope["type"] == "websocket" else scope["method"]
    found = next((one for one in ENDPOINTS if re.fullmatch(one.path, path)), None)
    if found is None:
        return 404
    return None if method in found.methods else 405
