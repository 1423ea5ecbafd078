"""How the command line prints a run: tables that fit 80 columns, in colour or piped into a file."""

import math
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from glassnet.base.names import Label
from glassnet.history import History

BARS = "▁▂▃▄▅▆▇█"
CURVE_WIDTH = 24
MIN_LOSS = 1e-12
"""Replaces 0 where the logarithm is drawn."""
MAX_MATRIX_CLASSES = 16
"""Maximum number of classes whose confusion matrix fits into 80 columns."""


def print_results(console: Console, results: Mapping[str, Any], class_names: Sequence[Label]) -> None:
    """Print what `measure` found: accuracy, per-class scores and the confusion matrix."""
    right, total = sum(row[i] for i, row in enumerate(results["confusion_matrix"])), sum(results["samples"])
    part, accuracy = results["part"].capitalize(), results["accuracy"]
    loss = "—" if results["loss"] is None else f"{results['loss']:.4f}"
    console.print(
        Text.assemble((f"{part} accuracy {accuracy:.2%}", "bold"), f": {right:,} of {total:,} right, loss {loss}")
    )
    console.print()
    console.print(score_table(results, class_names))
    for note in notes_on_undefined(results, class_names):
        console.print(note, markup=False)
    if len(class_names) <= MAX_MATRIX_CLASSES:
        console.print("\n[bold]Confusion matrix[/bold]")
        console.print(matrix_table(results["confusion_matrix"], class_names))


def score_table(results: Mapping[str, Any], class_names: Sequence[Label]) -> Table:
    """Return precision, recall and F1 of every class; a score that is undefined is a dash."""
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False)
    for heading in ("class", "precision", "recall", "F1", "samples"):
        table.add_column(heading, justify="left" if heading == "class" else "right")
    columns = [results["precision"], results["recall"], results["f1"]]
    for index, name in enumerate(class_names):
        scores = ["—" if column[index] is None else f"{column[index]:.3f}" for column in columns]
        table.add_row(Text(str(name)), *scores, f"{results['samples'][index]:,}")
    return table


def notes_on_undefined(results: Mapping[str, Any], class_names: Sequence[Label]) -> list[str]:
    """Return a sentence for every undefined score."""
    notes = []
    for index, name in enumerate(class_names):
        if results["precision"][index] is None:
            notes.append(f"— class {name} was never predicted, so its precision is undefined (0 / 0).")
        if results["recall"][index] is None:
            notes.append(f"— class {name} has no samples here, so its recall is undefined (0 / 0).")
    return notes


def matrix_table(matrix: Sequence[Sequence[int]], class_names: Sequence[Label]) -> Table:
    """Return the confusion matrix: a row for every true class, a column for every predicted one."""
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0))
    table.add_column("true \\ predicted")
    width = max(len(f"{count}") for row in matrix for count in row)
    for name in class_names:
        table.add_column(Text(str(name)), justify="right", min_width=width)
    for index, row in enumerate(matrix):
        cells = [
            Text(f"{count}" if count else "·", style="bold" if column == index else "red" if count else "dim")
            for column, count in enumerate(row)
        ]
        table.add_row(Text(str(class_names[index])), *cells)
    return table


def history_table(history: History) -> Table:
    """Return losses and accuracy by epoch as small curves, each with its first, last and best value."""
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False)
    for heading in ("", "first", "by epoch (losses: log)", "last", "best"):
        table.add_column(heading, justify="right" if heading in ("first", "last", "best") else "left")
    for name in ("loss", "validation_loss", "validation_accuracy"):
        known = [(row.epoch, value) for row in history.epochs if (value := getattr(row, name)) is not None]
        if known:
            label = name.replace("_", " ") if name != "loss" else "training loss"
            table.add_row(label, *_curve_cells(known, is_loss=name.endswith("loss")))
    return table


def _curve_cells(known: Sequence[tuple[int, float]], *, is_loss: bool) -> list[str]:
    write = "{:.4f}".format if is_loss else "{:.2%}".format
    finite = [(epoch, value) for epoch, value in known if math.isfinite(value)]
    first, last = write(known[0][1]), write(known[-1][1])
    if not finite:
        return [first, "", last, ""]
    epoch, best = (min if is_loss else max)(finite, key=lambda pair: pair[1])
    line = curve([math.log(max(value, MIN_LOSS)) if is_loss else value for _, value in finite])
    return [first, line, last, f"{write(best)} at {epoch}"]


def curve(values: Sequence[float], width: int = CURVE_WIDTH) -> str:
    """Return numbers as a line of bars, the lowest value the lowest bar.

    >>> curve([0.0, 1.0, 2.0, 7.0])
    '▁▂▃█'
    """
    count = min(width, len(values))
    edges = [round(index * len(values) / count) for index in range(count + 1)]
    means = [sum(values[begin:end]) / (end - begin) for begin, end in pairwise(edges)]
    low, high = min(means), max(means)
    span = (high - low) or 1.0
    return "".join(BARS[min(int((mean - low) / span * len(BARS)), len(BARS) - 1)] for mean in means)
