"""Warnings that point at the user's own line."""

import inspect
import warnings

PACKAGE = __name__.partition(".")[0]


def warn(message: str) -> None:
    """Warn as if the first caller outside this package had done it, so that the line shown can be mended."""
    level, frame = 1, inspect.currentframe()
    while frame is not None and frame.f_globals.get("__name__", "").partition(".")[0] == PACKAGE:
        level, frame = level + 1, frame.f_back
    warnings.warn(message, stacklevel=level)
