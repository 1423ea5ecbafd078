"""The progress bar of long training."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeAlias

Advance: TypeAlias = Callable[[int, str], None]
"""Called with the number of further steps completed and a short text (the current losses)."""


def unseen(count: int, text: str) -> None:
    """Ignore progress: there is no bar."""


@contextmanager
def progress_bar(total: int, *, shown: bool) -> Iterator[Advance]:
    """Show a bar of `total` steps on a terminal or in a notebook; elsewhere, or unless `shown`, nothing."""
    if not shown:
        yield unseen
        return
    from rich.console import Console  # only bars need it
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )  # only bars need it

    columns = (
        TextColumn("training"),
        BarColumn(bar_width=20),
        MofNCompleteColumn(),
        TextColumn("steps"),
        TimeRemainingColumn(),
        TextColumn("{task.description}", markup=False),  # names of metrics are the user's
    )
    console = Console(stderr=True)
    if not (console.is_terminal or console.is_jupyter):
        yield unseen
        return
    with Progress(*columns, console=console, transient=True, refresh_per_second=4) as progress:
        task = progress.add_task("", total=total)
        bar = progress.tasks[0]

        def advance(count: int, text: str) -> None:
            speed = "" if bar.speed is None else f"{bar.speed:,.0f}/s  "
            progress.update(task, advance=count, description=f"{speed}{text}")

        yield advance
