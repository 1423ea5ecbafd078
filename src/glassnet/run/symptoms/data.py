"""Mistakes in the data: unscaled features, a scaler fitted on held-out samples."""

import numpy as np

from glassnet.data.scaling import scaled, unscaled
from glassnet.figures.bars import MAX_BARS, bars
from glassnet.run.symptoms.evidence import Evidence
from glassnet.run.symptoms.finding import Finding
from glassnet.run.symptoms.remedy import Remedy
from glassnet.train.numbers import first_embedding

LARGE = 15.0
"""Features of this size are too large for initial weights."""


def unscaled_inputs(seen: Evidence) -> Finding | str | None:
    """Report features that are far larger than 1."""
    data = seen.dataset
    if first_embedding(seen.network) is not None:
        return "features are numbers of words"
    x = np.asarray(data.train.x, dtype=float).reshape(len(data.train.x), -1)
    spreads, middles = x.std(axis=0), np.abs(x.mean(axis=0))
    sizes = np.maximum(spreads, middles / 3)
    if sizes.max() < LARGE:
        return None
    size, largest = float(sizes.max()), np.argsort(-sizes)[: MAX_BARS - 6]
    names = data.feature_names if len(data.feature_names) == len(sizes) else [f"x{n + 1}" for n in range(len(sizes))]
    again = data.scaler is not None
    code = "gn.data.scaled(gn.data.unscaled(run.dataset))" if again else "gn.data.scaled(run.dataset)"
    return Finding(
        "unscaled_inputs",
        min(1.0, 0.6 + size / 500),
        f"training features have standard deviations up to {spreads.max():.3g} and means up to {middles.max():.3g} in "
        "size, but initial weights suit features around 1.",
        Remedy(
            "features with mean 0 and standard deviation 1.",
            {"dataset": scaled(unscaled(data) if again else data)},
            seen.first,
            seen.epochs,
            dataset=code,
        ),
        bars(
            {f"{names[place]:.20}": float(sizes[place]) for place in largest},
            label="The largest features, compared with the size that initial weights suit.",
            along="size of the feature",
            limits=(0, 1.1 * size),
            mark=("1", 1.0),
        ),
    )


def leaking_scaler(seen: Evidence) -> Finding | str | None:
    """Report a scaler that was fitted on held-out samples too."""
    data = seen.dataset
    held_out = len(data.parts["validation"]) + len(data.parts["test"])
    if data.scaler is None or not held_out:
        return "no scaler is recorded" if data.scaler is None else "nothing is held out"
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
        Remedy(
            "a scaler fitted on the training samples alone.",
            {"dataset": scaled(unscaled(data))},
            seen.first,
            seen.epochs,
            dataset="gn.data.scaled(gn.data.unscaled(run.dataset))",
        ),
        bars(
            {"all samples": off[0], "training samples": off[1]},
            label="The features are standard over all samples, and not over the training samples.",
            along="largest distance from mean 0, deviation 1",
            limits=(0, 1.2 * off[1]),
        ),
    )
