"""What a notebook shows of a data set."""

from typing import Any

import numpy as np

from glassnet.figures.faces.face import face, listing
from glassnet.figures.faces.table import table
from glassnet.figures.picture_row import picture_row

SHOWN, WIDEST = 4, 40
"""How many samples are shown, and up to how many features as a row."""


def dataset_face(data: Any) -> str:
    """Return a data set as HTML: its parts, classes and features, and a few samples as rows or pictures."""
    counts = {part: len(indices) for part, indices in data.parts.items()}
    classes = ", ".join(map(str, data.class_names[:12])) + (" …" if len(data.class_names) > 12 else "")
    facts = {
        "samples": ", ".join(f"{count:,} {part}" for part, count in counts.items() if count),
        "features": f"{len(data.feature_names)}"
        if len(data.input_shape) == 1
        else "×".join(map(str, data.input_shape)),
        "targets": f"{len(data.class_names)} classes: {classes}" if data.class_names else "values",
        "scaled": None if data.scaler is None else "yes; shown in their own units",
    }
    report = listing("What became of each column", data.report) if data.report else ""
    return face(f"Data set {data.name}", facts, _samples(data), report)


def _samples(data: Any) -> str:
    shape, chosen = data.input_shape, data.parts["train"][:SHOWN]
    if not len(chosen):
        return ""
    x = np.asarray(data.x[chosen], float)
    said = [_target(data, int(number)) for number in chosen]
    if len(shape) == 1 and shape[0] <= WIDEST:
        own = data.in_own_units(x)
        rows = [[one, *(f"{value:.4g}" for value in row)] for one, row in zip(said, own.tolist(), strict=True)]
        return table(["target", *data.feature_names], rows)
    pictures = _pictures(data, x)
    if pictures is None:
        return ""
    low, high = float(pictures.min()), float(pictures.max())
    return picture_row((pictures - low) / ((high - low) or 1.0), said)


def _pictures(data: Any, x: np.ndarray[Any, Any]) -> np.ndarray[Any, Any] | None:
    shape = data.input_shape
    side = round(shape[0] ** 0.5)
    if len(shape) == 1 and side * side == shape[0]:
        return np.asarray(data.in_own_units(x)).reshape(-1, side, side)
    return x.mean(axis=-1) if len(shape) == 3 else x if len(shape) == 2 else None


def _target(data: Any, number: int) -> str:
    y = data.y[number]
    if data.class_names and np.ndim(y) == 0:
        return str(data.class_names[int(y)])
    value = y if data.target_scaler is None else data.target_scaler.undo(np.reshape(y, (1, -1)))
    return ", ".join(f"{one:.4g}" for one in np.ravel(value)[:3].tolist())
