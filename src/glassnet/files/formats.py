"""Formats of run files: every older one is read, by bringing its header to the newest."""

from collections.abc import Callable, Mapping
from typing import Any

from glassnet.base.errors import RunFileError
from glassnet.base.version import __version__

FORMAT = 2
"""The format that is written: 2 holds network, recipe and data as one setup."""


def to_newest(path: str, header: Any) -> dict[str, Any]:
    """Return a header in the newest format.

    Raises:
        RunFileError: its format is from a newer Glassnet, or is none at all.

    >>> to_newest("a.glass", {"format": 3, "version": "0.9"})
    Traceback (most recent call last):
    glassnet.base.errors.RunFileError: a.glass was written by Glassnet 0.9 in format 3; this is Glassnet 0.1.0, which \
reads formats up to 2. Update Glassnet to open it.
    """
    written = header.get("format") if isinstance(header, Mapping) else None
    if not isinstance(written, int) or isinstance(written, bool) or written < 1:
        raise RunFileError(
            f"{path} is a run file, but its settings are damaged (no format has the number {written!r})."
        )
    if written > FORMAT:
        author = f"Glassnet {header['version']}" if "version" in header else "a newer Glassnet"
        raise RunFileError(
            f"{path} was written by {author} in format {written}; this is Glassnet {__version__}, which reads formats "
            f"up to {FORMAT}. Update Glassnet to open it."
        )
    newest = dict(header)
    for number in range(written, FORMAT):
        try:
            newest = NEXT[number](newest)
        except (LookupError, TypeError, AttributeError) as error:
            raise RunFileError(f"{path} is a run file, but its settings are damaged ({error!r}).") from None
    return newest


def _from_1(header: dict[str, Any]) -> dict[str, Any]:
    """Format 1 held network, recipe and data side by side, and the data's arrays under the same names as today."""
    setup = {"type": "Setup"} | {name: header[name] for name in ("network", "recipe", "dataset")}
    return {name: value for name, value in header.items() if name not in setup} | {"setup": setup, "format": 2}


NEXT: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {1: _from_1}
"""How a header of a format becomes one of the next."""
