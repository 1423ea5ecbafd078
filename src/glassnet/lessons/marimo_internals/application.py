"""marimo's application: notebooks that are served to readers, each below an address of its own."""

import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from starlette.types import ASGIApp

from glassnet.lessons.marimo_internals.later import Later
from glassnet.lessons.marimo_internals.parsing import parse_one_at_a_time

SCRIPTS_KEPT = 200
"""Scripts of widgets that are gone, each some 100 kB."""


class Notebooks:
    """Notebooks in run mode, each an application of its own that is made when it is first asked for.

    To make one costs a tenth of a second: marimo compiles all cells of its notebook.

    Arguments:
        paths: the notebooks by address, "/07".
        files: the address at which `page.static_folder` is served.
    """

    def __init__(self, paths: Mapping[str, Path], files: str) -> None:
        self._paths, self._files = dict(paths), files
        self._lock = threading.Lock()
        self._prepared = False
        self.made: dict[str, ASGIApp] = {}

    def prepare(self) -> None:
        """Import marimo, which is slow, and make it ours; whoever asks first does it."""
        with self._lock:
            self._prepare()

    def application(self, address: str) -> ASGIApp:
        """Return the application that serves one notebook at its address."""
        with self._lock:
            self._prepare()
            if address not in self.made:
                self.made[address] = self._make(address)
            return self.made[address]

    async def close(self) -> None:
        """Close every notebook that is open."""
        for application in list(self.made.values()):
            for manager in session_managers(application):
                await manager.shutdown()

    def _prepare(self) -> None:
        if not self._prepared:
            parse_cells_one_at_a_time()
            keep_scripts_a_while()
            self._builder()  # imports the rest of marimo
            self._prepared = True

    def _make(self, address: str) -> ASGIApp:
        application: ASGIApp = self._builder().with_app(path=address, root=str(self._paths[address])).build()
        return application

    def _builder(self) -> Any:
        from marimo import create_asgi_app  # slow: imported when the first lesson is asked for, not at start-up

        return create_asgi_app(quiet=True, asset_url=self._files)


def parse_cells_one_at_a_time() -> None:
    """Let the threads of several readers not disturb each other's parsing."""
    from marimo._ast import compiler, transformers

    parse_one_at_a_time(compiler, transformers)


def keep_scripts_a_while() -> Any:
    """Let the scripts of widgets outlive their cells, and return where they are kept.

    marimo takes a widget's script away as soon as the cell that made it runs again, although a browser may be about to
    fetch it.
    """
    from marimo._runtime.virtual_file.storage import InMemoryStorage, VirtualFileStorageManager

    scripts = InMemoryStorage()
    scripts.remove = Later(scripts.remove, after=SCRIPTS_KEPT)  # type: ignore[method-assign]
    VirtualFileStorageManager().storage = scripts
    return scripts


def session_managers(application: ASGIApp) -> list[Any]:
    """Return what keeps the open notebooks of an application, one for each address."""
    mounted = (getattr(route, "app", None) for route in getattr(application, "routes", []))
    managers = (getattr(getattr(one, "state", None), "session_manager", None) for one in mounted)
    return [manager for manager in managers if manager is not None]
