"""Stopping when the monitored value no longer improves."""

from glassnet.base.checks import number, true_or_false, whole_number
from glassnet.base.hinted import hinted_class
from glassnet.fitting.callbacks.callback import Callback
from glassnet.fitting.callbacks.watch import Watch
from glassnet.history.history import EpochRow
from glassnet.run.run import Run


@hinted_class
class EarlyStopping(Callback):
    """Stop after `patience` epochs without improvement, and restore the best parameters.

    Prechelt (1998). The best state is taken from the run's timeline, so nothing is copied.

    Arguments:
        patience: number of epochs without improvement after which training stops.
        monitor: the column to monitor: "loss", "validation_loss", "validation_accuracy", or "validation_" and one of
            the recipe's metrics.
        mode: "min" or "max": which way is better, for a metric of your own that doesn't say so (`gn.metrics.better`);
            None to ask the metric.
        minimum_change: how much better a value must be to count as an improvement.
        restore_best: whether to restore the best parameters at the end, even after Ctrl-C.

    After training, `best_epoch` and `stopped_epoch` (None if this callback didn't stop it) say what happened.

    >>> import glassnet as gn
    >>> stop = EarlyStopping(patience=3)
    >>> run = gn.fit(gn.Network([gn.Dense(1, "sigmoid")]), gn.data.moons(100, seed=1), loss="binary_cross_entropy",
    ...              optimizer=gn.SGD(5.0), epochs=200, callbacks=[stop])
    >>> stop.stopped_epoch == stop.best_epoch + 3 < 200
    True
    """

    def __init__(
        self,
        patience: int = 10,
        *,
        monitor: str = "validation_loss",
        mode: str | None = None,
        minimum_change: float = 0.0,
        restore_best: bool = True,
    ) -> None:
        self.patience = whole_number("patience", patience, minimum=1)
        self.restore_best = true_or_false("restore_best", restore_best)
        self.monitor = monitor
        self.minimum_change = number("minimum_change", minimum_change, minimum=0)
        self.mode = mode
        self._watch = Watch(monitor, self.minimum_change, mode)
        self._best: EpochRow | None = None
        self.stopped_epoch: int | None = None

    @property
    def best_epoch(self) -> int | None:
        """The epoch with the best value; None before the first."""
        return None if self._best is None else self._best.epoch

    def on_start(self, run: Run) -> None:
        """Reset the best value from an earlier call of fit."""
        self._watch, self._best, self.stopped_epoch = Watch(self.monitor, self.minimum_change, self.mode), None, None
        self._watch.check(run.recipe.measures)

    def on_epoch(self, run: Run, row: EpochRow) -> bool:
        """Return whether patience has run out."""
        if self._watch.is_best(row, run.recipe.measures) or self._best is None:
            self._best = row
            return False
        if row.epoch - self._best.epoch < self.patience:
            return False
        self.stopped_epoch = row.epoch
        return True

    def on_end(self, run: Run) -> None:
        """Restore the best parameters."""
        if self.restore_best and self._best is not None and self._best.step < run.step:
            run.restore(self._best.step)
