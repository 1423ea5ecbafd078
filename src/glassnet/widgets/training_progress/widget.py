"""The training-progress widget for notebooks."""

from typing import Any

import traitlets

from glassnet.run.run import Run
from glassnet.widgets.host import HostedWidget, bundle
from glassnet.widgets.training_progress.session import ProgressSession


class TrainingProgress(HostedWidget):
    """A button that trains a run and stops it, with a progress bar and loss curves.

    For long runs. The page requests a little training at a time, so a closed page trains nothing.
    Speed, losses and accuracy can be clicked for their explanations.

    Arguments:
        run: the run to train, in place.
        epochs: the epoch to stop after, counted from the start of the run.

    Attributes:
        resting: updates made when training last stopped or finished; None before that.
        run, seconds: the run, and the seconds of training in this widget.

    Raises:
        SettingError: run isn't a run, or epochs isn't a number of epochs.

    >>> import glassnet as gn
    >>> run = gn.Run(gn.Network([gn.Dense(1)]), gn.Recipe("sigmoid_cross_entropy"), gn.data.moons(100))
    >>> progress = TrainingProgress(run, epochs=3)
    >>> progress.run.step, progress.resting
    (0, None)
    """

    _esm = bundle("training_progress.js")
    resting = traitlets.Int(allow_none=True, default_value=None)

    def __init__(self, run: Run, epochs: int) -> None:
        self._session = ProgressSession(run, epochs)
        super().__init__()

    @property
    def run(self) -> Run:
        """The run being trained."""
        return self._session.run

    @property
    def seconds(self) -> float:
        """Seconds of training in this widget."""
        return self._session.seconds

    def answer(self, request: object) -> tuple[dict[str, Any], list[bytes]]:
        """Return head and buffers of the reply to one request, and set `resting` when training has stopped."""
        head, buffers = self._session.handle(request)
        if head["kind"] in ("error", "rest") or head.get("done"):
            self.resting = self.run.step
        return head, buffers
