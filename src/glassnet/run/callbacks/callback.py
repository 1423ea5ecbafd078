"""What training tells to whoever wants to look on or step in."""

from typing import Any

from glassnet.run.history import EpochRow


class Callback:
    """Asked at the start, after every epoch and at the end of training; each method may be left out.

    The run that is passed is a `Run`; whatever a callback changes about it is a mark on its timeline.

    >>> class Bell(Callback):
    ...     def on_epoch(self, run, row):
    ...         return row.loss < 0.1
    >>> Bell().on_epoch(None, EpochRow(1, 10, 0.05))
    True
    """

    def on_start(self, run: Any) -> None:
        """Called before the first step."""

    def on_epoch(self, run: Any, row: EpochRow) -> bool:
        """Called after each epoch with its row of the history; True stops training."""
        return False

    def on_end(self, run: Any) -> None:
        """Called at the end, however it came: finished, stopped, Ctrl-C or an error."""
