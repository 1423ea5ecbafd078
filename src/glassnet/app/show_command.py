"""`glassnet show`: what a run file says, without its data."""

from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console

from glassnet.app.report import history_table, print_results
from glassnet.run import RunFile, load, read_run_file
from glassnet.run.describe import moment_text

RESULT_KEYS = {"part", "loss", "accuracy", "confusion_matrix", "precision", "recall", "f1", "samples"}


def show(
    file: Annotated[Path, typer.Argument(help="A run file, such as digits.glass.")],
    step: Annotated[
        int | None, typer.Option(help="Show one step instead: every number's name, shape and range.")
    ] = None,
    explain: Annotated[
        str | None, typer.Option(help='The reason for one number of that step, such as "dense_1.z[0, 3]".')
    ] = None,
) -> None:
    """Summarise a run file: network, recipe, data, history and results; or one step of it; or one number of a step."""
    console = Console(highlight=False)
    if step is not None or explain is not None:
        _show_step(console, file, step, explain)
        return
    run = read_run_file(file)
    console.print(f"[bold]{file.name}[/bold]: {run.state.epoch} epochs, {run.state.step:,} updates", soft_wrap=True)
    _heading(console, "Network")
    console.print(run.network.summary(tuple(run.dataset["input_shape"])), markup=False)
    console.print(_activations(run), markup=False)
    _heading(console, "Recipe")
    for field in fields(run.recipe):
        value = getattr(run.recipe, field.name)
        if value is not None and value != ():
            console.print(f"{field.name:<15}{value}", markup=False)
    _heading(console, "Data")
    console.print(_data_line(run.dataset), markup=False)
    if len(run.history.epochs):
        _heading(console, "History")
        console.print(history_table(run.history))
    if run.results.keys() >= RESULT_KEYS:
        _heading(console, "Results")
        print_results(console, run.results, run.dataset["class_names"])


def _show_step(console: Console, file: Path, step: int | None, reference: str | None) -> None:
    run = load(file)
    moment = run.at(run.step if step is None else step)
    if reference is None:
        console.print(moment_text(moment), markup=False, soft_wrap=True)
        return
    explanation = moment.explain(reference)
    console.print(explanation.text, markup=False, soft_wrap=True)
    if explanation.leaves:
        console.print(f"\n{explanation.tree()}", markup=False, soft_wrap=True)


def _heading(console: Console, text: str) -> None:
    console.print(f"\n[bold]{text}[/bold]")


def _activations(run: RunFile) -> str:
    kinds = [(name, getattr(layer, "activation", None)) for name, layer in run.network.named_layers]
    listed = ", ".join(f"{name} {type(kind).__name__}" for name, kind in kinds if kind is not None)
    link = run.recipe.loss.link
    return f"activations: {listed}" + ("" if link == "linear" else f" ({link} is part of the loss)")


def _data_line(data: Mapping[str, Any]) -> str:
    counts = ", ".join(f"{count:,} {part}" for part, count in data["samples"].items())
    shape = "×".join(str(size) for size in data["input_shape"])
    classes = data["class_names"]
    kinds = f"{len(classes)} classes ({', '.join(classes)})" if classes else "values"
    return f"{data['name']}: {counts} samples, {shape} features each, {kinds}"
