"""Reduce on plateau: smaller steps when the loss no longer falls."""

from collections.abc import Sequence
from math import inf
from typing import ClassVar

from glassnet.base.checks import number, whole_number
from glassnet.base.settings_class import settings_class


@settings_class
class ReduceOnPlateau:
    """rate = base · factorⁿ, n counting the times that the watched loss didn't improve for more than `patience` epochs.

    An epoch counts as better if its loss is below the best so far by more than the fraction minimum_change, as in
    PyTorch's ReduceLROnPlateau with its relative threshold.

    Arguments:
        factor: the factor of each reduction.
        patience: how many epochs without improvement are tolerated.
        minimum_change: the fraction by which the loss must fall to count as better.
        minimum_rate: the lower bound of the rate.

    >>> schedule = ReduceOnPlateau(factor=0.5, patience=1)
    >>> [schedule.rate(0.1, 0, [1.0, 0.5, 0.6, 0.6][:epochs]) for epochs in range(5)]
    [0.1, 0.1, 0.1, 0.1, 0.05]
    """

    watches: ClassVar[bool] = True
    factor: float = 0.1
    patience: int = 10
    minimum_change: float = 1e-4
    minimum_rate: float = 0.0

    def __post_init__(self) -> None:
        number("factor", self.factor, above=0, below=1)
        whole_number("patience", self.patience, minimum=0)
        number("minimum_change", self.minimum_change, minimum=0, below=1)
        number("minimum_rate", self.minimum_rate, minimum=0)

    def rate(self, base: float, step: int, watched: Sequence[float]) -> float:
        """Return the base rate, reduced once for every plateau in the watched losses."""
        limit, waited, rate = inf, 0, base
        for loss in watched:
            better = loss < limit
            limit, waited = (loss - self.minimum_change * abs(loss), 0) if better else (limit, waited + 1)
            if waited > self.patience:
                rate, waited = min(rate, max(rate * self.factor, self.minimum_rate)), 0
        return rate
