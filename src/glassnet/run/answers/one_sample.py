"""One sample of a part, as a reader knows it: its labels, and its features in their own units."""

from dataclasses import dataclass

import numpy as np

from glassnet.base.arrays import Array
from glassnet.base.checks import whole_number
from glassnet.base.errors import DataError, ShapeError
from glassnet.base.registry import look_up
from glassnet.data import Dataset
from glassnet.figures.picture_row import picture_row
from glassnet.figures.still import Still
from glassnet.train import Plan

LONGEST_ROW = 40
"""With more features than this, samples are no longer shown as rows of a table."""


def samples_of(plan: Plan, part: str) -> Array:
    """Return which samples of the data are in a part, by number.

    Raises:
        DataError: the part is empty.
    """
    indices: Array = look_up("part of the data", part, plan.dataset.parts)
    if not len(indices):
        raise DataError(f"{plan.dataset.name} has no {part} samples: hold some out, for example {part}=0.2.")
    return indices


def number_of(plan: Plan, part: str, place: int) -> int:
    """Return the number in the data of one sample of a part."""
    indices = samples_of(plan, part)
    whole_number("place", place, minimum=0, maximum=len(indices) - 1)
    return int(indices[place])


def own_row(data: Dataset, number: int) -> dict[str, float]:
    """Return a sample's features by name, in their own units.

    >>> import glassnet as gn
    >>> data = gn.data.scaled(gn.data.from_arrays([[150.0], [170.0], [300.0]], [0, 1, 1], feature_names=["height"]))
    >>> own_row(data, 2)
    {'height': 300.0}
    """
    if len(data.input_shape) != 1:
        raise ShapeError(f"{data.name} has features of shape {data.input_shape}, not a row of named ones.")
    row = data.in_own_units(data.x[number : number + 1])[0]
    return dict(zip(data.feature_names, map(_rounded, row.tolist()), strict=True))


def is_table(data: Dataset) -> bool:
    """Return whether samples are rows of named features rather than pictures or sequences."""
    return len(data.input_shape) == 1 and data.input_shape[0] <= LONGEST_ROW


def pictures_of(data: Dataset, numbers: list[int], captions: list[str]) -> Still | None:
    """Return samples as small pictures; None for samples that are no pictures."""
    shape, x = data.input_shape, np.stack([data.x[number] for number in numbers]).astype(float)
    if len(shape) == 1:
        side = round(shape[0] ** 0.5)
        if side * side != shape[0] or is_table(data):
            return None
        x = data.in_own_units(x).reshape(-1, side, side)
    elif len(shape) == 3:
        x = x.mean(axis=-1)
    elif len(shape) != 2:
        return None
    low, high = float(x.min()), float(x.max())
    return picture_row((x - low) / ((high - low) or 1.0), captions)


@dataclass(frozen=True, eq=False)
class Answer:
    """What a run says of one sample.

    Arguments:
        predicted, true: labels of classes, or values in their own units.
        probability: of the predicted class; None for values.
    """

    predicted: object
    true: object
    probability: float | None

    def __str__(self) -> str:
        sure = "" if self.probability is None else f" with {self.probability:.0%}"
        return f"predicted {_written(self.predicted)}{sure}, true {_written(self.true)}"


def answers(plan: Plan, part: str, prediction: Array) -> list[Answer]:
    """Return what the predictions for a part's samples say, beside what is true.

    Raises:
        ShapeError: an output has several places (the steps of a sequence, say).
    """
    data, indices = plan.dataset, samples_of(plan, part)
    if prediction.ndim != 2:
        raise ShapeError(f"This needs one answer per sample; {data.name} has outputs of shape {prediction.shape[1:]}.")
    classes = plan.classes_of(part)
    if classes is None or classes.ndim != 1:
        said, true = prediction, data.y[indices].reshape(len(indices), -1)
        if data.target_scaler is not None:
            said, true = data.target_scaler.undo(said), data.target_scaler.undo(true)
        return [Answer(_one(a), _one(b), None) for a, b in zip(said.tolist(), true.tolist(), strict=True)]
    chances = probabilities(prediction)
    labels = plan.labels or tuple(range(chances.shape[1]))
    best = chances.argmax(axis=1)
    return [
        Answer(labels[said], labels[true], float(chances[row, said]))
        for row, (said, true) in enumerate(zip(best.tolist(), classes.tolist(), strict=True))
    ]


def probabilities(prediction: Array) -> Array:
    """Return one column for each class, also where the network has one output for two classes."""
    if prediction.shape[1] > 1:
        return prediction
    chance = np.clip(prediction, 0.0, 1.0)  # a network that ends in a line gives scores beyond 0 and 1
    return np.concatenate([1.0 - chance, chance], axis=1)


def _one(values: list[float]) -> object:
    return _rounded(values[0]) if len(values) == 1 else [_rounded(value) for value in values]


def _rounded(value: float) -> float:
    return float(f"{value:.6g}")


def _written(value: object) -> str:
    return f"{value:.4g}" if isinstance(value, float) else str(value)
