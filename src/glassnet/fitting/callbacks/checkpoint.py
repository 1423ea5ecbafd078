"""Saving the run to a file during training."""

import re
from pathlib import Path

from glassnet.base.checks import path_of, whole_number
from glassnet.base.errors import SettingError
from glassnet.base.hinted import hinted_class
from glassnet.base.registry import look_up
from glassnet.files import check_target
from glassnet.fitting.callbacks.callback import Callback
from glassnet.fitting.callbacks.watch import MODES, Watch
from glassnet.history.history import EpochRow
from glassnet.run.run import Run

EPOCH = re.compile(r"\{epoch(?::(0\d{1,2}))?\}")


@hinted_class
class Checkpoint(Callback):
    """Save the run to a file every few epochs, or whenever the monitored value is the best so far.

    Arguments:
        path: the file; "{epoch}" in it becomes the epoch's number ("{epoch:03}" three digits of it), without it the
            file is replaced each time. Whether it can be written is checked before training.
        every: number of epochs between files.
        best: None, or the column to monitor for its best value, as in `EarlyStopping`.
        mode: "min" or "max", for a metric that doesn't say which way is better, as in `EarlyStopping`.

    >>> import glassnet as gn, tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     run = gn.fit(gn.Network([gn.Dense(1, "sigmoid")]), gn.data.moons(50, seed=1), loss="binary_cross_entropy",
    ...                  epochs=4, callbacks=[Checkpoint(f"{folder}/run-{{epoch}}.glass", every=2)])
    ...     sorted(path.name for path in Path(folder).iterdir())
    ['run-2.glass', 'run-4.glass']
    """

    def __init__(self, path: str | Path, *, every: int = 1, best: str | None = None, mode: str | None = None) -> None:
        self.path = str(path_of("path", path))
        if "{epoch" in EPOCH.sub("", self.path):
            raise SettingError(f'path may contain "{{epoch}}" or, with digits, "{{epoch:03}}"; got {self.path!r}.')
        self.every = whole_number("every", every, minimum=1)
        self.best = best
        self.mode = mode
        if mode is not None:
            look_up("mode", mode, MODES)
        self._watch = None if best is None else Watch(best, 0.0, mode)

    def on_start(self, run: Run) -> None:
        """Reset the best value from an earlier call of fit.

        Raises:
            RunFileError, SettingError: the file couldn't be written, or the run has something that can't be saved.
        """
        self._watch = None if self.best is None else Watch(self.best, 0.0, self.mode)
        if self._watch is not None:
            self._watch.check(run.recipe.measures)
        run.setup.to_json()  # says now what can't be saved
        check_target(self._file(run.recipe.epochs))

    def on_epoch(self, run: Run, row: EpochRow) -> bool:
        """Save the file when it is due."""
        due = row.epoch % self.every == 0 if self._watch is None else self._watch.is_best(row, run.recipe.measures)
        if due:
            run.save(self._file(row.epoch))
        return False

    def _file(self, epoch: int) -> Path:
        return Path(EPOCH.sub(lambda found: f"{epoch:{found[1] or ''}}", self.path))
