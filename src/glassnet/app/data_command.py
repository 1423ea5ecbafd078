"""`glassnet show-data`: what can be typed."""

from pathlib import Path
from typing import Annotated

import typer

from glassnet import app as commands
from glassnet.base.errors import SettingError


def show_data(
    file: Annotated[Path, typer.Argument(help="A CSV file, or a folder with one subfolder per class.")],
    target: Annotated[str | None, typer.Option(help="The column to predict.")] = None,
    separator: Annotated[str, typer.Option(help='What stands between cells; "tab" and "whitespace" too.')] = "auto",
    encoding: Annotated[str, typer.Option(help="The file's text encoding.")] = "utf-8",
    decimal: Annotated[str, typer.Option(help="The decimal mark.")] = ".",
    thousands: Annotated[str | None, typer.Option(help="The mark between thousands.")] = None,
    header: Annotated[str, typer.Option(help='The line with the names, counted from 0, or "none".')] = "auto",
    comment: Annotated[str | None, typer.Option(help="What lines to be skipped begin with.")] = None,
    drop: Annotated[list[str] | None, typer.Option(help="A column or a line to leave out; may be repeated.")] = None,
    missing_mark: Annotated[
        list[str] | None, typer.Option(help="A text that stands for a missing value; may be repeated.")
    ] = None,
) -> None:
    """Say what Glassnet makes of a table or a folder: each column or class, what is left out, what looks odd."""
    commands.show_data_file(
        file,
        target,
        separator="\t" if separator == "tab" else separator,
        encoding=encoding,
        decimal=decimal,
        thousands=thousands,
        header=_header(header),
        comment=comment,
        drop=[int(one) if one.isdecimal() else one for one in drop or ()],
        missing_marks=missing_mark or (),
    )


def _header(text: str) -> int | str | None:
    if text in ("auto", "none"):
        return None if text == "none" else text
    if not text.isdecimal():
        raise SettingError(f'--header takes a line\'s number from 0, "none" or "auto"; got {text!r}.')
    return int(text)
