"""Which samples belong to which part."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from glassnet.base.arrays import Array
from glassnet.base.errors import DataError
from glassnet.base.registry import look_up

PARTS = ("train", "validation", "test")


def checked_parts(name: str, parts: Mapping[str, Any], samples: int) -> dict[str, Array]:
    """Return the indices of each part; without any, all samples are for training.

    Arguments:
        name: what the data are called.
        parts: indices, or one True or False per sample, by part.
        samples: how many there are.

    Raises:
        DataError: what is neither, indices beyond the samples, or a sample in two parts.

    >>> {part: indices.tolist() for part, indices in checked_parts("a", {"train": [True, False, True]}, 3).items()}
    {'train': [0, 2], 'validation': [], 'test': []}
    """
    if not isinstance(parts, Mapping):
        raise DataError(f"{name}: parts must be a mapping from part to indices; got {type(parts).__name__}.")
    for part in parts:
        look_up("part of the data", part, dict.fromkeys(PARTS))
    if not parts:
        return {"train": np.arange(samples), **{part: np.empty(0, np.intp) for part in PARTS[1:]}}
    found = {part: _indices(name, part, parts.get(part, ()), samples) for part in PARTS}
    owner = np.full(samples, -1)
    for number, (part, indices) in enumerate(found.items()):
        twice = indices[(owner[indices] >= 0) & (owner[indices] != number)]
        if len(twice):
            raise DataError(
                f"{name}: {len(set(twice.tolist()))} samples are in two parts (sample {twice[0]} in "
                f"{PARTS[owner[twice[0]]]} and {part}); each belongs to one."
            )
        owner[indices] = number
    return found


def _indices(name: str, part: str, given: Any, samples: int) -> Array:
    """Return one part's indices."""
    values = np.asarray(given)
    if values.dtype == bool:
        if values.shape != (samples,):
            raise DataError(
                f"{name}: the mask of the {part} part needs one True or False for each of {samples} samples; got shape "
                f"{values.shape}."
            )
        return np.flatnonzero(values)
    if not values.size:
        return np.empty(0, np.intp)
    if values.ndim != 1 or values.dtype.kind not in "iu":
        raise DataError(
            f"{name}: the {part} part must be indices (whole numbers) or one True or False per sample; got "
            f"{values.dtype} of shape {values.shape}."
        )
    if len(values) == samples > 2 and set(values.tolist()) <= {0, 1}:
        raise DataError(
            f"{name}: the {part} part looks like a mask of 0 and 1, but would be samples 0 and 1 over and over; pass "
            "True and False (mask.astype(bool))."
        )
    if values.min() < 0 or values.max() >= samples:
        wrong = int(values.min() if values.min() < 0 else values.max())
        raise DataError(f"{name}: the {part} part names sample {wrong}, but samples go from 0 to {samples - 1}.")
    return values.astype(np.intp)
