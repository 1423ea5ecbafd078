"""The training monitor in a notebook."""

from typing import Any

from glassnet.base.errors import SettingError
from glassnet.run.run import Run
from glassnet.widgets.host import HostedWidget, bundle
from glassnet.widgets.training_monitor.session import MonitorSession

FIRST_STEPS = 120
"""Updates of an example made before it is shown: there are curves to see, and the reader can go back to step 0."""


class TrainingMonitor(HostedWidget):
    """A run while it trains: losses, metrics, gradients, histograms, with its past and its branches.

    Every number, and every bar of a histogram, can be clicked for its explanation.

    Arguments:
        run: your own run, which is trained in place; or an example, "moons" or "digits".

    Attributes:
        run: the run shown: the one given, or a branch of it.

    Raises:
        SettingError, UnknownNameError: it is neither.

    >>> monitor = TrainingMonitor("digits")
    >>> monitor.run.step, [branch.step for branch in monitor.run.branches]
    (120, [])
    """

    _esm = bundle("training_monitor.js")

    def __init__(self, run: Run | str = "moons") -> None:
        if not isinstance(run, Run | str):
            raise SettingError(
                f"TrainingMonitor takes a run, as returned by gn.fit, or the name of an example; got {run!r}."
            )
        self._session = MonitorSession(run) if isinstance(run, Run) else MonitorSession(example=run, steps=FIRST_STEPS)
        super().__init__()

    @property
    def run(self) -> Run:
        """The run shown."""
        return self._session.tracks.now.run

    def answer(self, request: object) -> tuple[dict[str, Any], list[bytes]]:
        """Return head and buffers of the reply to one request."""
        return self._session.handle(request)
