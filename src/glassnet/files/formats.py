"""Formats of run files: older ones are read by converting header and arrays to the newest."""

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from glassnet.base.arrays import Array
from glassnet.base.errors import RunFileError
from glassnet.base.version import __version__
from glassnet.files.older_names import rename_arrays, rename_layers

FORMAT = 2
"""The format that is written: 2 stores network, recipe and data as one setup; layer names have underscores."""

Content: TypeAlias = tuple[dict[str, Any], dict[str, Array]]
"""A header, and arrays by name."""


def to_newest(path: str, header: Any, arrays: dict[str, Array]) -> Content:
    """Return header and arrays in the newest format.

    Raises:
        RunFileError: the format is from a newer Glassnet, or unknown.

    >>> to_newest("a.glass", {"format": 3, "version": "0.9"}, {})
    Traceback (most recent call last):
    glassnet.base.errors.RunFileError: a.glass was written by Glassnet 0.9 in format 3; this is Glassnet 0.1.0, which \
reads formats up to 2. Update Glassnet to open it.
    """
    written = header.get("format") if isinstance(header, Mapping) else None
    if not isinstance(written, int) or isinstance(written, bool) or written < 1:
        raise RunFileError(f"{path} is a run file, but its settings are damaged (unknown format {written!r}).")
    if written > FORMAT:
        author = f"Glassnet {header['version']}" if "version" in header else "a newer Glassnet"
        raise RunFileError(
            f"{path} was written by {author} in format {written}; this is Glassnet {__version__}, which reads formats "
            f"up to {FORMAT}. Update Glassnet to open it."
        )
    newest = (dict(header), arrays)
    for number in range(written, FORMAT):
        try:
            newest = NEXT[number](*newest)
        except (LookupError, TypeError, AttributeError) as error:
            raise RunFileError(f"{path} is a run file, but its settings are damaged ({error!r}).") from None
    return newest


def _from_1(header: dict[str, Any], arrays: dict[str, Array]) -> Content:
    """Convert format 1, with network, recipe and data side by side, and `batchnorm_1` where 2 has `batch_norm_1`."""
    setup = {"type": "Setup"} | {name: header[name] for name in ("network", "recipe", "dataset")}
    rest = {name: value for name, value in header.items() if name not in setup}
    setup["recipe"] = rename_layers(setup["recipe"])
    return {**rest, "setup": setup, "format": 2}, rename_arrays(arrays)


NEXT: dict[int, Callable[[dict[str, Any], dict[str, Array]], Content]] = {1: _from_1}
"""By format, the function that converts a file's content to the next format."""
