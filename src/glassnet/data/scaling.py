"""Scaling a data set by what its training part looks like."""

from dataclasses import replace
from typing import Any

from glassnet.base.errors import DataError
from glassnet.data.dataset import Dataset
from glassnet.data.scaler import Scaler


def scaled(dataset: Dataset, kind: str = "standard", *, target: bool = False) -> Dataset:
    """Return the data with features scaled; offset and scale come from the training part alone.

    Arguments:
        dataset: what to scale.
        kind: "standard" (mean 0, standard deviation 1) or "min_max" (from 0 to 1).
        target: whether to scale target values in the same way.

    Raises:
        DataError: the data are scaled already, or classes should be scaled.

    >>> import numpy as np
    >>> data = Dataset("heights", np.array([[150.0], [170.0], [300.0]]), np.array([0, 1, 1]), {"train": [0, 1]})
    >>> scaled(data).x.tolist(), scaled(data).in_own_units(np.array([[1.0]])).tolist()
    ([[-1.0], [1.0], [14.0]], [[170.0]])
    """
    if dataset.scaler is not None:
        raise DataError(f"{dataset.name} is scaled already; scale the data as they were read.")
    changes: dict[str, Any] = {"scaler": Scaler.fitted(kind, dataset.train.x)}
    changes["x"] = changes["scaler"].apply(dataset.x)
    if target:
        if dataset.class_names:
            raise DataError(f"{dataset.name} has classes as targets; only values can be scaled (target=False).")
        changes["target_scaler"] = Scaler.fitted(kind, dataset.train.y.reshape(len(dataset.train.y), -1))
        changes["y"] = changes["target_scaler"].apply(dataset.y.reshape(len(dataset.y), -1)).reshape(dataset.y.shape)
    return replace(dataset, source={"scaled": kind, "from": dict(dataset.source)}, **changes)
