"""Addresses that no file could have: too long, or with control characters."""

from starlette.types import ASGIApp, Receive, Scope, Send

MAX_NAME_BYTES = 255
"""The longest name of a file that file systems allow."""
MAX_PATH_BYTES = 2048
NOWHERE = "/nowhere"


class PossibleNames:
    """Treats addresses that can't exist as ones that don't, before a file system is asked for them."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request or connection."""
        if scope["type"] != "lifespan" and not is_possible(scope["path"]):
            scope = {**scope, "path": scope.get("root_path", "") + NOWHERE}
        await self._app(scope, receive, send)


def is_possible(path: str) -> bool:
    r"""Return whether something could have this address.

    >>> is_possible("/static/site.css"), is_possible("/static/\0"), is_possible("/" + 300 * "x")
    (True, False, False)
    """
    names = path.encode("utf-8", "surrogatepass").split(b"/")
    return path.isprintable() and len(path) <= MAX_PATH_BYTES and max(map(len, names)) <= MAX_NAME_BYTES
