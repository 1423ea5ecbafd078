"""`glassnet show`, `resume`, `compare` and `diagnose`: what can be typed."""

from pathlib import Path
from typing import Annotated

import typer

from glassnet import app as deeds

File = Annotated[Path, typer.Argument(help="A run file, such as digits.glass.")]


def show(
    file: File,
    step: Annotated[
        int | None, typer.Option(help="Show one step instead: every number's name, shape and range.")
    ] = None,
    explain: Annotated[
        str | None, typer.Option(help='The reason for one number of that step, such as "dense_1.z[0, 3]".')
    ] = None,
) -> None:
    """Summarise a run file: network, recipe, data, history and results; or one step of it; or one number of a step."""
    if step is None and explain is None:
        deeds.show_file(file)
    else:
        deeds.show_step(file, step, explain)


def resume(
    file: File,
    epochs: Annotated[
        int | None, typer.Option(help="Train until this many epochs are made.", show_default="what the recipe says")
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress bar.")] = False,
) -> None:
    """Go on training where a run file stands, as if it had never stopped; the file is renewed after every epoch."""
    deeds.resume_run(file, epochs, quiet=quiet)


def diagnose(file: File) -> None:
    """Say what looks wrong with a run, the surest first, with the evidence; nothing is found in a sound one."""
    deeds.show_findings(file)


def compare(one: File, other: File) -> None:
    """Say where two runs part, how they fare, and how far their parameters drift apart."""
    deeds.show_comparison(one, other)
