"""What a unit, a weight or the loss is made of in one step: lists of numbers, each of which can be explained."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

import numpy as np

from glassnet.base.arrays import Array
from glassnet.base.errors import SettingError
from glassnet.base.registry import look_up
from glassnet.data import Dataset
from glassnet.explain import Reference
from glassnet.run import Run
from glassnet.run.moment import Moment
from glassnet.train import Plan
from glassnet.widgets.lab.columns import Column, columns_of
from glassnet.widgets.lab.messages import Insides, Inspect, NumberGroup
from glassnet.widgets.wire.common import Named

FORWARD = ("z", "mean", "variance", "deviation", "normalized", "mask", "a")
BACKWARD = ("d_a", "d_normalized", "d_z")
OF_COLUMN = ("mean", "variance", "deviation")
"""Parts with one number for each unit, whatever the sample."""

MEMORIES = ("velocity", "m", "v", "v_max", "squares", "average", "sum", "step_squares")
"""How the names of what rules remember begin; those that a rule doesn't have are left out."""


def moment_for(run: Run, step: int, point: int | None) -> Moment:
    """Return a step of a run, made on its own batch or, as if it were the whole batch, on one point alone.

    Raises:
        SettingError: the run has not reached that step, or its data have no such point.
    """
    moment = run.at(step)
    if point is None:
        return moment
    dataset, plan = moment.dataset, moment.plan
    if point >= len(dataset.x):
        raise SettingError(f"The data have points 0 to {len(dataset.x) - 1}; got point {point}.")
    alone = Plan(plan.network, replace(plan.recipe, batch_size=1), _only(dataset, point))
    return Moment(alone, moment.before._replace(epoch=0, offset=0), moment.changes)


def insides(moment: Moment, request: Inspect) -> Insides:
    """Return the numbers that a request asks for.

    Raises:
        SettingError: the network has no such unit, or the batch no such sample.
    """
    columns, sample = columns_of(moment.network), request.sample
    samples = tuple(int(number) for number in moment.samples)
    if sample >= len(samples):
        raise SettingError(f"This batch has samples 0 to {len(samples) - 1}; got sample {sample}.")
    if request.column is None:
        title, groups = "Loss", _of_loss(moment, sample)
    elif request.source is not None:
        title, groups = _of_weight(moment, _column(columns, request.column), request.source, request.unit)
    elif request.column == 0:
        title, groups = "Feature", [("Forward", _numbers(moment, "data", ["x"], (sample, request.unit)))]
    else:
        title, groups = _of_unit(moment, _column(columns, request.column), request.unit, sample)
    shown = tuple(NumberGroup(name, tuple(numbers)) for name, numbers in groups if numbers)
    return Insides(title, shown, samples, sample, moment.step)


Groups = list[tuple[str, list[Named]]]


def _of_loss(moment: Moment, sample: int) -> Groups:
    outputs = range(moment.parts("loss")["d_prediction"].shape[1])
    slopes = [number for unit in outputs for number in _numbers(moment, "loss", ["d_prediction"], (sample, unit))]
    target = _numbers(moment, "data", ["y"], (sample,) + (0,) * (moment.parts("data")["y"].ndim - 1))
    forward = [*target, *_numbers(moment, "loss", ["value"], (sample,)), *_numbers(moment, "loss", ["mean", "penalty"])]
    return [
        ("Forward", forward),
        ("Backward", slopes),
        ("Update", _numbers(moment, "optimizer", ["learning_rate"])),
    ]


def _of_unit(moment: Moment, column: Column, unit: int, sample: int) -> tuple[str, Groups]:
    forward = [number for layer in column.layers for number in _of_sample(moment, layer, FORWARD, sample, unit)]
    backward = [
        number for layer in reversed(column.layers) for number in _of_sample(moment, layer, BACKWARD, sample, unit)
    ]
    return "Unit", [
        ("Forward", forward),
        ("Backward", backward),
        ("Bias", _of_parameter(moment, column.dense, "bias", (unit,))),
    ]


def _of_weight(moment: Moment, column: Column, source: int, unit: int) -> tuple[str, Groups]:
    return "Weight", [("Weight", _of_parameter(moment, column.dense, "weight", (source, unit)))]


def _of_parameter(moment: Moment, layer: str, name: str, index: tuple[int, ...]) -> list[Named]:
    """Return a parameter, its gradient on the way to the rule, what the rule remembers, and the result."""
    remembered = [f"{memory}_{name}" for memory in MEMORIES]
    parts = [name, f"d_{name}", *remembered, f"{name}_change", f"{name}_after"]
    return _numbers(moment, layer, parts, index)


def _of_sample(moment: Moment, layer: str, parts: Iterable[str], sample: int, unit: int) -> list[Named]:
    found = []
    for part in parts:
        index = (unit,) if part in OF_COLUMN else (sample, unit)
        found += _numbers(moment, layer, [part], index)
    return found


def _numbers(moment: Moment, layer: str, parts: Iterable[str], index: tuple[int, ...] = ()) -> list[Named]:
    """Return one number of each of these parts that the layer has."""
    known: Mapping[str, Array] = moment.parts(layer)
    found = []
    for part in parts:
        if part not in known:
            continue
        values = np.asarray(known[part])
        place = _fitting(index, values.shape)
        if place is None:
            raise SettingError(f"{layer}.{part} has the shape {values.shape}; there is no {list(index)} in it.")
        found.append(Named(str(Reference(layer, part, place)), float(values[place])))
    return found


def _fitting(index: tuple[int, ...], shape: tuple[int, ...]) -> tuple[int, ...] | None:
    """Return an index within a shape, or None if there is none; statistics of a batch may have kept its axis."""
    if len(shape) == len(index) + 1 and shape[0] == 1:
        index = (0, *index)
    inside = len(index) == len(shape) and all(place < size for place, size in zip(index, shape, strict=True))
    return index if inside else None


def _column(columns: list[Column], number: int) -> Column:
    known = {str(place): column for place, column in enumerate(columns, 1)}
    column: Column = look_up("column", str(number), known)
    return column


def _only(dataset: Dataset, point: int) -> Dataset:
    return replace(dataset, parts={"train": np.array([point])}, source={}, made=None)
