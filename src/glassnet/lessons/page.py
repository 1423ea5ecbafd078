"""What every lesson's page is made of, besides its own text: code on show, numbers in words, a summary of answers."""

import inspect
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import marimo
import numpy as np

from glassnet.lessons.code_marks import marked_code
from glassnet.lessons.exercises.book import open_book
from glassnet.lessons.symbols import symbol_key


def is_script(file: str) -> bool:
    """Return whether a lesson was started as `python lessons/07….py`, so that somebody reads what it prints.

    Arguments:
        file: the lesson's own `__file__`.

    >>> is_script("another.py")
    False
    """
    return marimo.app_meta().mode == "script" and Path(sys.argv[0]).resolve() == Path(file).resolve()


def show_code(
    *functions: Callable[..., Any], symbols: Mapping[str, str | tuple[str, ...]] | None = None
) -> marimo.Html:
    """Return the source of functions as it runs; in the editor, where it stands in its own cell, only a pointer to it.

    Arguments:
        functions: what to show.
        symbols: pieces of code that light up together with formula and picture, by the symbol's name: {"rate": "learning_rate"}.

    Raises:
        SettingError: a piece isn't in the code.
    """
    if marimo.app_meta().mode == "edit":
        names = ", ".join(f"`{function.__name__}`" for function in functions)
        return marimo.md(f"*The code of {names} stands in the cell above: change it, and everything below follows.*")
    sources = "\n\n".join(inspect.getsource(function).replace("@app.function\n", "").strip() for function in functions)
    return marimo.md(marked_code(sources, symbols or {}))


def show_symbols(**meanings: tuple[str, str]) -> marimo.Html:
    """Return the row of buttons that light up a symbol wherever it stands before the next heading.

    In the editor, whose page lights nothing up, it says in words what they are.

    Arguments:
        meanings: by the symbol's name, how it is written and what it is: rate=("η", "learning rate").
    """
    if marimo.app_meta().mode == "edit":
        return marimo.md(", ".join(f"{sign}: {meaning}" for sign, meaning in meanings.values()))
    return marimo.Html(symbol_key(meanings))


def plain(value: float) -> str:
    """Write a number with two digits that count, never as 1e-05.

    >>> plain(1.383e-05), plain(0.0528)
    ('0.000014', '0.053')
    """
    return np.format_float_positional(value, precision=2, fractional=False, trim="-")


def scientific(value: float) -> str:
    """Write a number as people do on paper.

    >>> scientific(1.776e-15), scientific(0.0)
    ('1.8 × 10⁻¹⁵', '0')
    """
    if value == 0:
        return "0"
    digits, exponent = f"{value:.1e}".split("e")
    return f"{digits} × 10" + str(int(exponent)).translate(str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹"))


def summary_button() -> marimo.Html:
    """Return a button that saves all answers given on this machine, as a table in Markdown."""
    return marimo.download(
        data=lambda: open_book().summary().encode(),
        filename="glassnet-answers.md",
        mimetype="text/markdown",
        label="Save a summary of my answers",
    )
