"""What lesson pages share besides their text: code listings, formatted numbers, and a summary of answers."""

import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import marimo
import numpy as np

from glassnet.lessons.exercises.book import open_book
from glassnet.lessons.exercises.card import source_of
from glassnet.lessons.marked_code import marked_code
from glassnet.lessons.symbols import symbol_key


def is_script(file: str) -> bool:
    """Return whether a lesson was started as `python lessons/07….py`, so that its printed output is seen.

    Arguments:
        file: the lesson's own `__file__`.

    >>> is_script("another.py")
    False
    """
    return marimo.app_meta().mode == "script" and Path(sys.argv[0]).resolve() == Path(file).resolve()


def show_code(
    *functions: Callable[..., Any],
    symbols: Mapping[str, str | tuple[str, ...]] | None = None,
    folded: bool = False,
) -> marimo.Html:
    """Return the source of functions as it runs; in the editor, where it has its own cell, only a pointer to it.

    Arguments:
        functions: whose source to show.
        symbols: pieces of code that light up together with formula and figure, by the symbol's name: {"rate": "learning_rate"}.
        folded: show only the functions' names until the reader unfolds the code: where the code is not the point.

    Raises:
        SettingError: a piece isn't in the code.
    """
    if marimo.app_meta().mode == "edit":
        names = ", ".join(f"`{function.__name__}`" for function in functions)
        return marimo.md(f"*The code of {names} is in the cell above: change it, and everything below updates.*")
    sources = "\n\n".join(source_of(function).strip() for function in functions)
    code = marked_code(sources, symbols or {})
    return marimo.md(_folded(code, [function.__name__ for function in functions]) if folded else code)


def _folded(code: str, names: Sequence[str]) -> str:
    """Return a listing that is folded under the names of its functions."""
    titles = ", ".join(f"<code>{name}</code>" for name in names)
    return f'<details class="glassnet-code"><summary>The code: {titles}</summary>{code}</details>'


def show_symbols(**meanings: tuple[str, str]) -> marimo.Html:
    """Return the row of buttons that light up a symbol everywhere in its section.

    In the editor, where nothing lights up, it explains the symbols in words.

    Arguments:
        meanings: by the symbol's name, its notation and its meaning: rate=("η", "learning rate").
    """
    if marimo.app_meta().mode == "edit":
        return marimo.md(", ".join(f"{sign}: {meaning}" for sign, meaning in meanings.values()))
    return marimo.Html(symbol_key(meanings))


def plain(value: float) -> str:
    """Format a number with two significant digits, never as 1e-05.

    >>> plain(1.383e-05), plain(0.0528)
    ('0.000014', '0.053')
    """
    return np.format_float_positional(value, precision=2, fractional=False, trim="-")


def scientific(value: float) -> str:
    """Format a number in scientific notation, as written by hand.

    >>> scientific(1.776e-15), scientific(0.0)
    ('1.8 × 10⁻¹⁵', '0')
    """
    if value == 0:
        return "0"
    digits, exponent = f"{value:.1e}".split("e")
    return f"{digits} × 10" + str(int(exponent)).translate(str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹"))


def summary_button() -> marimo.Html:
    """Return a button that saves all answers given on this machine as a Markdown table."""
    return marimo.download(
        data=lambda: open_book().summary().encode(),
        filename="glassnet-answers.md",
        mimetype="text/markdown",
        label="Save a summary of my answers",
    )
