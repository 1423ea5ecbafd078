"""marimo's application: notebooks that are served to readers, each below an address of its own."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from starlette.types import ASGIApp

from glassnet.lessons.marimo_internals.later import Later
from glassnet.lessons.marimo_internals.parsing import parse_one_at_a_time

SCRIPTS_KEPT = 200
"""Scripts of widgets that are gone, each some 100 kB."""


def notebooks_application(notebooks: Mapping[str, Path], files: str) -> ASGIApp:
    """Return an application that serves notebooks in run mode.

    Arguments:
        notebooks: by address, "/07".
        files: the address at which `page.static_folder` is served.
    """
    from marimo import create_asgi_app  # slow: imported when the first lesson is asked for, not at start-up
    from marimo._ast import compiler, transformers

    parse_one_at_a_time(compiler, transformers)
    keep_scripts_a_while()
    builder = create_asgi_app(quiet=True, asset_url=files)
    for address, path in notebooks.items():
        builder = builder.with_app(path=address, root=str(path))
    return builder.build()


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


async def close_notebooks(application: ASGIApp) -> None:
    """Close every notebook that is open in an application."""
    for manager in session_managers(application):
        await manager.shutdown()
