"""How the loss of a step's batch changes along the step that was made."""

from typing import NamedTuple

import numpy as np

from glassnet.base.trees import leaves, map_tree
from glassnet.run.moment import Moment
from glassnet.train.batch import batch_loss

MULTIPLES = tuple(10.0 ** (half / 2) for half in range(-8, 10))
"""From a ten-thousandth of the step to 30,000 times as long."""

FAR_TOO_LONG, FAR_TOO_SHORT = 0.11, 300.0
"""The best multiple of a step that shows a rate far too high, and far too low."""


class Search(NamedTuple):
    """The loss of one step's batch along the step.

    Arguments:
        step: its number.
        before: the loss before it.
        losses: the loss after each of the `MULTIPLES` of it.
    """

    step: int
    before: float
    losses: tuple[float, ...]

    @property
    def best(self) -> float:
        """The multiple that lowers the loss most."""
        return MULTIPLES[int(np.argmin(self.losses))]

    @property
    def after(self) -> float:
        """The loss after the step as it was made."""
        return self.losses[MULTIPLES.index(1.0)]

    @property
    def too_long(self) -> bool:
        """Whether the step made the loss of its own batch worse, and a tenth of it or less would have been best."""
        return self.best < FAR_TOO_LONG and not self.after <= 1.05 * self.before


def search_along(moment: Moment) -> Search | None:
    """Return the loss along a step; None for a step that moves nothing."""
    batch, update = moment.record.batches[0], moment.update
    if not any(values.any() for _, values in leaves(update)):
        return None

    def loss(multiple: float) -> float:
        params = map_tree(lambda w, by: w + np.asarray(multiple * by, w.dtype), moment.params, update)
        found = batch_loss(moment.plan, params, batch.state, batch.batch, batch.count, batch.rng, train=True)
        return float(found.mean) if np.isfinite(found.mean) else np.inf

    with np.errstate(all="ignore"):
        return Search(moment.step, float(batch.loss), tuple(map(loss, MULTIPLES)))
