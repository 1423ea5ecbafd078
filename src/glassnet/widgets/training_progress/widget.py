"""The training progress in a notebook."""

from typing import Any

import traitlets

from glassnet.run.run import Run
from glassnet.widgets.host import HostedWidget
from glassnet.widgets.training_progress.session import ProgressSession


class TrainingProgress(HostedWidget):
    """Train a run with a button: its progress, its loss curves, and another press stops it.

    For runs that take long. The page asks for a little training at a time, so a page that is closed trains nothing.
    Speed, losses and accuracy can be clicked for their reasons.

    Arguments:
        run: what to train, in place.
        epochs: where training ends, counted from the run's beginning.

    Attributes:
        resting: updates made when training last came to rest, stopped or done; None before that.
        run, seconds: the run, and how long it has been trained here.

    Raises:
        SettingError: that is no run, or no number of epochs.

    >>> import glassnet as gn
    >>> run = gn.Run(gn.Network([gn.Dense(1)]), gn.Recipe("sigmoid_cross_entropy"), gn.data.moons(100))
    >>> progress = TrainingProgress(run, epochs=3)
    >>> progress.run.step, progress.resting
    (0, None)
    """

    _page = "training_progress"
    resting = traitlets.Int(allow_none=True, default_value=None)

    def __init__(self, run: Run, epochs: int) -> None:
        self._session = ProgressSession(run, epochs)
        super().__init__()

    @property
    def run(self) -> Run:
        """The run that is trained."""
        return self._session.run

    @property
    def seconds(self) -> float:
        """How long it has been trained here."""
        return self._session.seconds

    def answer(self, request: object) -> tuple[dict[str, Any], list[bytes]]:
        """Return head and buffers of the reply to one request, and tell the cells where training came to rest."""
        head, buffers = self._session.handle(request)
        if head["kind"] in ("error", "rest") or head.get("done"):
            self.resting = self.run.step
        return head, buffers
