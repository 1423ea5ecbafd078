"""Mistakes in the data: unscaled features, a scaler fitted on held-out samples, targets of other samples."""

import numpy as np

from glassnet.run.symptoms.evidence import Evidence, Finding

NEIGHBOURS = 400
"""Maximum number of training samples whose nearest neighbours are compared."""


def unscaled_inputs(seen: Evidence) -> Finding | None:
    """Report features that are far larger than 1."""
    x = np.asarray(seen.dataset.train.x, dtype=float)
    x = x.reshape(len(x), -1)
    spread, middle = float(x.std(axis=0).max()), float(np.abs(x.mean(axis=0)).max())
    size = max(spread, middle / 3)
    if size < 15:
        return None
    return Finding(
        "unscaled_inputs",
        min(1.0, 0.6 + size / 500),
        f"training features have standard deviations up to {spread:.3g} and means up to {middle:.3g} in size, but "
        "initial weights suit features around 1.",
    )


def leaking_scaler(seen: Evidence) -> Finding | None:
    """Report a scaler that was fitted on held-out samples too."""
    data = seen.dataset
    held_out = len(data.parts["validation"]) + len(data.parts["test"])
    if data.scaler is None or not held_out:
        return None
    off = []
    for samples in (data.x, data.train.x):
        flat = np.asarray(samples, dtype=float).reshape(len(samples), -1)
        varies = flat.std(axis=0) > 0
        flat = flat[:, varies]
        standard = max(float(np.abs(flat.mean(axis=0)).max()), float(np.abs(flat.std(axis=0) - 1).max()))
        ends = max(float(np.abs(flat.min(axis=0)).max()), float(np.abs(flat.max(axis=0) - 1).max()))
        off.append(min(standard, ends))
    if off[0] > 1e-4 or off[1] < 10 * max(off[0], 1e-6):
        return None
    return Finding(
        "leaking_scaler",
        0.95,
        f"features are scaled exactly over all samples, including the {held_out} held-out ones (off by {off[0]:.1g}), "
        f"but not over the training samples (off by {off[1]:.2g}): the scaler was fitted on held-out data.",
    )


def shuffled_labels(seen: Evidence) -> Finding | None:
    """Report neighbours that don't share classes."""
    data = seen.dataset
    x, y = data.train.x[:NEIGHBOURS], data.train.y[:NEIGHBOURS]
    if not data.class_names or y.ndim != 1 or len(x) < 20:
        return None
    flat = np.asarray(x, dtype=float).reshape(len(x), -1)
    flat = (flat - flat.mean(axis=0)) / np.where(flat.std(axis=0) > 0, flat.std(axis=0), 1.0)
    squares = (flat * flat).sum(axis=1)
    distances = squares[:, None] + squares[None, :] - 2 * flat @ flat.T
    np.fill_diagonal(distances, np.inf)
    nearest = np.argsort(distances, axis=1)[:, :5]
    agreement = float((y[nearest] == y[:, None]).mean())
    chance = float(((np.bincount(y) / len(y)) ** 2).sum())
    excess = (agreement - chance) / (1 - chance) if chance < 1 else 1.0
    if excess > 0.15:
        return None
    return Finding(
        "shuffled_labels",
        min(1.0, 0.95 - excess),
        f"the five nearest neighbours of a sample share its class in {agreement:.0%} of cases, and chance alone gives "
        f"{chance:.0%}: the targets do not belong to these features.",
    )
