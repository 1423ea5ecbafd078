"""What `glassnet show`, `compare` and `diagnose` print."""

from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.text import Text

from glassnet.app.report import history_table, print_results
from glassnet.files import RunFile, read_run_file
from glassnet.run import load
from glassnet.run.describe import moment_text

RESULT_KEYS = {"part", "loss", "accuracy", "confusion_matrix", "precision", "recall", "f1", "samples"}


def show_file(file: Path) -> None:
    """Print a run file without loading its data: network, recipe, history, results."""
    console = Console(highlight=False)
    run = read_run_file(file)
    counts = f": {run.state.epoch} epochs, {run.state.step:,} updates"
    console.print(Text.assemble((file.name, "bold"), counts), soft_wrap=True)
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


def show_step(file: Path, step: int | None, reference: str | None) -> None:
    """Print one step of a run (None: the last), or the explanation of one of its numbers."""
    console, run = Console(highlight=False), load(file)
    moment = run.at(run.step if step is None else step)
    if reference is None:
        console.print(moment_text(moment), markup=False, soft_wrap=True)
        return
    explanation = moment.explain(reference)
    console.print(explanation.text, markup=False, soft_wrap=True)
    if explanation.leaves:
        console.print(f"\n{explanation.tree()}", markup=False, soft_wrap=True)


def show_findings(file: Path) -> None:
    """Print what looks wrong with a run, the most certain finding first."""
    console = Console(highlight=False)
    findings = load(file).diagnose()
    for finding in findings:
        console.print(str(finding), markup=False, soft_wrap=True)
    if not findings:
        console.print(f"Nothing recorded in {file} looks wrong.", markup=False, soft_wrap=True)


def show_comparison(one: Path, other: Path) -> None:
    """Print where two runs first differ, how well they do, and how far apart their parameters drift."""
    console = Console(highlight=False)
    console.print(str(load(one).compare(load(other))), markup=False, soft_wrap=True)


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
    kinds = f"{len(classes)} classes ({', '.join(map(str, classes))})" if classes else "values"
    return f"{data['name']}: {counts} samples, {shape} features each, {kinds}"
