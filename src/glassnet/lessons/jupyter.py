"""What a lesson uses of marimo, for a Jupyter notebook: an exported lesson imports this module in its place.

Texts become Markdown, controls become Jupyter's own, and `live` runs a cell again when a control that it reads is moved.
Names that are not here are marimo's.
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
from glassnet.lessons.jupyter_controls import Controls, State, Written, watch
from glassnet.lessons.jupyter_text import tidied
from glassnet.lessons.once import Call
from glassnet.lessons.prose import prose

Cell: TypeAlias = Callable[[], Any]

ui = Controls()
Html = HTML


class Stopped(Exception):
    """A cell has nothing more to show than this."""

    def __init__(self, shown: Any) -> None:
        super().__init__()
        self.shown = shown


@dataclass(frozen=True)
class Column:
    """Things to show below each other; None shows nothing."""

    items: tuple[Any, ...]

    def _ipython_display_(self) -> None:
        for item in self.items:
            if item is not None:
                display(item)


@dataclass(frozen=True)
class Meta:
    """How the lesson is being read: as in the editor, its code can be changed."""

    mode: str = "edit"


def __getattr__(name: str) -> Any:
    """Return what a lesson's page has, or else what marimo has."""
    return getattr(page, name) if hasattr(page, name) else getattr(marimo, name)


def md(text: str) -> Markdown:
    """Return a text to show."""
    return Markdown(tidied(prose(text)))


def vstack(items: Iterable[Any], **_: Any) -> Column:
    """Return things to show below each other."""
    return Column(tuple(items))


hstack = vstack


def stop(condition: Any, shown: Any = None) -> None:
    """End the cell here when the condition holds, and show that instead."""
    if condition:
        raise Stopped(shown)


def state(value: Any, **_: Any) -> tuple[State, Callable[[Any], None]]:
    """Return a value that cells can be live on, and the function that changes it."""
    made = State(value)
    return made, made.set


def written(name: str) -> Written:
    """Return the function of that name, for cells to be live on: they run again when the reader has written it anew."""
    return Written(name)


def app_meta() -> Meta:
    """Return how the lesson is being read."""
    return Meta()


def is_script(_: str) -> bool:
    """Return that this is a notebook; a cell that speaks to a shell is left out of it."""
    return False


def once(function: Callable[..., Any], *arguments: Any, **settings: Any) -> Any:
    """Compute it each time: in a notebook whatever it uses may have been changed."""
    return Call((), function, arguments, settings).result()


def show_code(*_: Callable[..., Any], **__: Any) -> None:
    """Show nothing: in a notebook the code stands in its own cell."""


def show_symbols(**meanings: tuple[str, str]) -> Markdown:
    """Return in words what the symbols are; nothing lights up here."""
    return Markdown("; ".join(f"**{sign}**: {meaning}" for sign, meaning in meanings.values()) + ".")


def summary_button() -> VBox:
    """Return a button that writes all answers given on this machine into a file beside the notebook."""
    button, said = Button(description="Save a summary of my answers", layout={"width": "auto"}), Label()

    def save(_: Any) -> None:
        path = Path("glassnet-answers.md")
        path.write_text(open_book().summary(), "utf-8")
        said.value = f"Saved as {path}"

    button.on_click(save)
    return VBox([button, said], layout={"align_items": "flex-start"})


def live(*watched: Any) -> Callable[[Cell], None]:
    """Run a cell now, and again whenever one of these controls is moved; show what it returns."""

    def begin(cell: Cell) -> None:
        output = Output()

        def run() -> None:
            shown = _result(cell)
            with output:
                clear_output(wait=True)
                display(Column((shown,)))

        def run_again() -> None:
            with output:  # a mistake in the cell is told where its result would stand
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
