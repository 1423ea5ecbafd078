"""Which columns of the data a run's predictions depend on: by permuting them, and by their slopes."""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from glassnet.base.arrays import Array
from glassnet.base.checks import whole_number
from glassnet.base.errors import ShapeError
from glassnet.base.random import stream
from glassnet.data import Dataset
from glassnet.explain.saliency import saliency
from glassnet.figures.bars import MAX_BARS, bars
from glassnet.run.answers.one_sample import is_table, number_of, samples_of
from glassnet.train import Plan, TrainingState
from glassnet.train.evaluate import network_output, predict
from glassnet.train.objective import mean_loss, sample_losses


class Column(NamedTuple):
    """How much worse predictions become without one column.

    Arguments:
        name: the column's, as in the file it came from.
        low, middle, high: by how much the loss rises when the column's values are shuffled: the smallest, the median
            and the largest rise over the repeats.
    """

    name: str
    low: float
    middle: float
    high: float


@dataclass(frozen=True, eq=False)
class Importance:
    """Permutation importance of every column, the most important first.

    Arguments:
        part: the samples it was measured on.
        loss: their loss as they are.
        columns: the results.
    """

    part: str
    loss: float
    columns: tuple[Column, ...]

    def __str__(self) -> str:
        width = max(len(column.name) for column in self.columns)
        lines = [f"{one.name:<{width}}  {one.middle:+.4f}  ({one.low:+.4f} to {one.high:+.4f})" for one in self.columns]
        return "\n".join([f"By how much the {self.part} loss, {self.loss:.4f}, rises without each column:", *lines])

    def __repr__(self) -> str:
        return str(self)

    def _repr_html_(self) -> str:
        shown = self.columns[:MAX_BARS]
        values = {f"{one.name:.24} ({one.low:+.2g} to {one.high:+.2g})": max(0.0, one.middle) for one in shown}
        top = max(0.01, 1.1 * max(values.values()))
        label = f"{shown[0].name} matters most: without it the loss rises by {shown[0].middle:.3g}."
        return bars(values, label=label, along=f"rise of the {self.part} loss", limits=(0, top))


def importance(plan: Plan, state: TrainingState, part: str, repeats: int, seed: int) -> Importance:
    """Return by how much the loss rises when each column in turn is shuffled among the samples (Breiman, 2001).

    The features of one column of a CSV file (its categories) are shuffled together.
    """
    whole_number("repeats", repeats, minimum=1)
    data, rng = plan.dataset, stream(seed).child("importance")
    samples_of(plan, part)
    if not is_table(data):
        raise ShapeError(
            f"importance needs a table of at most 40 named features; {data.name} has shape {data.input_shape}. For "
            "images, use run.at(step).saliency or occlusion."
        )
    samples = plan.samples[part]
    x = np.asarray(samples.x[:])

    def loss_of(features: Array) -> float:
        output = network_output(plan, state, features)
        return float(mean_loss(sample_losses(plan.recipe.loss, output, samples.y)[1]))

    loss, found = loss_of(x), []
    for name, places in columns_of(data).items():
        rises = []
        for repeat in range(repeats):
            shuffled = x.copy()
            shuffled[:, places] = x[rng.child(name, repeat).permutation(len(x))][:, places]
            rises.append(loss_of(shuffled) - loss)
        found.append(Column(name, min(rises), float(np.median(rises)), max(rises)))
    return Importance(part, loss, tuple(sorted(found, key=lambda one: -one.middle)))


def columns_of(data: Dataset) -> dict[str, list[int]]:
    """Return which features each column of the original table became.

    >>> import glassnet as gn
    >>> columns_of(gn.data.moons(20))
    {'x₁': [0], 'x₂': [1]}
    """
    columns: dict[str, list[int]] = {}
    known = {column["name"] for column in data.table_columns}
    for place, name in enumerate(data.feature_names):
        column = name.rpartition(" = ")[0]
        columns.setdefault(column if column in known else name, []).append(place)
    return columns


def slopes(plan: Plan, state: TrainingState, part: str, place: int) -> dict[str, float]:
    """Return by how much the output for the predicted class changes per unit of each feature, in its own units."""
    data, number = plan.dataset, number_of(plan, part, place)
    if not is_table(data):
        raise ShapeError(
            f"saliency by name needs a table of at most 40 features; {data.name} has shape {data.input_shape}. Use "
            "run.at(step).saliency(x), which has the shape of x."
        )
    x = data.x[number : number + 1]
    output = int(predict(plan, state, x.astype(plan.recipe.dtype))[0].argmax())
    raw = saliency(plan, state, x, output)[0]
    scale = np.ones(len(raw)) if data.scaler is None else np.broadcast_to(data.scaler.scale, raw.shape)
    named = dict(zip(data.feature_names, (raw / scale).tolist(), strict=True))
    return dict(sorted(named.items(), key=lambda one: -abs(one[1])))
