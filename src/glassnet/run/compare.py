"""Runs side by side: where they first differ, and how far apart their parameters drift."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from glassnet.base.arrays import Tree
from glassnet.base.checks import whole_number
from glassnet.base.trees import flatten
from glassnet.figures.faces.face import face
from glassnet.figures.faces.loss_history import loss_history
from glassnet.history.changes import Change, list_changes
from glassnet.history.history import History, Item, Thinned
from glassnet.history.timeline import Timeline


@dataclass(frozen=True)
class Comparison:
    """Two runs on one axis of steps.

    Arguments:
        first_difference: the first step at which parameters or settings differ; None if none does.
        changes: the settings that differ at that step.
        steps: the steps of the losses below, in both runs.
        losses: the loss of each step's batch before its update, one row per run.
        epochs: epochs that both runs completed.
        columns: columns of the epoch table over those epochs, one row per run.
        distance_steps: the steps of the distances below.
        distances: ‖one run's parameters − the other's‖ by layer, and for "all"; only layers of equal shape count.
    """

    first_difference: int | None
    changes: tuple[Change, ...]
    steps: tuple[int, ...]
    losses: tuple[tuple[float, ...], tuple[float, ...]]
    epochs: tuple[int, ...]
    columns: dict[str, tuple[tuple[float | None, ...], tuple[float | None, ...]]]
    distance_steps: tuple[int, ...]
    distances: dict[str, tuple[float, ...]]

    def __str__(self) -> str:
        if self.first_difference is None:
            return "The two runs are the same as far as both go."
        changes = "; ".join(f"{change.what}: {change.before} and {change.after}" for change in self.changes)
        lines = [f"They first differ at step {self.first_difference}" + (f" ({changes})." if changes else ".")]
        if self.epochs:
            for name, (one, other) in self.columns.items():
                if one[-1] is not None and other[-1] is not None:
                    lines.append(
                        f"{name.replace('_', ' ')} after epoch {self.epochs[-1]}: {one[-1]:.4g} and {other[-1]:.4g}"
                    )
        if self.distance_steps and "all" in self.distances:
            lines.append(
                f"Distance between parameters after step {self.distance_steps[-1]}: {self.distances['all'][-1]:.4g}"
            )
        return "\n".join(lines)

    def __repr__(self) -> str:
        return str(self)

    def _repr_html_(self) -> str:
        head, *rest = str(self).split("\n")
        facts = {name: value for name, _, value in (line.partition(": ") for line in rest)}
        charts = [
            chart
            for name in ("loss", "validation_loss")
            if (rows := self.columns.get(name))
            and (
                chart := loss_history(
                    {"this run": rows[0], "the other": rows[1]}, up=name.replace("_", " "), dashed=["the other"]
                )
            )
        ]
        return face(head, facts, *charts)

    def to_dict(self) -> dict[str, Any]:
        """Return everything a page needs, ready for JSON."""
        return {
            "first_difference": self.first_difference,
            "changes": [str(change) for change in self.changes],
            "steps": list(self.steps),
            "losses": [list(row) for row in self.losses],
            "epochs": list(self.epochs),
            "columns": {name: [list(row) for row in rows] for name, rows in self.columns.items()},
            "distance_steps": list(self.distance_steps),
            "distances": {name: list(values) for name, values in self.distances.items()},
        }


def compare(
    timelines: tuple[Timeline, Timeline], histories: tuple[History, History], *, points: int = 33
) -> Comparison:
    """Return what two runs have in common and where they differ.

    Arguments:
        timelines, histories: of the two runs.
        points: number of steps at which the parameters' distance is measured.
    """
    whole_number("points", points, minimum=2)
    one, other = timelines
    first = max(timeline.segments[0].first for timeline in timelines)
    last = min(timeline.now.step for timeline in timelines)
    difference = _first_difference(one, other, first, last) if first <= last else None
    changes: tuple[Change, ...] = ()
    if difference is not None:
        plans = (one.segment(difference).plan, other.segment(difference).plan)
        changes = tuple(change for change in list_changes(difference, *plans) if change.what != "state")
    numbers, losses = _aligned(histories[0].step_loss, histories[1].step_loss)
    epochs, rows = _aligned(histories[0].epochs, histories[1].epochs)
    columns = {
        name: tuple(tuple(getattr(row, name) for row in of_run) for of_run in rows)
        for name in ("loss", "validation_loss", "validation_accuracy")
    }
    places = sorted({round(place) for place in np.linspace(first, last, points)}) if first <= last else []
    distances = [_distances(one.state(step).params, other.state(step).params) for step in places]
    names = list(distances[0]) if distances else []
    names = [name for name in names if all(name in row for row in distances)]
    return Comparison(
        difference, changes, numbers, losses, epochs, columns, tuple(places),  # type: ignore[arg-type]
        {name: tuple(row[name] for row in distances) for name in names},
    )  # fmt: skip


def _first_difference(one: Timeline, other: Timeline, first: int, last: int) -> int | None:
    """Bisect the steps: runs that differ once are assumed to differ from then on."""
    if not _differ(one, other, last):
        return None
    low, high = first, last
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if _differ(one, other, middle) else (middle + 1, high)
    return low


def _differ(one: Timeline, other: Timeline, step: int) -> bool:
    plans = one.segment(step).plan, other.segment(step).plan
    if plans[0].network != plans[1].network or plans[0].recipe != plans[1].recipe:
        return True
    mine, theirs = (flatten(timeline.state(step).params) for timeline in (one, other))
    return any(not np.array_equal(values, theirs[name], equal_nan=True) for name, values in mine.items())


def _aligned(
    one: Thinned[Item], other: Thinned[Item]
) -> tuple[tuple[int, ...], tuple[tuple[Item, ...], tuple[Item, ...]]]:
    mine, theirs = (dict(zip(column.numbers, column.items, strict=True)) for column in (one, other))
    numbers = tuple(number for number in mine if number in theirs)
    return numbers, (tuple(mine[number] for number in numbers), tuple(theirs[number] for number in numbers))


def _distances(one: Tree, other: Tree) -> dict[str, float]:
    squares: dict[str, float] = {}
    mine, theirs = flatten(one), flatten(other)
    for name, values in mine.items():
        if name in theirs and theirs[name].shape == values.shape:
            layer = name.partition("/")[0]
            difference = values.astype(float) - theirs[name]
            squares[layer] = squares.get(layer, 0.0) + float((difference * difference).sum())
    alike = {name: np.shape(v) for name, v in mine.items()} == {name: np.shape(v) for name, v in theirs.items()}
    whole = {"all": sum(squares.values())} if squares and alike else {}
    return {name: value**0.5 for name, value in (squares | whole).items()}


def columns_of(histories: Sequence[History], name: str) -> tuple[tuple[float, ...], ...]:
    """Return one column of the epoch tables of several runs, over the epochs that all of them completed."""
    rows = [[value for value in history.column(name) if value is not None] for history in histories]
    shortest = min(len(row) for row in rows)
    return tuple(tuple(row[:shortest]) for row in rows)
