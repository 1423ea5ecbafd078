"""marimo's configuration for notebooks that are served: their own headers, and nothing that this machine's owner has configured."""

from typing import Any


def forget_the_owners_configuration() -> None:
    """Make marimo read no configuration but a lesson's own header: no file of the owner's or of a project, no variable.

    It would send all of it to every reader's page, with keys and paths. Nor does it note which notebooks were opened.
    """
    from marimo._config import manager
    from marimo._server.recents import RecentFilesManager

    for source in (
        manager.UserConfigStore,
        manager.PyprojectConfigReader,
        manager.EnvConfigReader,
        manager.SecurityConfigReader,
    ):
        source.read = _nothing  # type: ignore[method-assign, assignment]
    manager.MarimoConfigManager._read_defaults = _nothing  # type: ignore[method-assign, assignment]
    RecentFilesManager.touch = _nothing  # type: ignore[method-assign, assignment]


def _nothing(_self: object, *_: object) -> Any:
    return {}
