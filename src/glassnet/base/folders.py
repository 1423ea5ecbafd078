"""The user's folders for data, settings and caches, where the operating system keeps them."""

import os
from pathlib import Path

from glassnet.base.registry import look_up

VARIABLES = {"data": "GLASSNET_HOME", "config": "GLASSNET_CONFIG", "cache": "GLASSNET_CACHE"}
"""The environment variable that overrides each kind of folder."""


def user_folder(kind: str) -> Path | None:
    """Return the user's folder of one kind, which may not exist yet; None if nothing should be kept.

    The system's convention decides (`~/.local/share/glassnet` on Linux, `~/Library/Application Support/glassnet` on
    macOS, `%APPDATA%\\glassnet` on Windows for data); GLASSNET_HOME, GLASSNET_CONFIG and GLASSNET_CACHE override it,
    and the value "none" means that nothing of that kind is kept.

    Arguments:
        kind: "data" (the user's own answers), "config" (settings) or "cache" (what can be recreated).

    Raises:
        UnknownNameError: there is no such kind.

    >>> user_folder("date")
    Traceback (most recent call last):
    glassnet.base.errors.UnknownNameError: Unknown folder 'date'. Did you mean 'data'? Known: data, config, cache.
    """
    named = os.environ.get(look_up("folder", kind, VARIABLES))
    if named == "none":
        return None
    if named:
        return Path(named).expanduser()
    import platformdirs  # here, because the mathematics doesn't need it

    # Roaming, so that on Windows answers and settings follow the user from machine to machine, as they always have.
    system = platformdirs.PlatformDirs("glassnet", appauthor=False, roaming=kind != "cache")
    return Path(getattr(system, f"user_{kind}_path"))
