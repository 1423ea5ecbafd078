"""Mistakes in the targets: targets of other samples, and many that are wrong."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from glassnet.base.arrays import Array
from glassnet.figures.bars import bars
from glassnet.figures.still import Still
from glassnet.run.symptoms.evidence import Evidence
from glassnet.run.symptoms.finding import Finding
from glassnet.run.symptoms.remedy import Remedy
from glassnet.train.numbers import first_embedding

SAMPLES = 1500
"""Maximum number of training samples that are compared with each other."""

ENOUGH = 60
"""With fewer samples, neighbours are too far away to say anything."""

MANY = 20
"""How many neighbours are asked."""


@dataclass(frozen=True, eq=False)
class Neighbours:
    """The classes of the samples nearest to each sample.

    Arguments:
        classes: of the samples, shape (samples,).
        nearest: of their neighbours, the nearest first, shape (samples, MANY).
    """

    classes: Array
    nearest: Array

    @cached_property
    def votes(self) -> Array:
        """The most frequent class among each sample's neighbours."""
        counts: Array = (self.nearest[:, :, None] == np.arange(self.classes.max() + 1)).sum(axis=1)
        return counts.argmax(axis=1)

    @property
    def chance(self) -> float:
        """How often a sample would be of the class its neighbours vote for by chance."""
        counts = [np.bincount(one, minlength=int(self.classes.max()) + 1) for one in (self.votes, self.classes)]
        return float((counts[0] * counts[1]).sum()) / len(self.classes) ** 2

    @property
    def agreement(self) -> float:
        """How often a sample is of the class its neighbours vote for."""
        return float((self.votes == self.classes).mean())

    @property
    def excess(self) -> float:
        """The agreement between chance, 0, and always, 1."""
        return (self.agreement - self.chance) / (1 - self.chance) if self.chance < 1 else 1.0

    @property
    def impurity(self) -> Array:
        """For each sample, the share of its neighbourhood that is not of the most frequent class there, in order."""
        around = np.concatenate([self.classes[:, None], self.nearest], axis=1)
        counts = (around[:, :, None] == np.arange(self.classes.max() + 1)).sum(axis=1)
        return np.sort(1 - counts.max(axis=1) / around.shape[1])


def shuffled_labels(seen: Evidence) -> Finding | str | None:
    """Report neighbours that don't share classes, in a run that predicts no better than chance."""
    found = _neighbours(seen)
    if isinstance(found, str):
        return found
    held_out = seen.results.get("validation", seen.results["train"]).accuracy or 0.0
    most = float(np.bincount(found.classes).max()) / len(found.classes)
    if found.excess > 0.2 or held_out > most + 0.5 * (1 - most):
        return None
    return Finding(
        "shuffled_labels",
        min(1.0, 0.95 - found.excess),
        f"a sample is of the class that most of its {MANY} nearest neighbours have in {found.agreement:.0%} of cases, "
        f"and by chance it would be in {found.chance:.0%}: the targets do not belong to these features.",
        Remedy(
            "features and targets read again, in the same order; look at samples that the network gets wrong:",
            look='run.mistakes("train", 10)',
        ),
        _picture(found.agreement, found.chance, "Samples are of their neighbours' class as often as by chance."),
    )


def wrong_labels(seen: Evidence) -> Finding | str | None:
    """Report that even where the features tell the classes apart best, many samples are of another class."""
    found = _neighbours(seen)
    if isinstance(found, str):
        return found
    quarter = float(found.impurity[len(found.classes) // 4])
    middle = float(found.impurity[len(found.classes) // 2])
    held_out = seen.results.get("validation", seen.results["train"]).accuracy or 0.0
    if quarter < 0.12 or held_out > 1 - 0.7 * quarter:
        return None
    return Finding(
        "wrong_labels",
        0.85,
        f"about {middle:.0%} of the targets seem wrong: around every sample, even where classes are clearest, other "
        f"classes are mixed in ({quarter:.0%} of the {MANY} nearest neighbours or more, around three samples in four).",
        Remedy(
            "targets checked, those first that the network contradicts most:",
            look='run.mistakes("train", 10)',
        ),
        bars(
            {
                "clearest quarter": quarter,
                "half": middle,
                "all but a quarter": float(found.impurity[-len(found.classes) // 4]),
            },
            label="Other classes are mixed in around every sample.",
            along="share of other classes around a sample, up to",
            limits=(0, 1),
        ),
    )


def _neighbours(seen: Evidence) -> Neighbours | str:
    data = seen.dataset
    x, y = data.train.x[:SAMPLES], np.asarray(data.train.y[:SAMPLES])
    if not data.class_names or y.ndim != 1:
        return "the targets are not one class for each sample"
    if first_embedding(seen.network) is not None:
        return "features are numbers of words, which have no distances"
    if len(x) < ENOUGH:
        return f"fewer than {ENOUGH} samples are too few to tell"
    flat = np.asarray(x, dtype=float).reshape(len(x), -1)
    flat = (flat - flat.mean(axis=0)) / np.where(flat.std(axis=0) > 0, flat.std(axis=0), 1.0)
    squares = (flat * flat).sum(axis=1)
    distances = squares[:, None] + squares[None, :] - 2 * flat @ flat.T
    np.fill_diagonal(distances, np.inf)
    near = np.argpartition(distances, MANY - 1, axis=1)[:, :MANY]
    order = np.argsort(np.take_along_axis(distances, near, axis=1), axis=1)
    return Neighbours(y.astype(int), y[np.take_along_axis(near, order, axis=1)])


def _picture(agreement: float, chance: float, label: str) -> Still:
    return bars(
        {"found": agreement, "by chance": chance},
        label=label,
        along="samples of the class that their neighbours vote for",
        limits=(0, 1),
    )
