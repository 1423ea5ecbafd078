"""The path under which a proxy serves the application, such as /user/x/proxy/8888 behind JupyterHub."""

from urllib.parse import unquote

from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send


class Prefixed:
    """Serves an application under a path, whether a proxy strips that path from the requests or leaves it.

    Arguments:
        app: the application.
        root_path: the path without a slash at its end, "" for none.
    """

    def __init__(self, app: ASGIApp, root_path: str) -> None:
        self._app = app
        self._address = root_path
        self._root_path = unquote(root_path)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request or connection."""
        root = self._root_path
        if not root or scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        path = scope["path"]
        if path != root and not path.startswith(f"{root}/"):
            path = root + path
        if path == root and scope["type"] == "http":
            query = scope["query_string"].decode("latin-1")
            address = f"{self._address}/?{query}" if query else f"{self._address}/"
            await RedirectResponse(address)(scope, receive, send)
            return
        await self._app({**scope, "path": path, "root_path": root}, receive, send)
