"""Monitoring one column of the epoch table for its best value."""

from collections.abc import Mapping
from math import inf, isfinite

from glassnet.base.checks import is_a
from glassnet.base.errors import SettingError
from glassnet.base.registry import look_up
from glassnet.history.history import EpochRow
from glassnet.nn.metrics import METRICS, Metric, accuracy, higher_is_better

PREFIX = "validation_"
LOSSES = ("loss", "validation_loss")
MODES = {"min": False, "max": True}


class Watch:
    """Decides for each epoch whether its value is the best so far.

    Arguments:
        monitor: the column to monitor: "loss", "validation_loss", "validation_accuracy", or "validation_" and one
            of the recipe's metrics.
        minimum_change: how much better a value must be to count as an improvement.
        mode: "min" or "max": which way is better, if the metric itself doesn't say so; None to ask the metric.

    Raises:
        UnknownNameError: no such column, or no such mode.

    >>> watch = Watch("loss", 0.0)
    >>> [watch.is_best(EpochRow(1, 5, 0.5)), watch.is_best(EpochRow(2, 10, 0.6)), watch.is_best(EpochRow(3, 15, 0.4))]
    [True, False, True]
    """

    def __init__(self, monitor: str, minimum_change: float, mode: str | None = None) -> None:
        self.monitor = is_a("monitor", monitor, str, '"validation_loss"')
        self.minimum_change = minimum_change
        self._higher = None if mode is None else look_up("mode", mode, MODES)
        self._best = inf
        if not monitor.startswith(PREFIX):  # only the recipe knows which metrics are measured
            self.check({})

    def check(self, measures: Mapping[str, Metric]) -> None:
        """Check that this column can be monitored.

        Arguments:
            measures: the recipe's metrics by name.

        Raises:
            UnknownNameError: there is no such column or metric.
            SettingError: the metric doesn't say which way is better.
        """
        self._is_higher_better(measures)

    def is_best(self, row: EpochRow, measures: Mapping[str, Metric] | None = None) -> bool:
        """Return whether this epoch's value is better than all before; NaN and infinite values never are.

        Arguments:
            row: the epoch.
            measures: the recipe's metrics by name.

        Raises:
            SettingError: the column was not measured.
        """
        sign = -1.0 if self._is_higher_better(measures or {}) else 1.0
        metric = self.monitor.removeprefix(PREFIX)
        if metric in row.validation_metrics and row.validation_metrics[metric] is None:
            return False  # undefined in this epoch
        value = self._value(row, metric)
        if value is None:
            asking = "" if self._is_column() else f' and ask for it (metrics=["{metric}"])'
            raise SettingError(
                f"{self.monitor} is not measured in this run: hold out samples (validation=0.2){asking}, or "
                "monitor loss."
            )
        signed = sign * value
        if not isfinite(signed) or signed >= self._best - self.minimum_change:
            return False
        self._best = signed
        return True

    def _is_column(self) -> bool:
        return self.monitor in (*LOSSES, "validation_accuracy")

    def _value(self, row: EpochRow, metric: str) -> float | None:
        return row.value(self.monitor) if self._is_column() else row.validation_metrics.get(metric)

    def _is_higher_better(self, measures: Mapping[str, Metric]) -> bool:
        metrics = {**METRICS, **measures, "accuracy": accuracy}  # the table's own column of that name
        known = dict.fromkeys(LOSSES) | {f"{PREFIX}{name}": metric for name, metric in metrics.items()}
        metric = look_up("monitor", self.monitor, known)
        if self._higher is not None:
            return self._higher
        if metric is None:
            return False  # a loss
        higher = higher_is_better(metric)
        if higher is None:
            raise SettingError(
                f"The metric behind {self.monitor} doesn't say which way is better: put "
                '@gn.metrics.better("higher") or "lower" above it, or set mode="max" or mode="min".'
            )
        return higher
