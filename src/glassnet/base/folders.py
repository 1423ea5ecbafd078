"""The user's own folders: where this system keeps data, settings and what can be made again."""

import os
from pathlib import Path

from glassnet.base.registry import look_up

VARIABLES = {"data": "GLASSNET_HOME", "config": "GLASSNET_CONFIG", "cache": "GLASSNET_CACHE"}
"""The environment variable that names another place for each kind of folder."""


def user_folder(kind: str) -> Path | None:
    """Return the user's folder of a kind, which need not exist yet; None where nothing is to be kept.

    The system's convention decides (`~/.local/share/glassnet` on Linux, `~/Library/Application Support/glassnet` on
    macOS, `%APPDATA%\\glassnet` on Windows for data); GLASSNET_HOME, GLASSNET_CONFIG and GLASSNET_CACHE name other
    folders, and "none" in one of them keeps nothing of that kind.

    Arguments:
        kind: "data" (the user's own answers), "config" (settings) or "cache" (what can be made again).

    Raises:
        UnknownNameError: no such kind.

    >>> user_folder("date")
    Traceback (most recent call last):
    glassnet.base.errors.UnknownNameError: Unknown folder 'date'. Did you mean 'data'? Known: data, config, cache.
    """
    named = os.environ.get(look_up("folder", kind, VARIABLES))
    if named == "none":
        return None
    if named:
        return Path(named).expanduser()
    import platformdirs  # here, because the mathematics does without it

    # Roaming, so that on Windows answers and settings follow the user from machine to machine, as they always have.
    system = platformdirs.PlatformDirs("glassnet", appauthor=False, roaming=kind != "cache")
    return Path(getattr(system, f"user_{kind}_path"))
