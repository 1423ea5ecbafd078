"""The front end as our own pages take it: a script for each, and one for what they share, which travels once."""

from collections.abc import Sequence
from hashlib import sha256
from html import escape

from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from glassnet.widgets.linking import SHARED, as_script, in_parts

PAGES = ("pages/home.js", "pages/lab.js")
THEME = "pages/theme.js"
"""Sets the theme before anything is drawn, and is no module therefore."""
FOREVER = {"cache-control": "public, max-age=31536000, immutable"}


class FrontEnd:
    """Serves scripts under an address that is another one after every build.

    Under such an address nothing ever changes, so that a browser that has a script need not ask for it again.

    Arguments:
        pages: the built modules that pages run.
    """

    def __init__(self, pages: Sequence[str] = PAGES) -> None:
        self._scripts = {**in_parts(pages), THEME: as_script(THEME)}
        self.address = f"/static/{_fingerprint(self._scripts)}"

    def routes(self) -> list[BaseRoute]:
        """Return the route of the scripts."""
        compressed = Middleware(GZipMiddleware, minimum_size=1000)
        return [Route(f"{self.address}/{{name:path}}", self._answer, middleware=[compressed])]

    def head(self, page: str) -> str:
        """Return what a page says in its head to run its module; what is shared is then asked for at once."""
        shared, own = (escape(f"{self.address}/{name}") for name in (SHARED, page))
        return f'    <link rel="modulepreload" href="{shared}">\n    <script type="module" src="{own}"></script>'

    async def _answer(self, request: Request) -> Response:
        name = request.path_params["name"]
        if name not in self._scripts:
            raise HTTPException(404)
        return Response(self._scripts[name], media_type="text/javascript", headers=FOREVER)


def _fingerprint(scripts: dict[str, str]) -> str:
    """Return letters that stand for all these scripts."""
    return sha256("".join(f"{name}\n{text}" for name, text in sorted(scripts.items())).encode()).hexdigest()[:12]
