"""The loss explorer in a notebook."""

from typing import Any

from glassnet.widgets.host import HostedWidget
from glassnet.widgets.loss_explorer.session import LossSession


class LossExplorer(HostedWidget):
    """Losses to explore: as curves, on a line with outliers, and as a surface over two parameters.

    Arguments:
        view: what it opens with: "curves", "outliers" or "surface".
        family: the losses of the curves: "values", "probability" or "score".
        model: the model of the surface: "line_squared", "line_absolute", "class_cross_entropy" or "class_squared".

    Raises:
        UnknownNameError: there is no such view, family or model.

    >>> head, _ = LossExplorer().answer({"id": 1, "kind": "ball", "model": "line_squared", "at": [0.9, 0.25]})
    >>> round(head["loss"], 3)
    0.042
    """

    _page = "loss_explorer"

    def __init__(self, view: str = "curves", *, family: str = "values", model: str = "line_squared") -> None:
        self._session = LossSession(view, family, model)
        super().__init__()

    def answer(self, request: object) -> tuple[dict[str, Any], list[bytes]]:
        """Return head and buffers of the reply to one request."""
        return self._session.handle(request)
