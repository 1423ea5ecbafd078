"""The front end of our own pages: one script per page, and one for shared code, which is sent once."""

from collections.abc import Sequence
from hashlib import sha256
from html import escape

from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from glassnet.widgets.linking import SHARED, STATIC, as_script, in_parts

PAGES = ("pages/home.js", "pages/lab.js")
EDITOR = "pages/code_editor.js"
"""The editor for code, a module that is loaded only where there is an exercise for it."""
THEME = "pages/theme.js"
"""Sets the theme before anything is drawn, which a module would be too late for."""
FOREVER = {"cache-control": "public, max-age=31536000, immutable"}


class FrontEnd:
    """Serves scripts under an address that changes with every build.

    What such an address serves never changes, so that browsers can cache scripts for good.

    Arguments:
        pages: the built modules that pages run.
        root: the path that the site is under.
    """

    def __init__(self, pages: Sequence[str] = PAGES, root: str = "") -> None:
        self._scripts = {**in_parts(pages), THEME: as_script(THEME), EDITOR: (STATIC / EDITOR).read_text("utf-8")}
        self._path = f"/static/{_fingerprint(self._scripts)}"
        self.address = root + self._path

    @property
    def editor(self) -> str:
        """The address of the editor for code."""
        return f"{self.address}/{EDITOR}"

    def routes(self) -> list[BaseRoute]:
        """Return the route of the scripts."""
        compressed = Middleware(GZipMiddleware, minimum_size=1000)
        return [Route(f"{self._path}/{{name:path}}", self._answer, middleware=[compressed])]

    def head(self, page: str) -> str:
        """Return the lines of a page's head that run its module and preload the shared one."""
        shared, own = (escape(f"{self.address}/{name}") for name in (SHARED, page))
        return f'    <link rel="modulepreload" href="{shared}">\n    <script type="module" src="{own}"></script>'

    async def _answer(self, request: Request) -> Response:
        name = request.path_params["name"]
        if name not in self._scripts:
            raise HTTPException(404)
        return Response(self._scripts[name], media_type="text/javascript", headers=FOREVER)


def _fingerprint(scripts: dict[str, str]) -> str:
    """Return a short digest of all these scripts."""
    return sha256("".join(f"{name}\n{text}" for name, text in sorted(scripts.items())).encode()).hexdigest()[:12]
