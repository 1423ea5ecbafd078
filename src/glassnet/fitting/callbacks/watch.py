"""Watching one column of the epoch table for its best value."""

from math import inf, isfinite

from glassnet.base.errors import SettingError
from glassnet.base.registry import look_up
from glassnet.history.history import EpochRow
from glassnet.nn.metrics import METRICS

COLUMNS = {"loss": False, "validation_loss": False, "validation_accuracy": True} | {
    f"validation_{name}": "error" not in name for name in METRICS
}
"""What can be watched, and whether larger is better."""


class Watch:
    """Says of each epoch whether it is the best so far.

    Arguments:
        monitor: the column to watch: "loss", "validation_loss", "validation_accuracy", or "validation_" and one
            of the recipe's metrics.
        minimum_change: by how much a value must be better to count.

    >>> watch = Watch("loss", 0.0)
    >>> [watch.is_best(EpochRow(1, 5, 0.5)), watch.is_best(EpochRow(2, 10, 0.6)), watch.is_best(EpochRow(3, 15, 0.4))]
    [True, False, True]
    """

    def __init__(self, monitor: str, minimum_change: float) -> None:
        self.monitor = monitor
        self.minimum_change = minimum_change
        self._sign = -1.0 if look_up("monitor", monitor, COLUMNS) else 1.0
        self._best = inf

    def is_best(self, row: EpochRow) -> bool:
        """Return whether this epoch's value is better than all before; a value that is not finite never is."""
        metric = self.monitor.removeprefix("validation_")
        of_recipe = metric in METRICS and self.monitor != "validation_accuracy"
        value = row.validation_metrics.get(metric) if of_recipe else row.value(self.monitor)
        if value is None and of_recipe and metric in row.validation_metrics:
            return False  # undefined in this epoch
        if value is None:
            asking = f' and ask for it (metrics=["{metric}"])' if of_recipe else ""
            raise SettingError(
                f"{self.monitor} is not measured in this run: hold samples out (validation=0.2){asking}, or watch loss."
            )
        signed = self._sign * value
        if not isfinite(signed) or signed >= self._best - self.minimum_change:
            return False
        self._best = signed
        return True
