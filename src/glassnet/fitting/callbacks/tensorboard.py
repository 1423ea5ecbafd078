"""The epoch table as TensorBoard event files."""

from pathlib import Path
from typing import Any

from glassnet.base.checks import path_of
from glassnet.base.errors import SettingError
from glassnet.base.hinted import hinted_class
from glassnet.fitting.callbacks.callback import Callback
from glassnet.history.history import EpochRow
from glassnet.run.run import Run


@hinted_class
class TensorBoard(Callback):
    """Write losses, accuracy and learning rate of every epoch as event files, with tensorboardX.

    Needs the extra `glassnet[tensorboard]`. View them with `tensorboard --logdir FOLDER`.

    Arguments:
        folder: where the event files go; use one folder per run.

    Raises:
        SettingError: tensorboardX is not installed.
    """

    def __init__(self, folder: str | Path) -> None:
        self.folder = str(path_of("folder", folder))
        self._writer: Any = None

    def on_start(self, run: Run) -> None:
        """Open the event file."""
        try:
            from tensorboardX import SummaryWriter  # an optional extra, only needed here
        except ImportError:
            raise SettingError(
                "TensorBoard files need the tensorboardX package: install glassnet[tensorboard]."
            ) from None
        self._writer = SummaryWriter(self.folder)

    def on_epoch(self, run: Run, row: EpochRow) -> bool:
        """Write the epoch's row."""
        columns = (
            "loss",
            "validation_loss",
            "validation_accuracy",
            *(f"validation_{n}" for n in row.validation_metrics),
        )
        numbers = {name: row.value(name) for name in columns}
        numbers["learning_rate"] = run.recipe.learning_rate(run.step - 1, run.state.watched)
        for name, value in numbers.items():
            if value is not None:
                self._writer.add_scalar(name, value, row.step)
        return False

    def on_end(self, run: Run) -> None:
        """Close the event file."""
        if self._writer is not None:
            self._writer.close()
