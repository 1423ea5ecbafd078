"""marimo's application: serves notebooks to readers, each at its own path."""

import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from starlette.types import ASGIApp

from glassnet.lessons.marimo_internals.configuration import forget_the_owners_configuration
from glassnet.lessons.marimo_internals.deferred import Deferred
from glassnet.lessons.marimo_internals.parsing import parse_one_at_a_time
from glassnet.lessons.marimo_internals.protocol import SCRIPTS

OPEN = "OPEN"
"""The state of a notebook whose reader is connected."""
MAX_OLD_SCRIPTS = 200
"""Scripts of removed widgets that are kept, each about 100 kB."""


class Notebooks:
    """Notebooks in run mode, each a separate application that is created on first request.

    Creating one takes a tenth of a second: marimo compiles all cells of its notebook.

    Arguments:
        paths: from URL path, "/07", to notebook.
        files: the URL path at which `page.static_folder` is served.
        session_seconds: how long a notebook waits for its reader to connect again.
    """

    def __init__(self, paths: Mapping[str, Path], files: str, session_seconds: int = 120) -> None:
        self._paths, self._files, self._session_seconds = dict(paths), files, session_seconds
        self._lock = threading.Lock()
        self._scripts: Any = None
        self.made: dict[str, ASGIApp] = {}

    def prepare(self) -> None:
        """Import marimo, which is slow, and patch it, unless that has been done."""
        with self._lock:
            self._prepare()

    def application(self, address: str) -> ASGIApp:
        """Return the application that serves the notebook at a path."""
        with self._lock:
            self._prepare()
            if address not in self.made:
                self.made[address] = self._make(address)
            return self.made[address]

    def lacks(self, path: str) -> bool:
        """Return whether a path is that of a widget's script that isn't here; marimo would answer such a request amiss.

        >>> Notebooks({}, "/files").lacks("/07/@file/17-gone.js"), Notebooks({}, "/files").lacks("/07/")
        (True, False)
        """
        _, asked, name = path.partition(SCRIPTS)
        script = name.partition("-")[2]  # after its length
        return bool(asked) and (self._scripts is None or not self._scripts.has(script))

    def leave(self, address: str, session: str) -> None:
        """Close a reader's notebook, unless they have come back to it."""
        for manager in session_managers(self.made[address]):
            found = manager.get_session(session)
            if found is not None and found.connection_state().name != OPEN:
                manager.close_session(session)

    async def close(self) -> None:
        """Close all open notebooks."""
        for application in list(self.made.values()):
            for manager in session_managers(application):
                await manager.shutdown()

    def _prepare(self) -> None:
        if self._scripts is None:
            forget_the_owners_configuration()
            parse_cells_one_at_a_time()
            self._scripts = keep_scripts_a_while()
            self._builder()  # imports the rest of marimo

    def _make(self, address: str) -> ASGIApp:
        application: ASGIApp = self._builder().with_app(path=address, root=str(self._paths[address])).build()
        return application

    def _builder(self) -> Any:
        from marimo import create_asgi_app  # slow: imported on the first request for a lesson, not at start-up

        return create_asgi_app(quiet=True, asset_url=self._files, session_ttl=self._session_seconds)


def parse_cells_one_at_a_time() -> None:
    """Keep the threads of several readers from disturbing each other's parsing."""
    from marimo._ast import compiler, transformers

    parse_one_at_a_time(compiler, transformers)


def keep_scripts_a_while() -> Any:
    """Keep widgets' scripts for a while after their cells are gone, and return their storage.

    marimo deletes a widget's script as soon as the cell that made it runs again, although a browser may still be about
    to fetch it.
    """
    from marimo._runtime.virtual_file.storage import InMemoryStorage, VirtualFileStorageManager

    scripts = InMemoryStorage()
    scripts.remove = Deferred(scripts.remove, after=MAX_OLD_SCRIPTS)  # type: ignore[method-assign]
    VirtualFileStorageManager().storage = scripts
    return scripts


def session_managers(application: ASGIApp) -> list[Any]:
    """Return the managers of an application's open notebooks, one per path."""
    mounted = (getattr(route, "app", None) for route in getattr(application, "routes", []))
    managers = (getattr(getattr(one, "state", None), "session_manager", None) for one in mounted)
    return [manager for manager in managers if manager is not None]
