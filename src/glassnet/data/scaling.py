"""Scaling a data set by the statistics of its training part."""

from dataclasses import replace
from typing import Any

from glassnet.base.arguments import checked
from glassnet.base.errors import DataError
from glassnet.data.dataset import Dataset
from glassnet.data.scaler import Scaler


@checked
def unscaled(dataset: Dataset) -> Dataset:
    """Return the data with features, and target values, in their own units: what `scaled` did is undone.

    Arguments:
        dataset: what to undo; data that were never scaled come back as they are.

    >>> import numpy as np
    >>> data = Dataset("heights", np.array([[150.0], [170.0]]), np.array([0, 1]))
    >>> unscaled(scaled(data)).x.tolist()
    [[150.0], [170.0]]
    """
    if dataset.scaler is None and dataset.target_scaler is None:
        return dataset
    changes: dict[str, Any] = {"scaler": None, "target_scaler": None, "x": dataset.in_own_units(dataset.x)}
    if dataset.target_scaler is not None:
        y = dataset.target_scaler.undo(dataset.y.reshape(len(dataset.y), -1))
        changes["y"] = y.reshape(dataset.y.shape)
    return replace(dataset, source={"scaled": "undone", "from": dict(dataset.source)}, **changes)


@checked
def scaled(dataset: Dataset, kind: str = "standard", *, target: bool = False) -> Dataset:
    """Return the data with scaled features; offset and scale come from the training part only.

    Arguments:
        dataset: what to scale.
        kind: "standard" (mean 0, standard deviation 1) or "min_max" (from 0 to 1).
        target: whether to scale the target values too.

    Raises:
        DataError: the data are scaled already, or the targets are classes.

    >>> import numpy as np
    >>> data = Dataset("heights", np.array([[150.0], [170.0], [300.0]]), np.array([0, 1, 1]), {"train": [0, 1]})
    >>> scaled(data).x.tolist(), scaled(data).in_own_units(np.array([[1.0]])).tolist()
    ([[-1.0], [1.0], [14.0]], [[170.0]])
    """
    if dataset.scaler is not None:
        raise DataError(f"{dataset.name} is scaled already; scale the original data instead.")
    changes: dict[str, Any] = {"scaler": Scaler.fitted(kind, dataset.train.x)}
    changes["x"] = changes["scaler"].apply(dataset.x)
    if target:
        if dataset.class_names:
            raise DataError(f"{dataset.name} has classes as targets, and only values can be scaled; use target=False.")
        changes["target_scaler"] = Scaler.fitted(kind, dataset.train.y.reshape(len(dataset.train.y), -1))
        changes["y"] = changes["target_scaler"].apply(dataset.y.reshape(len(dataset.y), -1)).reshape(dataset.y.shape)
    return replace(dataset, source={"scaled": kind, "from": dict(dataset.source)}, **changes)
