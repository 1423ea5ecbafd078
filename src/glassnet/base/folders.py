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
    and the value "none" means that nothing of that kind is kept; nor is it for a user without a home folder.

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
        return expanded(Path(named))
    import platformdirs  # here, because the mathematics doesn't need it

    # Roaming, so that on Windows answers and settings follow the user from machine to machine, as they always have.
    system = platformdirs.PlatformDirs("glassnet", appauthor=False, roaming=kind != "cache")
    try:
        folder = Path(getattr(system, f"user_{kind}_path"))
    except RuntimeError:  # newer versions of platformdirs say so; older ones leave the ~
        return None
    return None if folder.parts[:1] == ("~",) or _is_homeless() else folder


def expanded(path: Path) -> Path | None:
    """Return a path with the home folder in the place of `~`; None if this user has no home folder."""
    try:
        return None if _is_homeless() and path.parts[:1] == ("~",) else path.expanduser()
    except RuntimeError:
        return None


def _is_homeless() -> bool:
    """Return whether HOME is set to nothing, which Python takes for the root of the file system."""
    return os.environ.get("HOME") == ""
