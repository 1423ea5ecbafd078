"""The layout of a CSV file: separators, number formats, and what to skip."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypedDict

from glassnet.base.errors import SettingError

DECIMAL_MARKS = (".", ",")
THOUSANDS_MARKS = (",", ".", " ", "'", "’", "_")
WHITESPACE = r"\s+"


class LayoutSettings(TypedDict, total=False):
    """The settings of a layout, by name."""

    separator: str
    encoding: str
    decimal: str
    thousands: str | None
    header: int | str | None
    comment: str | None
    drop: Sequence[str | int]
    missing_marks: Sequence[str]
    categories: Sequence[str]


@dataclass(frozen=True)
class Layout:
    """How a file is written.

    Arguments:
        separator: one or more characters, WHITESPACE (any run of spaces or tabs), or "auto".
        encoding: the encoding of its characters.
        decimal, thousands: the separators in its numbers.
        header: the line with the column names, counted from 0; None if there is none; "auto" for the first line, which
            must not look like data.
        comment: the beginning of lines to skip.
        drop: columns (names) and lines (numbers, counted from 1) to skip.
        missing_marks: texts that mark a missing value, besides the usual ones.
        categories: columns whose numbers are names of categories.
    """

    separator: str = "auto"
    encoding: str = "utf-8"
    decimal: str = "."
    thousands: str | None = None
    header: int | str | None = "auto"
    comment: str | None = None
    drop: Sequence[str | int] = ()
    missing_marks: Sequence[str] = ()
    categories: Sequence[str] = ()

    def __post_init__(self) -> None:
        separator = WHITESPACE if self.separator in (" ", "whitespace") else self.separator
        if not isinstance(separator, str) or not separator or set(separator) & set('\r\n"'):
            raise SettingError(
                f'separator must be the characters between two cells, "auto" or "whitespace"; got {self.separator!r}.'
            )
        object.__setattr__(self, "separator", separator)
        if self.decimal not in DECIMAL_MARKS:
            raise SettingError(f'decimal must be "." or ","; got {self.decimal!r}.')
        if self.thousands is not None and (self.thousands not in THOUSANDS_MARKS or self.thousands == self.decimal):
            raise SettingError(
                f"thousands must be one of {', '.join(map(repr, THOUSANDS_MARKS))}, other than decimal, or None; "
                f"got {self.thousands!r}."
            )
        if not _is_header(self.header):
            raise SettingError(
                f'header must be "auto", None (no names) or the line of the names, counted from 0; got {self.header!r}.'
            )
        if self.comment is not None and not (isinstance(self.comment, str) and self.comment.strip()):
            raise SettingError(f'comment must be text such as "#", or None; got {self.comment!r}.')
        for name, kinds in (("drop", (str, int)), ("missing_marks", (str,)), ("categories", (str,))):
            object.__setattr__(self, name, _listed(name, getattr(self, name), kinds))


def _is_header(value: object) -> bool:
    return value is None or value == "auto" or (isinstance(value, int) and not isinstance(value, bool) and value >= 0)


def _listed(name: str, values: object, kinds: tuple[type, ...]) -> tuple[str | int, ...]:
    """Return one text or number, or several, as a tuple."""
    listed = (values,) if isinstance(values, str | int) else tuple(values) if isinstance(values, Sequence) else (None,)
    if not all(isinstance(value, kinds) and not isinstance(value, bool) for value in listed):
        wanted = "names of columns or numbers of lines" if int in kinds else "texts"
        raise SettingError(f"{name} must be a list of {wanted}; got {values!r}.")
    return listed
