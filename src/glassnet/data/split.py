"""Splitting samples into training, validation and test parts."""

import numpy as np

from glassnet.base.arrays import Array
from glassnet.base.checks import number
from glassnet.base.errors import SettingError
from glassnet.base.random import RandomStream
from glassnet.data.are_classes import are_classes


def split(y: Array, rng: RandomStream, *, validation: float = 0.0, test: float = 0.0) -> dict[str, Array]:
    """Return indices of three parts, each with (nearly) the same proportion of every class.

    Arguments:
        y: class numbers (samples,), or values, which are split at random.
        rng: decides which sample goes into which part.
        validation, test: fractions of all samples, each at least 0 and together below 1.

    >>> from glassnet.base.random import stream
    >>> parts = split(np.array([0, 1] * 10), stream(0), validation=0.2)
    >>> len(parts["train"]), len(parts["validation"]), len(parts["test"])
    (16, 4, 0)
    """
    number("validation", validation, minimum=0, below=1)
    number("test", test, minimum=0, below=1)
    if validation + test >= 1:
        raise SettingError(
            f"validation + test must be below 1, or nothing is left to train on; got {validation + test:g}."
        )
    chosen: dict[str, list[Array]] = {"train": [], "validation": [], "test": []}
    labels = y if are_classes(y) else np.zeros(len(y), int)
    for label in np.unique(labels):
        members = np.flatnonzero(labels == label)
        members = members[rng.child("split", int(label)).permutation(len(members))]
        first, second = round(len(members) * validation), round(len(members) * (validation + test))
        chosen["validation"].append(members[:first])
        chosen["test"].append(members[first:second])
        chosen["train"].append(members[second:])
    return {part: np.sort(np.concatenate(members)) for part, members in chosen.items()}
