"""The parts of marimo that lessons use, reimplemented for Jupyter: an exported lesson imports this module instead.

Prose becomes Markdown, controls become ipywidgets, and `live` runs a cell again when a control that it reads changes.
Names not defined here come from marimo.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

import marimo
from IPython.display import HTML, Markdown, clear_output, display
from ipywidgets import Button, Label, Output, VBox

from glassnet.lessons import page
from glassnet.lessons.exercises.book import open_book
from glassnet.lessons.jupyter_controls import Controls, State, WatchedFunction, watch
from glassnet.lessons.jupyter_markdown import jupyter_markdown
from glassnet.lessons.prose import prose
from glassnet.lessons.shared_results import Call

Cell: TypeAlias = Callable[[], Any]

ui = Controls()
Html = HTML


class Stopped(Exception):
    """Ends a cell early, showing only what it carries."""

    def __init__(self, shown: Any) -> None:
        super().__init__()
        self.shown = shown


@dataclass(frozen=True)
class Column:
    """Things to show one below the other; None shows nothing."""

    items: tuple[Any, ...]

    def _ipython_display_(self) -> None:
        for item in self.items:
            if item is not None:
                display(item)


@dataclass(frozen=True)
class Meta:
    """How the lesson is being read: as in marimo's editor, the code can be changed."""

    mode: str = "edit"


def __getattr__(name: str) -> Any:
    """Look a name up in `page`, then in marimo."""
    return getattr(page, name) if hasattr(page, name) else getattr(marimo, name)


def md(text: str) -> Markdown:
    """Return Markdown to show."""
    return Markdown(jupyter_markdown(prose(text)))


def vstack(items: Iterable[Any], **_: Any) -> Column:
    """Return things to show one below the other."""
    return Column(tuple(items))


hstack = vstack


def stop(condition: Any, shown: Any = None) -> None:
    """End the cell here if the condition holds, and show `shown` instead."""
    if condition:
        raise Stopped(shown)


def state(value: Any, **_: Any) -> tuple[State, Callable[[Any], None]]:
    """Return a value that cells can watch, and the function that changes it."""
    made = State(value)
    return made, made.set


def watched(name: str) -> WatchedFunction:
    """Return the function of that name for cells to watch: they run again whenever the reader redefines it."""
    return WatchedFunction(name)


def app_meta() -> Meta:
    """Return how the lesson is being read."""
    return Meta()


def is_script(_: str) -> bool:
    """Return False: this is a notebook, and cells that print for a terminal are left out of it."""
    return False


def shared(function: Callable[..., Any], *arguments: Any, **settings: Any) -> Any:
    """Call the function every time: in a notebook, anything it uses may have been changed."""
    return Call((), function, arguments, settings).result()


def show_code(*_: Callable[..., Any], **__: Any) -> None:
    """Show nothing: in a notebook the code has a cell of its own."""


def show_symbols(**meanings: tuple[str, str]) -> Markdown:
    """Return what the symbols mean as text; nothing lights up here."""
    return Markdown("; ".join(f"**{sign}**: {meaning}" for sign, meaning in meanings.values()) + ".")


def summary_button() -> VBox:
    """Return a button that saves all answers given on this machine to a file beside the notebook."""
    button, status = Button(description="Save a summary of my answers", layout={"width": "auto"}), Label()

    def save(_: Any) -> None:
        path = Path("glassnet-answers.md")
        path.write_text(open_book().summary(), "utf-8")
        status.value = f"Saved as {path}"

    button.on_click(save)
    return VBox([button, status], layout={"align_items": "flex-start"})


def live(*watched: Any) -> Callable[[Cell], None]:
    """Run a cell now and again whenever one of these controls changes; show what it returns."""

    def begin(cell: Cell) -> None:
        output = Output()

        def run() -> None:
            shown = _result(cell)
            with output:
                clear_output(wait=True)
                display(Column((shown,)))

        def run_again() -> None:
            with output:  # an error in the cell appears where its result would be
                run()

        for control in watched:
            watch(control, run_again)
        run()
        display(output)

    return begin


def _result(cell: Cell) -> Any:
    try:
        return cell()
    except Stopped as stopped:
        return stopped.shown
