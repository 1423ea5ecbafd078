"""Static files that never change: sent compressed, and cached by the browser for good."""

import gzip
import mimetypes
import re
from functools import lru_cache
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

FOREVER = "public, max-age=31536000, immutable"
REFERENCE = re.compile(r"""(?:href|src)="\./([^"]+)\"""")
COMPRESSIBLE = (".js", ".css", ".html", ".json", ".svg", ".ttf", ".wasm")


class FrozenFiles:
    """Serve a folder whose files never change under their address, which contains a version.

    Arguments:
        folder: the folder to serve, with everything below it.
        cached: how many compressed files to keep in memory.
    """

    def __init__(self, folder: Path, *, cached: int = 1024) -> None:
        self._folder = folder.resolve()
        self._compressed = lru_cache(maxsize=cached)(_compress)

    def warm(self, page: str) -> None:
        """Compress the files that a page of this folder refers to, so that its first reader needn't wait."""
        for name in REFERENCE.findall((self._folder / page).read_text("utf-8")):
            file = (self._folder / name).resolve()
            if file.suffix in COMPRESSIBLE and file.is_file():
                self._compressed(file)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        request = Request(scope)
        if request.method not in ("GET", "HEAD"):
            raise HTTPException(405)
        file = self._find(scope["path"].removeprefix(scope.get("root_path", "")))
        headers = {"cache-control": FOREVER, "vary": "accept-encoding"}
        if file.suffix in COMPRESSIBLE and _takes_gzip(request.headers):
            body = await run_in_threadpool(self._compressed, file)
            headers["content-encoding"] = "gzip"
        else:
            body = await run_in_threadpool(file.read_bytes)
        await Response(body, media_type=_media_type(file), headers=headers)(scope, receive, send)

    def _find(self, path: str) -> Path:
        file = (self._folder / path.lstrip("/")).resolve()
        if not file.is_relative_to(self._folder) or not file.is_file():
            raise HTTPException(404)
        return file


def _compress(file: Path) -> bytes:
    return gzip.compress(file.read_bytes(), compresslevel=6, mtime=0)


def _takes_gzip(headers: Headers) -> bool:
    return "gzip" in headers.get("accept-encoding", "")


def _media_type(file: Path) -> str:
    if file.suffix == ".js":  # some systems say text/plain, and then browsers refuse modules
        return "text/javascript"
    return mimetypes.guess_type(file.name)[0] or "application/octet-stream"
