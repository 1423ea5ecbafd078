"""What `glassnet show`, `compare` and `diagnose` print."""

from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.text import Text

from glassnet.app.console import console
from glassnet.app.report import history_table, print_results
from glassnet.files import RunFile, read_run_file
from glassnet.files.damage import reported_for
from glassnet.run import load
from glassnet.run.describe import moment_text

SCORES = ("precision", "recall", "f1")
RESULT_KEYS = {"part", "loss", "accuracy", "confusion_matrix", "samples", *SCORES}


def show_file(file: Path, *, trust: bool = False) -> None:
    """Print a run file without loading its data: network, recipe, history, results."""
    run = read_run_file(file, trust=trust)
    with reported_for(str(file), ours_too=True):
        _print_summary(console(), file.name, run)


def _print_summary(out: Console, name: str, run: RunFile) -> None:
    counts = f": {run.state.epoch} epochs, {run.state.step:,} updates"
    out.print(Text.assemble((name, "bold"), counts), soft_wrap=True)
    _heading(out, "Network")
    out.print(run.network.summary(tuple(run.dataset["input_shape"])), markup=False)
    out.print(_activations(run), markup=False)
    _heading(out, "Recipe")
    for field in fields(run.recipe):
        value = getattr(run.recipe, field.name)
        if value is not None and value != ():
            out.print(f"{field.name:<15}{value}", markup=False)
    _heading(out, "Data")
    out.print(_data_line(run.dataset), markup=False)
    if len(run.history.epochs):
        _heading(out, "History")
        out.print(history_table(run.history))
    if run.results.keys() >= RESULT_KEYS:
        _heading(out, "Results")
        if _are_results(run.results, len(run.dataset["class_names"])):
            print_results(out, run.results, run.dataset["class_names"])
        else:
            out.print("What the file holds as results was not measured by glassnet train.")


def _are_results(results: Mapping[str, Any], classes: int) -> bool:
    """Return whether results are as `measure` returns them, for that many classes: a file may hold anything."""
    matrix, samples = results["confusion_matrix"], results["samples"]
    square = _is_list(matrix, classes) and all(_is_list(row, classes) and _are(row, int) for row in matrix)
    columns = all(_is_list(results[name], classes) and _are(results[name], float, type(None)) for name in SCORES)
    single = isinstance(results["part"], str) and _are([results["loss"]], float, type(None))
    return square and columns and single and _are([results["accuracy"]], float) and _are_counts(samples, classes)


def _are_counts(values: Any, count: int) -> bool:
    return _is_list(values, count) and _are(values, int) and sum(values) > 0


def _is_list(values: Any, length: int) -> bool:
    return isinstance(values, list) and len(values) == length


def _are(values: list[Any], *kinds: type) -> bool:
    return all(type(value) in kinds for value in values)


def show_step(file: Path, step: int | None, reference: str | None, *, trust: bool = False) -> None:
    """Print one step of a run (None: the last), or the explanation of one of its numbers."""
    out, run = console(), load(file, trust=trust)
    moment = run.at(run.step if step is None else step)
    if reference is None:
        out.print(moment_text(moment), markup=False, soft_wrap=True)
        return
    explanation = moment.explain(reference)
    out.print(explanation.text, markup=False, soft_wrap=True)
    if explanation.leaves:
        out.print(f"\n{explanation.tree()}", markup=False, soft_wrap=True)


def show_findings(file: Path, *, trust: bool = False) -> None:
    """Print what is wrong with a run, what to try, and what was checked."""
    console().print(str(load(file, trust=trust).diagnose()), markup=False, soft_wrap=True)


def show_comparison(one: Path, other: Path, *, trust: bool = False) -> None:
    """Print where two runs first differ, how well they do, and how far apart their parameters drift."""
    compared = load(one, trust=trust).compare(load(other, trust=trust))
    console().print(str(compared), markup=False, soft_wrap=True)


def _heading(out: Console, text: str) -> None:
    out.print(f"\n[bold]{text}[/bold]")


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
