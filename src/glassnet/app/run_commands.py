"""`glassnet resume` and `glassnet compare`: run files go on, and stand side by side."""

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from glassnet.app.results import measure
from glassnet.base.errors import SettingError
from glassnet.run import load, read_run_file, train
from glassnet.run.callbacks import Checkpoint

File = Annotated[Path, typer.Argument(help="A run file, such as digits.glass.")]


def resume(
    file: File,
    epochs: Annotated[
        int | None, typer.Option(help="Train until this many epochs are made.", show_default="what the recipe says")
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress bar.")] = False,
) -> None:
    """Go on training where a run file stands, as if it had never stopped; the file is renewed after every epoch."""
    known, run = read_run_file(file).results, load(file)
    until = run.recipe.epochs if epochs is None else epochs
    if run.state.epoch >= until:
        raise SettingError(
            f"{file} has made {run.state.epoch} epochs already; ask for more, such as --epochs {run.state.epoch + 10}."
        )
    train(run, until, progress=not quiet, callbacks=[Checkpoint(file)])
    run.save(file, results=measure(run) if known else None)
    row = run.history.epochs.last
    told = "" if row is None else f", loss {row.loss:.4g}"
    print(f"{file} now stands at epoch {run.state.epoch}, step {run.step:,}{told}.")


def diagnose(file: File) -> None:
    """Say what looks wrong with a run, the surest first, with the evidence; nothing is found in a sound one."""
    console = Console(highlight=False)
    findings = load(file).diagnose()
    for finding in findings:
        console.print(str(finding), markup=False, soft_wrap=True)
    if not findings:
        console.print(f"Nothing in the record of {file} looks wrong.", markup=False, soft_wrap=True)


def compare(one: File, other: File) -> None:
    """Say where two runs part, how they fare, and how far their parameters drift apart."""
    console = Console(highlight=False)
    console.print(str(load(one).compare(load(other))), markup=False, soft_wrap=True)
