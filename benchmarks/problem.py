"""What is to be learnt: data, network and first weights, described once for all contestants."""

from collections.abc import Iterator
from typing import Any, NamedTuple

import numpy as np

import glassnet as gn
from glassnet.base.random import stream
from glassnet.train import Plan, Recipe, start
from glassnet.train.loop import epoch_order


class Problem(NamedTuple):
    """A training that every library can be given.

    Arguments:
        network: Glassnet's; the others build theirs after it.
        recipe: loss, rule, batch size.
        data: to train on, in whole batches, and perhaps to look at when an epoch ends (the validation part).
        kind: "binary" (one logit or probability) or "classes" (logits).
    """

    network: gn.Network
    recipe: Recipe
    data: gn.Dataset
    kind: str

    @property
    def batch_size(self) -> int:
        """Samples in a step."""
        return min(self.recipe.batch_size, len(self.data.parts["train"]))

    @property
    def steps_per_epoch(self) -> int:
        """Whole batches in the training part."""
        return len(self.data.parts["train"]) // self.batch_size

    @property
    def looks(self) -> bool:
        """Whether the validation part is looked at when an epoch ends."""
        return len(self.data.parts["validation"]) > 0

    def arrays(self, part: str = "train") -> tuple[Any, Any]:
        """Return a part's features float32 and targets: float32 (samples, 1), or class numbers int64."""
        x, y = self.data.part(part)
        x = np.array(x, dtype=np.float32)
        if self.kind == "binary":
            return x, y.astype(np.float32)[:, None]
        return x, y.astype(np.int64)

    def first_weights(self) -> dict[str, Any]:
        """Return the parameters that all begin with, by layer."""
        return start(Plan(self.network, self.recipe, self.data)).params


def whole_batches(data: gn.Dataset, batch_size: int, held_out: int = 0) -> gn.Dataset:
    """Return the training part, its classes mixed: so many samples held out, the others cut to whole batches."""
    x, y = data.train
    order = stream(0).child("order").permutation(len(x))
    learnt = (len(x) - held_out) // batch_size * batch_size
    order = order[: learnt + held_out]
    parts = {"train": np.arange(learnt), "validation": np.arange(learnt, learnt + held_out)}
    return gn.Dataset(data.name, x[order].astype(np.float32), y[order], parts, class_names=data.class_names)


class Course:
    """The steps of a training in order, the same for all contestants: those of a run of ours."""

    def __init__(self, problem: Problem) -> None:
        self._size, self._of_epoch, self._looks = problem.batch_size, problem.steps_per_epoch, problem.looks
        self._plan = Plan(problem.network, problem.recipe, problem.data)
        self._done = 0
        self._order = np.empty((0, 0), int)

    def next(self, steps: int) -> Iterator[tuple[Any, bool]]:
        """Yield the next so many steps in stretches, each within an epoch.

        A stretch is the sample numbers of its steps, shape (steps, batch size), and whether the validation part is to
        be looked at after it. Without a validation part all steps are one stretch.
        """
        found = []
        while steps:
            epoch, begin = divmod(self._done, self._of_epoch)
            if not begin:
                self._order = np.array(epoch_order(self._plan, epoch)).reshape(-1, self._size)
            rows = self._order[begin : begin + steps]
            self._done, steps = self._done + len(rows), steps - len(rows)
            found.append(rows)
            if self._looks:
                yield found.pop(), begin + len(rows) == self._of_epoch
        if found:
            yield np.concatenate(found), False
