"""Feature scaling in a notebook."""

from typing import Any

from glassnet.widgets.feature_scaling.session import ScalingSession
from glassnet.widgets.host import HostedWidget


class FeatureScaling(HostedWidget):
    """Wines and their nearest neighbours, before and after both measurements are brought to one scale.

    It takes no arguments: wine and scaling are chosen on the page.

    >>> head, _ = FeatureScaling().answer({"id": 1, "kind": "scale", "scaling": "min_max", "wine": 0})
    >>> round(head["right"], 3)
    0.893
    """

    _page = "feature_scaling"

    def __init__(self) -> None:
        self._session = ScalingSession()
        super().__init__()

    def answer(self, request: object) -> tuple[dict[str, Any], list[bytes]]:
        """Return head and buffers of the reply to one request."""
        return self._session.handle(request)
