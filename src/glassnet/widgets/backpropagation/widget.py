"""The backpropagation visualiser in a notebook."""

from typing import Any

from glassnet.run.run import Run
from glassnet.widgets.backpropagation.session import BackpropagationSession
from glassnet.widgets.host import HostedWidget, bundle


class Backpropagation(HostedWidget):
    """One training step of a small network in six phases, with every gradient and how it was computed.

    Arguments:
        run: a run of a small network of dense layers; without one, there are five examples to choose from.

    Attributes:
        settings: the example, learning rate, step and sample shown, as a dict.

    Raises:
        SettingError: the run is too large to be shown number by number.

    >>> Backpropagation().settings["example"]
    'age_income'
    """

    _esm = bundle("backpropagation.js")

    def __init__(self, run: Run | None = None) -> None:
        self._session = BackpropagationSession(run)
        super().__init__()

    @property
    def settings(self) -> dict[str, Any]:
        """What is shown: example, learning rate, step and sample."""
        return dict(self._session.settings)

    def answer(self, request: object) -> tuple[dict[str, Any], list[bytes]]:
        """Return head and buffers of the reply to one request."""
        return self._session.handle(request)
