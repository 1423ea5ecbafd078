"""Errors that say what was passed, what was expected and how to mend it."""

from typing import Any

MAX_MESSAGE_LENGTH = 300
ELLIPSIS = " … "


class GlassnetError(Exception):
    """Any mistake that Glassnet can explain in one line.

    A message stays one line of at most 300 characters whatever was passed: its middle gives way.

    >>> str(GlassnetError("found" + chr(10) + "over two lines"))
    'found over two lines'
    >>> len(str(GlassnetError("got " + "x" * 5000)))
    300
    """

    def __init__(self, message: object = "") -> None:
        line = " ".join(str(message).split("\n"))
        if len(line) > MAX_MESSAGE_LENGTH:
            kept = MAX_MESSAGE_LENGTH - len(ELLIPSIS)
            line = line[: kept - kept // 3] + ELLIPSIS + line[-(kept // 3) :]
        super().__init__(line)


class SettingError(GlassnetError, ValueError):
    """A setting has a value that makes no sense (a negative learning rate, zero epochs)."""


class FormulaError(SettingError):
    """A formula cannot be read, or has no slope; `position` counts the characters before the mistake."""

    position: int | None = None


class ShapeError(GlassnetError, ValueError):
    """Two arrays, or an array and a layer, do not fit together."""


class DataError(GlassnetError, ValueError):
    """Data are missing, damaged or not numbers."""


class UnknownNameError(GlassnetError, LookupError):
    """A name that is in no registry."""


class RunFileError(GlassnetError):
    """A run file cannot be read or written."""


class DivergedError(GlassnetError, ArithmeticError):
    """Training met a number that is not finite; what was learnt before it is kept in `run`, where there is one."""

    run: Any = None
