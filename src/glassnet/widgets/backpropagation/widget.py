"""The backpropagation visualiser in a notebook."""

from typing import Any

from glassnet.run.run import Run
from glassnet.widgets.backpropagation.session import BackpropagationSession
from glassnet.widgets.host import HostedWidget


class Backpropagation(HostedWidget):
    """One training step of a small network in six phases, with every gradient and how it was computed.

    Arguments:
        run: a run of a small network of dense layers; without one, there are six examples to choose from.
        example: the example that is shown first: "age_income", "neuron", "house", "student", "xor"
            or "classes".
        view: the tab that is shown first: "network", step by step, or "graph".

    Attributes:
        settings: the example, learning rate, step and sample shown, as a dict.

    Raises:
        SettingError, UnknownNameError: the run is too large to be shown number by number; there is no such example
            or view.

    >>> Backpropagation().settings["example"]
    'age_income'
    """

    _page = "backpropagation"

    def __init__(self, run: Run | None = None, *, example: str = "age_income", view: str = "network") -> None:
        self._session = BackpropagationSession(run, example, view)
        super().__init__()

    @property
    def settings(self) -> dict[str, Any]:
        """What is shown: example, learning rate, step and sample."""
        return dict(self._session.settings)

    def answer(self, request: object) -> tuple[dict[str, Any], list[bytes]]:
        """Return head and buffers of the reply to one request."""
        return self._session.handle(request)
