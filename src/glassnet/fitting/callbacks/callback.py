"""The interface for code that observes training or intervenes in it."""

from collections.abc import Sequence
from typing import Any

from glassnet.base.errors import SettingError
from glassnet.history.history import EpochRow
from glassnet.run.run import Run


class Callback:
    """Called at the start, after every epoch and at the end of training; override any of the methods.

    Any change that a callback makes to the run is marked on its timeline.

    >>> class Bell(Callback):
    ...     def on_epoch(self, run, row):
    ...         return row.loss < 0.1
    >>> Bell().on_epoch(None, EpochRow(1, 10, 0.05))
    True
    """

    def on_start(self, run: Run) -> None:
        """Called before the first step."""

    def on_epoch(self, run: Run, row: EpochRow) -> bool:
        """Called after each epoch with its row of the history; True stops training."""
        return False

    def on_end(self, run: Run) -> None:
        """Called at the end of training, whatever ended it: the last epoch, a callback, Ctrl-C or an error."""


def check_callbacks(callbacks: Any) -> Sequence[Callback]:
    """Return the callbacks as a list; a single one becomes a list of one.

    Raises:
        SettingError: one of them is not a callback.
    """
    asked = list(callbacks) if isinstance(callbacks, list | tuple) else [callbacks]
    for callback in asked:
        methods = ("on_start", "on_epoch", "on_end")
        if isinstance(callback, type) or not all(callable(getattr(callback, name, None)) for name in methods):
            raise SettingError(
                f"A callback needs on_start, on_epoch and on_end, as EarlyStopping() has; got {callback!r}."
            )
    return asked
