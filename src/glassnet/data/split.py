"""Splitting samples into training, validation and test parts."""

import numpy as np

from glassnet.base.arguments import checked
from glassnet.base.arrays import Array
from glassnet.base.checks import array_of_numbers, number
from glassnet.base.errors import DataError, SettingError
from glassnet.base.random import RandomStream
from glassnet.data.are_classes import are_classes, strata


@checked
def split(y: Array, rng: RandomStream, *, validation: float = 0.0, test: float = 0.0) -> dict[str, Array]:
    """Return indices of three parts: as many samples as asked for, of every class as evenly as whole samples allow.

    Each part has its fraction of all samples, rounded up or down; the training part has at least one.

    Arguments:
        y: class numbers (samples,), or values, which are split without regard to what they are.
        rng: decides which samples go where.
        validation, test: fractions of all samples, 0 or more and together below 1.

    >>> from glassnet.base.random import stream
    >>> parts = split(np.array([0, 1] * 10), stream(0), validation=0.2)
    >>> len(parts["train"]), len(parts["validation"]), len(parts["test"])
    (16, 4, 0)
    >>> parts = split(np.arange(40) // 2, stream(0), validation=0.2)  # two samples of each of 20 classes
    >>> len(parts["validation"]), len(np.unique(parts["validation"] // 2))
    (8, 8)
    """
    validation, test = number("validation", validation, minimum=0, below=1), number("test", test, minimum=0, below=1)
    if validation + test >= 1:
        raise SettingError(
            f"validation + test must be below 1, or nothing is left to train on; got {validation + test:g}."
        )
    y = array_of_numbers("targets", y)
    if not y.ndim or not len(y):
        raise DataError("There are no samples to split.")
    labels = strata(y)
    members = [np.flatnonzero(labels == label) for label in np.unique(labels)]
    shuffled = [places[rng.child("split", int(labels[places[0]])).permutation(len(places))] for places in members]
    sizes = np.array([len(places) for places in members])
    first = np.round(sizes * validation).astype(int)
    second = np.round(sizes * (validation + test)).astype(int)
    first = _whole(first, sizes * validation, sizes, rng.child("rest", "validation"))
    second = first + _whole(np.maximum(second - first, 0), sizes * test, sizes - first, rng.child("rest", "test"))
    cuts = list(zip(shuffled, first.tolist(), second.tolist(), strict=True))
    chosen = {
        "train": [places[two:] for places, _, two in cuts],
        "validation": [places[:one] for places, one, _ in cuts],
        "test": [places[one:two] for places, one, two in cuts],
    }
    return {part: np.sort(np.concatenate(places)) for part, places in chosen.items()}


def earlier_split(y: Array, rng: RandomStream, validation: float, test: float) -> dict[str, Array]:
    """Return the parts as runs before version 0.1.0 split them: of each class by itself, however far off the sum.

    >>> from glassnet.base.random import stream
    >>> [len(part) for part in earlier_split(np.arange(40) // 2, stream(0), 0.2, 0.0).values()]
    [40, 0, 0]
    """
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


def _whole(counts: Array, wanted: Array, left: Array, rng: RandomStream) -> Array:
    """Return how many samples of each class are held out: `counts`, unless they miss what is wanted of all by a sample.

    Then the class that is farthest from its fraction gives or takes first; of equally far ones, one that keeps a sample
    for training, then by chance.

    Arguments:
        counts: of each class, its fraction rounded.
        wanted: of each class, its fraction.
        left: how many samples of each class there are to hold out.
        rng: decides between classes that are equally far.
    """
    counts, total = np.minimum(counts, left), float(wanted.sum())
    room = int(left.sum()) - 1  # one sample is for training
    goal = min(room, round(total))
    near = abs(counts.sum() - total) < 1 - 1e-9 and counts.sum() <= room and (counts.any() or goal == 0)
    chance = rng.uniform((len(counts),), dtype="float64")
    while not near and counts.sum() != goal:
        step = 1 if counts.sum() < goal else -1
        movable = counts < left if step > 0 else counts > 0
        last = left - counts == (1 if step > 0 else 0)
        gain = np.where(movable, step * (wanted - counts), -np.inf)
        counts[np.lexsort((chance, step * ~last, gain.round(9)))[-1]] += step
    return counts
