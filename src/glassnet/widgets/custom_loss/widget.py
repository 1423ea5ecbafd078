"""The custom loss widget for notebooks."""

from typing import Any

from glassnet.widgets.custom_loss.session import CustomLossSession
from glassnet.widgets.host import HostedWidget, bundle


class CustomLoss(HostedWidget):
    """Type a formula in the prediction p and the target t; see its slope, and a model trained with it.

    The formula is parsed by the grammar of `gn.FormulaLoss` and never run as Python. The widget takes no arguments:
    task and formula are chosen on the page.

    Attributes:
        settings: the task and the last valid formula, as a dict.

    >>> head, _ = CustomLoss().answer({"id": 1, "kind": "read", "formula": "abs(p - t", "task": "line"})
    >>> head["kind"]
    'error'
    """

    _esm = bundle("custom_loss.js")

    def __init__(self) -> None:
        self._session = CustomLossSession()
        super().__init__()

    @property
    def settings(self) -> dict[str, str]:
        """The task and the last valid formula."""
        return dict(self._session.settings)

    def answer(self, request: object) -> tuple[dict[str, Any], list[bytes]]:
        """Return head and buffers of the reply to one request."""
        return self._session.handle(request)
