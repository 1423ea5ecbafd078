"""What is to be learnt: data, network and first weights, described once for all contestants."""

from collections.abc import Iterator
from itertools import count
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
        data: all of it for training.
        kind: "binary" (one logit or probability) or "classes" (logits).
    """

    network: gn.Network
    recipe: Recipe
    data: gn.Dataset
    kind: str

    @property
    def batch_size(self) -> int:
        """Samples in a step."""
        return min(self.recipe.batch_size, len(self.data.x))

    @property
    def steps_per_epoch(self) -> int:
        """Whole batches in the data."""
        return len(self.data.x) // self.batch_size

    def arrays(self) -> tuple[Any, Any]:
        """Return features float32 and targets: float32 (samples, 1), or class numbers int64."""
        x = np.ascontiguousarray(self.data.x, dtype=np.float32)
        if self.kind == "binary":
            return x, self.data.y.astype(np.float32)[:, None]
        return x, self.data.y.astype(np.int64)

    def orders(self) -> Iterator[Any]:
        """Yield the order of the samples in each epoch: that of a run of ours."""
        plan = Plan(self.network, self.recipe, self.data)
        for epoch in count():
            yield np.array(epoch_order(plan, epoch))

    def rows(self) -> Iterator[Any]:
        """Yield the sample numbers of each step."""
        for order in self.orders():
            yield from order.reshape(-1, self.batch_size)

    def first_weights(self) -> dict[str, Any]:
        """Return the parameters that all begin with, by layer."""
        return start(Plan(self.network, self.recipe, self.data)).params


def whole_batches(data: gn.Dataset, batch_size: int) -> gn.Dataset:
    """Return the training part cut to whole batches, in an order that mixes the classes, with nothing held out."""
    x, y = data.train
    order = stream(0).child("order").permutation(len(x))[: len(x) - len(x) % batch_size]
    return gn.Dataset(data.name, x[order].astype(np.float32), y[order], class_names=data.class_names)
