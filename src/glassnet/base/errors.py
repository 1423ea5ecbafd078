"""Errors that say what was passed, what was expected and how to fix it."""

from typing import Any

from glassnet.base.printable import printable

MAX_MESSAGE_LENGTH = 300
ELLIPSIS = " … "


class GlassnetError(Exception):
    """Base class: any mistake that Glassnet can explain in one line.

    A message stays one line of at most 300 characters whatever was passed: its middle gives way.

    >>> str(GlassnetError("found" + chr(10) + "over two lines"))
    'found over two lines'
    >>> len(str(GlassnetError("got " + "x" * 5000)))
    300
    """

    def __init__(self, message: object = "") -> None:
        line = printable(" ".join(str(message).split("\n")))
        if len(line) > MAX_MESSAGE_LENGTH:
            kept = MAX_MESSAGE_LENGTH - len(ELLIPSIS)
            line = line[: kept - kept // 3] + ELLIPSIS + line[-(kept // 3) :]
        super().__init__(line)


class SettingError(GlassnetError, ValueError):
    """A setting has a value that makes no sense (a negative learning rate, zero epochs)."""


class ArgumentError(GlassnetError, TypeError):
    """A function was called with an argument that it doesn't have, or without one that it needs."""


class FormulaError(SettingError):
    """A formula can't be parsed or differentiated; `position` is the index of the character where it goes wrong."""

    position: int | None = None


class ShapeError(GlassnetError, ValueError):
    """The shapes of two arrays, or of an array and a layer, don't match."""


class DataError(GlassnetError, ValueError):
    """Data are missing, damaged or not numeric."""


class UnknownNameError(GlassnetError, LookupError):
    """A name that isn't in the registry."""


class RunFileError(GlassnetError):
    """A run file can't be read or written; `run`, if set, holds what was trained until it couldn't be."""

    run: Any = None


class DivergedError(GlassnetError, ArithmeticError):
    """A number became NaN or infinite during training; `run`, if set, holds everything up to that step."""

    run: Any = None
