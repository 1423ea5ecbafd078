"""The custom activation widget for notebooks."""

from typing import Any

from glassnet import FormulaActivation
from glassnet.widgets.custom_activation.session import CustomActivationSession
from glassnet.widgets.host import HostedWidget


class CustomActivation(HostedWidget):
    """Type a formula in z; see its derivative, and a network trained with it beside one with tanh.

    The formula is parsed by the grammar of `gn.FormulaActivation` and never run as Python.

    Arguments:
        formula: the formula shown at first.

    Attributes:
        settings: the last valid formula, as a dict.

    Raises:
        FormulaError: the formula can't be parsed.

    >>> head, _ = CustomActivation().answer({"id": 1, "kind": "read", "formula": "tanh(z"})
    >>> head["kind"]
    'error'
    """

    _page = "custom_activation"

    def __init__(self, formula: str = "sin(z)") -> None:
        self._session = CustomActivationSession(FormulaActivation(formula).formula)
        super().__init__()

    @property
    def settings(self) -> dict[str, str]:
        """The last valid formula."""
        return dict(self._session.settings)

    def answer(self, request: object) -> tuple[dict[str, Any], list[bytes]]:
        """Return head and buffers of the reply to one request."""
        return self._session.handle(request)
