"""`glassnet show`, `resume`, `compare` and `diagnose`: their arguments and options."""

from pathlib import Path
from typing import Annotated

import typer

from glassnet import app as commands

File = Annotated[Path, typer.Argument(help="A run file, such as digits.glass.")]
Trust = Annotated[
    bool,
    typer.Option(
        "--trust", help="Let the file read MNIST from its folder or the network, and be as large as it likes."
    ),
]


def show(
    file: File,
    step: Annotated[
        int | None, typer.Option(help="Show one step instead: name, shape and range of all its numbers.")
    ] = None,
    explain: Annotated[
        str | None, typer.Option(help='Explain one number of that step, such as "dense_1.z[0, 3]".')
    ] = None,
    trust: Trust = False,
) -> None:
    """Summarise a run file (network, recipe, data, history, results), show one of its steps, or explain one number."""
    if step is None and explain is None:
        commands.show_file(file, trust=trust)
    else:
        commands.show_step(file, step, explain, trust=trust)


def resume(
    file: File,
    epochs: Annotated[
        int | None, typer.Option(help="Train until this many epochs are complete.", show_default="as in the recipe")
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress bar.")] = False,
    trust: Trust = False,
) -> None:
    """Continue training a run file as if it had never stopped; the file is updated after every epoch."""
    commands.resume_run(file, epochs, quiet=quiet, trust=trust)


def diagnose(file: File, trust: Trust = False) -> None:
    """Report what looks wrong with a run, the most certain finding first, with the evidence."""
    commands.show_findings(file, trust=trust)


def compare(one: File, other: File, trust: Trust = False) -> None:
    """Show where two runs first differ, how well they do, and how far apart their parameters drift."""
    commands.show_comparison(one, other, trust=trust)
